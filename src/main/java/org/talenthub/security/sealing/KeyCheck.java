package org.talenthub.security.sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.WrongSetting;

/**
 * Refuses to start on a database that was sealed with another master key: nothing sealed could be opened, and no person would
 * be recognised, so that every import would double the pool.
 */
@Component
public class KeyCheck {

    public KeyCheck(JdbcClient jdbc, Sealing sealing) {
        // "ignore": of two hubs that start on a new database one is first, and both compare.
        jdbc.sql("insert ignore into secret_key (only_row, fingerprint) values (1, ?)")
                .param(sealing.fingerprint())
                .update();
        String stored = jdbc.sql("select fingerprint from secret_key")
                .query(String.class)
                .single();
        if (!stored.equals(sealing.fingerprint())) {
            throw new WrongSetting(
                    "这个数据库是用另一个密钥封存的：请恢复原来的 HUB_SECRET_KEY（或 <hub.home>/secret.key）。",
                    "This database was sealed with another key: restore the former HUB_SECRET_KEY (or <hub.home>/secret.key).");
        }
    }
}
