package org.talenthub.operations.watching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.FullTest;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** Health and measurements on their port, and none on the site's. */
@FullTest
class WatchingTests {

    @LocalServerPort
    int port;

    @Value("${local.management.port}")
    int watch;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void healthAndMeasurementsAnswerOnTheirOwnPortOnly() {
        HubClient watched = new HubClient(watch, "");
        Answer ready = watched.get("", "/actuator/health/readiness");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body().path("components").path("search").path("status").asString())
                .isEqualTo("UP");
        assertThat(ready.body().path("components").path("db").path("status").asString())
                .isEqualTo("UP");
        assertThat(watched.get("", "/actuator/health/liveness")
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        for (String closed : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/loggers"}) {
            assertThat(watched.get("", closed).status()).isGreaterThanOrEqualTo(400);
        }

        HubClient site = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(site, accounts, jdbc)
                .province("wt.province")
                .station("wt.province", "wt.station", "湖北示例观测人才驿站", "420100");
        site.get("wt.province", "/api/v1/stations?q=观测");
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus"}) {
            assertThat(site.get("", path).status()).isIn(401, 403, 404);
            assertThat(new String(site.get("wt.province", path).bytes())).doesNotContain("hub_outbox");
        }

        String measured = new String(watched.get("", "/actuator/prometheus").bytes());
        assertThat(measured)
                .contains(
                        "hub_outbox_waiting",
                        "hub_index_rejected",
                        "hub_matches_waiting",
                        "hub_search_up",
                        "hub_imports_total{",
                        "hub_import_rows_total{",
                        "hub_searches_seconds{",
                        "disk_free_bytes")
                .doesNotContain("wt.station")
                .doesNotContain("观测");
    }
}
