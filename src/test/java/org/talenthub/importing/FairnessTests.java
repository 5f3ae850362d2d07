package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.ManyTalents;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** Several imports at once: nobody waits for somebody else's large one, and each can be stopped. */
@HubTest
@Tag("database")
class FairnessTests {

    private static final int LARGE = 30_000;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;

    @BeforeEach
    void stations() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("fair-province")
                .station("fair-province", "fair-one", "示例公平甲驿站", "武汉市")
                .station("fair-province", "fair-two", "示例公平乙驿站", "宜昌市");
    }

    @Test
    void aFewRowsDoNotWaitForManyAndTheManyCanBeCancelled() {
        String big = upload("fair-one", ManyTalents.csv("公甲", LARGE), "commit");
        String next = upload("fair-one", ManyTalents.csv("公乙", LARGE), "preview");
        await("the large one runs", () -> reading(big, "fair-one") > 0);

        Instant begin = Instant.now();
        JsonNode small = hub.imported(
                "fair-two",
                "talent",
                "十行.csv",
                new TalentRows().row("公赟翀").row("公昉劼").csv(),
                "commit");
        assertThat(small.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(status("fair-one", big)).isIn("READING", "COMMITTING");
        assertThat(status("fair-one", next))
                .as("a reporter's second large batch waits")
                .isEqualTo("RECEIVED");

        assertThat(hub.delete("fair-two", "/api/v1/imports/" + next).status()).isEqualTo(404);
        assertThat(hub.delete("fair-one", "/api/v1/imports/" + next).status()).isEqualTo(202);
        begin = Instant.now();
        assertThat(hub.delete("fair-one", "/api/v1/imports/" + big).status()).isEqualTo(202);
        await("both are gone", () -> left(next) + left(big) == 0);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(hub.get("fair-one", "/api/v1/imports/" + big).status()).isEqualTo(404);
        assertThat(hub.total("fair-province", "/api/v1/talents?q=" + HubClient.encode("公赟翀")))
                .isOne();
    }

    @Test
    void aCommitThatIsCancelledWithdrawsWhatItWrote() {
        String id = upload("fair-one", ManyTalents.csv("公丙", LARGE), "commit");
        await("some rows are live", () -> live(id) > 0);
        assertThat(hub.delete("fair-one", "/api/v1/imports/" + id).status()).isEqualTo(202);
        hub.settle("fair-one", id, "REVERTED");
        assertThat(live(id)).isZero();
        assertThat(jdbc.sql("select count(*) from pool_record where state = 'LIVE' and name like '公丙%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(hub.total("fair-province", "/api/v1/talents?employer=" + HubClient.encode(ManyTalents.EMPLOYER)))
                .isZero();
        assertThat(hub.delete("fair-one", "/api/v1/imports/" + id).status()).isEqualTo(409);
        HubClient.Answer again = hub.upload("fair-one", "talent", "公丙.csv", ManyTalents.csv("公丙", LARGE), "preview");
        assertThat(again.status()).as("the file may be sent again").isEqualTo(202);
        hub.delete("fair-one", "/api/v1/imports/" + again.body().path("id").asString());
    }

    @Test
    void progressSaysHowFastAndHowLong() {
        String id = upload("fair-two", ManyTalents.csv("公丁", LARGE), "preview");
        await("the rate is known", () -> {
            JsonNode p = hub.get("fair-two", "/api/v1/imports/" + id).body().path("progress");
            return p.path("rowsPerSecond").asInt() > 0
                    && p.path("secondsLeft").isInt()
                    && p.path("rowsRead").asInt() > 0;
        });
        hub.delete("fair-two", "/api/v1/imports/" + id);
        await("it is gone", () -> left(id) == 0);
    }

    private String upload(String user, byte[] csv, String mode) {
        HubClient.Answer a = hub.upload(user, "talent", "很多行.csv", csv, mode);
        assertThat(a.status()).as("%s", a.body()).isEqualTo(202);
        return a.body().path("id").asString();
    }

    private String status(String user, String id) {
        return hub.get(user, "/api/v1/imports/" + id).body().path("status").asString("");
    }

    private int reading(String id, String user) {
        return hub.get(user, "/api/v1/imports/" + id)
                .body()
                .at("/progress/rowsRead")
                .asInt();
    }

    private long live(String id) {
        return count("select count(*) from report where batch_id = ? and state = 'LIVE'", id);
    }

    /** Everything that the database has of the batch. */
    private long left(String id) {
        return count("select count(*) from import_batch where id = ?", id)
                + count("select count(*) from import_file where batch_id = ?", id)
                + count("select count(*) from report where batch_id = ?", id);
    }

    private long count(String sql, String id) {
        return jdbc.sql(sql)
                .param(org.talenthub.common.Ids.parse(id).orElseThrow())
                .query(Long.class)
                .single();
    }

    private static void await(String what, BooleanSupplier there) {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            HubClient.pause(50);
        }
    }
}
