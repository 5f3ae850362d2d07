package org.talenthub.importing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Ids;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchMoves.Columns;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;

/** Transitions in the database: of many at once one wins, a lost lease moves nothing, and what failed stands where it stopped. */
@HubTest
@Tag("database")
class BatchMovesTests {

    private static final int ROUNDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BatchMoves moves;

    @Autowired
    ImportBatches store;

    private HubClient hub;
    private long id;

    @BeforeEach
    void aPreview() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("move-province")
                .station("move-province", "move-one", "示例转移驿站", "武汉市");
        String text = hub.imported(
                        "move-one",
                        "talent",
                        "一行.csv",
                        new TalentRows().row("移赟翀").csv(),
                        "preview")
                .path("id")
                .asString();
        id = Ids.parse(text).orElseThrow();
    }

    @AfterEach
    void away() {
        put(Status.PREVIEWED, Phase.PREVIEW, null);
        assertThat(hub.delete("move-one", "/api/v1/imports/" + Ids.text(id)).status())
                .isEqualTo(204);
    }

    @Test
    void ofManyAtOnceOneWins() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < ROUNDS; round++) {
                put(Status.PREVIEWED, Phase.PREVIEW, null);
                List<Callable<Boolean>> all = new ArrayList<>();
                for (Action a : List.of(Action.REVERT, Action.REREAD, Action.DROP, Action.CANCEL)) {
                    // nothing here is left for a worker: the lease keeps this hub's own away
                    all.add(() -> moves.act(id, a, quiet()));
                    all.add(() -> moves.act(id, a, quiet()));
                }
                long won = 0;
                for (Future<Boolean> f : many.invokeAll(all)) {
                    won += f.get() ? 1 : 0;
                }
                // REREAD may be followed by CANCEL, which is allowed then; nothing else follows anything
                assertThat(won).isBetween(1L, 2L);
                assertThat(status()).isIn(Status.RECEIVED, Status.CANCELLING);
                assertThat(won == 1 || status() == Status.CANCELLING).isTrue();
            }
        }
    }

    @Test
    void aWorkerWithoutTheLeaseMovesNothing() {
        put(Status.READING, Phase.READING, "another hub");
        assertThat(moves.work(id, Action.PREVIEW, "this hub", new Columns())).isFalse();
        assertThat(status()).isEqualTo(Status.READING);
        assertThat(moves.work(id, Action.PREVIEW, "another hub", new Columns())).isTrue();
        assertThat(status()).isEqualTo(Status.PREVIEWED);
    }

    @Test
    void aReportersActTakesTheBatchOutOfTheWorkersHands() {
        put(Status.COMMITTING, Phase.INDEXING, "a hub");
        assertThat(moves.act(id, Action.WITHHOLD, quiet())).isTrue();
        assertThat(moves.work(id, Action.COMPLETE, "a hub", new Columns())).isFalse();
        assertThat(status()).isEqualTo(Status.REVERTING);
    }

    @Test
    void whatFailedStandsWhereItStopped() {
        for (Status doing :
                List.of(Status.RECEIVED, Status.READING, Status.COMMITTING, Status.REVERTING, Status.CANCELLING)) {
            for (Phase phase : Phase.values()) {
                if (phase.work == doing) {
                    for (Action a : Action.values()) {
                        put(Status.FAILED, phase, "a hub");
                        boolean allowed = BatchLife.TABLE.to(doing, a).isPresent();
                        boolean worker = BatchLife.TABLE
                                .allowed(doing, BatchLife.Hand.WORKER)
                                .contains(a);
                        boolean moved = worker ? moves.work(id, a, "a hub", quiet()) : moves.act(id, a, quiet());
                        assertThat(moved).as("%s while FAILED at %s", a, phase).isEqualTo(allowed);
                    }
                }
            }
        }
    }

    /** A cancelled batch that could not be forgotten at once is forgotten later, and not read again. */
    @Test
    void whatIsBeingForgottenIsForgottenEvenAfterASetback() {
        put(Status.READING, Phase.READING, "a hub");
        assertThat(moves.act(id, Action.CANCEL, quiet())).isTrue();
        jdbc.sql("update import_batch set lease_owner = 'a hub' where id = ?")
                .param(id)
                .update();
        assertThat(moves.work(id, Action.FAIL, "a hub", quiet())).isTrue();
        assertThat(store.findById(id).orElseThrow().doing()).isEqualTo(Status.CANCELLING);
    }

    private static Columns quiet() {
        return new Columns().with("lease_until", java.time.Instant.now().plusSeconds(60));
    }

    private Status status() {
        return store.findById(id).orElseThrow().status();
    }

    private void put(Status status, Phase phase, String owner) {
        jdbc.sql("update import_batch set status = ?, phase = ?, lease_owner = ?, lease_until = ? where id = ?")
                .param(status.name())
                .param(phase.name())
                .param(owner)
                .param(java.sql.Timestamp.from(java.time.Instant.now().plusSeconds(60)))
                .param(id)
                .update();
    }
}
