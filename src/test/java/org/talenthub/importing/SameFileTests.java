package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** The same bytes are one batch, also where they come several times at the same moment. */
@HubTest
@Tag("database")
class SameFileTests {

    private static final int AT_ONCE = 6;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void uploadsAtTheSameMomentAreOneBatch() throws Exception {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("sf-province").station("sf-province", "sf-one", "同刻驿站", "武汉市");
        byte[] file = new TalentRows()
                .row("同刻一", "工作单位", "同刻有限公司" + System.nanoTime())
                .csv();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HubClient.Answer>> sent = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                sent.add(threads.submit(() -> {
                    begin.await();
                    return hub.upload("sf-one", "talent", "同刻.csv", file, "preview");
                }));
            }
            begin.countDown();
            List<String> ids = new ArrayList<>();
            List<Integer> statuses = new ArrayList<>();
            for (Future<HubClient.Answer> f : sent) {
                ids.add(f.get().body().path("id").asString());
                statuses.add(f.get().status());
            }
            assertThat(ids.stream().distinct()).as("%s %s", statuses, ids).hasSize(1);
            assertThat(statuses).containsOnlyOnce(202).contains(200).doesNotContain(500, 503);
        }
    }
}
