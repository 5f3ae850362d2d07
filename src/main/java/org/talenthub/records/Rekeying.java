package org.talenthub.records;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Fields;
import org.talenthub.security.Sealing;

/** Gives persons from before V6 their keys anew, once: keys are hashes of normalised values, which SQL cannot compute. */
@Component
class Rekeying {

    private static final Logger log = LoggerFactory.getLogger(Rekeying.class);

    private static final String TYPE = "talent";
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Derivation derivation;
    private final Commits commits;
    private final Sealing sealing;
    private final Json json;

    Rekeying(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Derivation derivation,
            Commits commits,
            Sealing sealing,
            Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.derivation = derivation;
        this.commits = commits;
        this.sealing = sealing;
        this.json = json;
    }

    private record Keyed(long id, String weak, NearKeys near) {}

    @EventListener(ApplicationReadyEvent.class)
    void everybody() {
        long last = 0;
        int done = 0;
        for (List<Long> page = page(last); !page.isEmpty(); page = page(last)) {
            List<Long> records = page;
            last = records.getLast();
            transaction.executeWithoutResult(s -> rekey(records));
            done += records.size();
        }
        if (done > 0) {
            log.info("{} persons have new keys", done);
        }
    }

    private List<Long> page(long after) {
        return jdbc.sql("select id from pool_record where alike_key is null and type = ? and state = 'LIVE' and id > ?"
                        + " order by id limit ?")
                .param(TYPE)
                .param(after)
                .param(PAGE)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    private void rekey(List<Long> records) {
        commits.takeTurn(TYPE);
        List<Keyed> reports = jdbc.sql("select id, payload, sealed, reporter from report where record_id in (:ids)"
                        + " and state in ('LIVE', 'SAME', 'WITHDRAWN')")
                .param("ids", records)
                .query((rs, i) -> {
                    byte[] sealed = rs.getBytes(3);
                    Fields fields = json.fields(rs.getString(2));
                    Map<String, String> secrets = sealed == null ? Map.of() : json.texts(sealing.open(sealed));
                    Reporter reporter = new Reporter(rs.getString(4), "", Reporter.carrierOf(rs.getString(4)), null);
                    Identity identity = derivation.type(TYPE).identify(fields, secrets, reporter);
                    return new Keyed(
                            rs.getLong(1),
                            String.valueOf(derivation.hash(TYPE, "weak", identity.weak())),
                            derivation.near(TYPE, identity.near()));
                })
                .list();
        batches.batchUpdate(
                "update report set weak_key = ?, alike_key = ?, peer_key = ?, desk_key = ?, phone_key = ?, head_key = ?,"
                        + " tail_key = ? where id = ?",
                reports,
                PAGE,
                (ps, r) -> {
                    ps.setString(1, r.weak());
                    int at = 2;
                    for (NearKeys.Kind kind : NearKeys.Kind.values()) {
                        ps.setObject(at++, r.near().get(kind));
                    }
                    ps.setLong(at, r.id());
                });
        if (!reports.isEmpty()) {
            commits.rederive(TYPE, records);
        }
    }
}
