package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every sample goes the whole way, preview, commit and revert, and comes to what lies beside it as expected. */
@HubTest
@Tag("database")
class SampleImportTests {

    private static final List<String> COUNTS = List.of("created", "updated", "unchanged", "rejected", "warnings");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("sa-province")
                .station("sa-province", "sa-station", "示例样表驿站", "武汉市");
        List<Path> expectations;
        try (Stream<Path> files = Files.walk(Path.of("batch-jobs"))) {
            expectations = files.filter(p -> p.toString().endsWith(".expected.yml"))
                    .sorted()
                    .toList();
        }
        assertThat(expectations).hasSizeGreaterThan(20);
        return expectations.stream()
                .map(e -> DynamicTest.dynamicTest(e.getFileName().toString(), () -> check(hub, e)));
    }

    private static void check(HubClient hub, Path expectation) throws IOException {
        JsonNode expected = YAMLMapper.builder().build().readTree(Files.readString(expectation));
        Path sample =
                expectation.resolveSibling(expectation.getFileName().toString().replace(".expected.yml", ""));
        String feed = sample.getParent().getParent().getFileName().toString();
        String user = feed.equals("talent") || feed.equals("demand") ? "sa-station" : "sa-province";
        HubClient.Answer a =
                hub.upload(user, feed, sample.getFileName().toString(), Files.readAllBytes(sample), "preview");
        if (expected.has("problem")) {
            assertThat(a.body().path("code").asString(""))
                    .as("%s", a.body())
                    .isEqualTo(expected.path("problem").asString());
            assertThat(a.status()).isEqualTo(expected.path("status").asInt());
            return;
        }
        assertThat(a.status()).as("%s", a.body()).isIn(200, 202);
        String id = a.body().path("id").asString();
        JsonNode preview = hub.settle(user, id, "PREVIEWED", "REJECTED");
        assertThat(counts(preview)).isEqualTo(counts(expected));
        for (JsonNode row : expected.path("rows")) {
            assertThat(issues(hub, user, id, row.path("row").asInt()))
                    .as("row %s", row.path("row"))
                    .contains(row.path("column").asString() + " "
                            + row.path("code").asString());
        }
        hub.post(user, "/api/v1/imports/" + id + "/commit");
        assertThat(counts(hub.settle(user, id, "COMMITTED")))
                .as("what was forecast")
                .isEqualTo(counts(expected));
        hub.post(user, "/api/v1/imports/" + id + "/revert");
        hub.settle(user, id, "REVERTED");
    }

    private static Map<String, Integer> counts(JsonNode node) {
        Map<String, Integer> counts = new HashMap<>();
        COUNTS.forEach(c -> counts.put(c, node.path("counts").path(c).asInt()));
        return counts;
    }

    private static List<String> issues(HubClient hub, String user, String id, int row) {
        return hub.get(user, "/api/v1/imports/" + id + "/rows")
                .body()
                .path("items")
                .valueStream()
                .filter(i -> i.path("row").asInt() == row)
                .flatMap(i -> i.path("issues").valueStream())
                .map(i -> i.path("title").asString() + " " + i.path("code").asString())
                .toList();
    }
}
