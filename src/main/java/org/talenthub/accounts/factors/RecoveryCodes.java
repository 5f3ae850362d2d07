package org.talenthub.accounts.factors;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.accounts.passwords.RandomPassword;
import org.talenthub.security.sealing.Sealing;

/** Codes for who lost his device: ten, each good once, told once; kept is a keyed hash. */
@Component
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    /** Two groups of five: about 48 bits. */
    private static final int LENGTH = 11;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    RecoveryCodes(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** New ones; those before are good no more. */
    @Transactional
    public List<String> make(long account) {
        forget(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            String code = RandomPassword.next().substring(0, LENGTH);
            jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
                    .params(account, hash(account, code))
                    .update();
            codes.add(code);
        }
        return codes;
    }

    /** Uses one up; false when it is none, or was used. */
    @Transactional
    public boolean use(long account, String code) {
        return jdbc.sql(
                                "update recovery_code set used_at = ? where account_id = ? and code_hash = ? and used_at is null")
                        .params(Timestamp.from(Instant.now()), account, hash(account, code))
                        .update()
                == 1;
    }

    /** How many are left. */
    int left(long account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void forget(long account) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account)
                .update();
    }

    private String hash(long account, String code) {
        return sealing.hash(
                "recovery",
                account + " " + code.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
