package org.talenthub.importing.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.talenthub.importing.batch.files.Workspace;
import tools.jackson.databind.JsonNode;

/**
 * What cannot go on says why, and goes on by itself. The database answers with the very errors of a full disk or a broken row, put
 * there by triggers; the hub's own disk is really full, where the test may mount a small one.
 */
@HubTest
class SetbackTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Workspace workspace;

    private HubClient hub;

    @BeforeEach
    void station() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("set-province")
                .station("set-province", "set-one", "示例受挫驿站", "武汉市");
    }

    @AfterEach
    void healthy() {
        jdbc.sql("drop trigger if exists setback").update();
    }

    @Test
    void aDatabaseWithoutRoomMakesTheBatchWaitAndSayWhy() {
        fail("挫满", 1114, "The table report is full");
        String id = upload("挫满");
        JsonNode waiting = hub.settle("set-one", id, "FAILED");
        assertThat(waiting.at("/problem/code").asString()).isEqualTo("batch.storage");
        assertThat(waiting.at("/problem/detail").asString())
                .contains("磁盘已满", waiting.at("/problem/reference").asString());
        assertThat(Instant.parse(waiting.path("nextTryAt").asString()))
                .isBefore(Instant.now().plus(Duration.ofSeconds(20)));
        assertThat(waiting.path("attempts").asInt()).isPositive();

        jdbc.sql("drop trigger setback").update();
        JsonNode done = hub.settle("set-one", id, "COMMITTED");
        assertThat(done.path("problem").isMissingNode()).isTrue();
        assertThat(done.at("/counts/created").asInt()).isEqualTo(2);
    }

    @Test
    void whatFailsAtOnePlaceAgainAndAgainIsTriedRarelyAndCanBeCancelled() {
        fail("挫毒", 1644, "this row breaks everything");
        String id = upload("挫毒");
        Instant until = Instant.now().plus(Duration.ofMinutes(1));
        JsonNode batch;
        do {
            assertThat(Instant.now()).isBefore(until);
            HubClient.pause(100);
            batch = hub.get("set-one", "/api/v1/imports/" + id).body();
        } while (!batch.at("/problem/code").asString("").equals("batch.stuck"));
        assertThat(batch.path("status").asString()).isEqualTo("FAILED");
        assertThat(batch.at("/problem/detail").asString()).contains("管理员");
        assertThat(Instant.parse(batch.path("nextTryAt").asString()))
                .isAfter(Instant.now().plus(Duration.ofMinutes(20)));

        assertThat(hub.delete("set-one", "/api/v1/imports/" + id).status()).isEqualTo(202);
        while (hub.get("set-one", "/api/v1/imports/" + id).status() != 404) {
            assertThat(Instant.now()).isBefore(until);
            HubClient.pause(50);
        }
    }

    @Test
    void anUploadWithoutRoomIsRefusedAndLeavesNothing() throws Exception {
        Path work = workspace.uploads().getParent();
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", work.toString()))
                .as("may mount a small disk")
                .isZero();
        try {
            workspace.sweep(); // makes the directories on the new disk
            long batches = batches();
            // the first does not even arrive, the second arrives and cannot be copied
            for (int rows : List.of(60_000, 12_000)) {
                byte[] file = ManyTalents.csv("挫盘", rows);
                HubClient.Answer a = hub.upload("set-one", "talent", "大.csv", file, "commit");
                assertThat(a.status()).as("%d bytes: %s", file.length, a.body()).isEqualTo(507);
                assertThat(a.body().path("code").asString()).isEqualTo("storage.full");
                assertThat(a.body().path("detail").asString()).contains("磁盘已满");
                assertThat(files(work)).isEmpty();
                assertThat(batches()).isEqualTo(batches);
            }
            JsonNode done = hub.imported(
                    "set-one", "talent", "小.csv", new TalentRows().row("挫盘小").csv(), "commit");
            assertThat(done.path("status").asString()).isEqualTo("COMMITTED");
        } finally {
            assertThat(run("umount", work.toString())).isZero();
        }
    }

    private String upload(String name) {
        HubClient.Answer a = hub.upload(
                "set-one",
                "talent",
                name + ".csv",
                new TalentRows().row(name + "甲").row(name + "乙").csv(),
                "commit");
        assertThat(a.status()).as("%s", a.body()).isEqualTo(202);
        return a.body().path("id").asString();
    }

    /** Lets the database refuse rows whose title begins so. */
    private void fail(String title, int error, String message) {
        jdbc.sql("""
                        create trigger setback before insert on report for each row begin
                            if new.title like '%s%%' then signal sqlstate 'HY000' set mysql_errno = %d, message_text = '%s'; end if;
                        end""".formatted(title, error, message)).update();
    }

    private long batches() {
        return jdbc.sql("select count(*) from import_batch").query(Long.class).single();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
