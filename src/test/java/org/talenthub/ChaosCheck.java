package org.talenthub;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Looks, after all the kills, at what is there: in the index by the API, in the embedded database by itself. */
final class ChaosCheck {

    private final Path home;
    private final HubClient client;
    private final Consumer<String> wrong;

    ChaosCheck(Path home, HubClient client, Consumer<String> wrong) {
        this.home = home;
        this.client = client;
        this.wrong = wrong;
    }

    void all(long people) throws Exception {
        try (Connection db = HubDatabase.connect(home);
                Statement sql = db.createStatement()) {
            expect(
                    sql,
                    "people in the database",
                    people,
                    "select count(*) from pool_record where type = 'talent' and state = 'LIVE'");
            expect(sql, "people twice", 0, """
                    select count(*) from (select name from pool_record where type = 'talent' and state = 'LIVE'
                    and enterprise_name = '%s' group by name having count(*) > 1) twice""".formatted(ManyTalents.EMPLOYER));
            expect(sql, "rows live twice", 0, """
                    select count(*) from (select record_id from report where state = 'LIVE' and type = 'talent' and title like '混%'
                    group by record_id, reporter, payload_hash having count(*) > 1) twice""");
            expect(sql, "files with two batches", 0, """
                    select count(*) from (select sha256 from import_batch where file_name like '混%'
                    group by sha256, reporter having count(*) > 1) twice""");
            expect(
                    sql,
                    "batches that have not ended",
                    0,
                    "select count(*) from import_batch where status not in ('COMMITTED', 'REVERTED', 'REJECTED', 'PREVIEWED')");
            expect(sql, "leases", 0, "select count(*) from import_batch where lease_owner is not null");
        }
        awaitTotal(people);
        JsonNode check = client.get("admin", "/api/v1/admin/reconcile").body();
        if (!check.path("clean").asBoolean()) {
            wrong.accept("index and records differ: " + check);
        }
    }

    /** The index may still be catching up. */
    private void awaitTotal(long people) {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        long found = client.total("province", "/api/v1/talents");
        while (found != people && Instant.now().isBefore(until)) {
            HubClient.pause(200);
            found = client.total("province", "/api/v1/talents");
        }
        if (found != people) {
            wrong.accept("people in the index: " + found + " instead of " + people);
        }
    }

    private void expect(Statement sql, String what, long wanted, String query) throws SQLException {
        try (ResultSet rs = sql.executeQuery(query)) {
            rs.next();
            if (rs.getLong(1) != wanted) {
                wrong.accept(what + ": " + rs.getLong(1) + " instead of " + wanted);
            }
        }
    }
}
