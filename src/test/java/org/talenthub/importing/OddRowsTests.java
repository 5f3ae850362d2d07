package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import tools.jackson.databind.JsonNode;

/** One row never stops a batch: whatever its cells hold ends in that row's report, and the row after it is read like any other. */
@HubTest
@Tag("database")
class OddRowsTests {

    private static final long SEED = 20261129;
    private static final int A_FEW = 25;
    private static final int ROWS = 100; // within the size of one file

    private static final List<String> ODD = List.of(
            "a@".repeat(1_500),
            "@".repeat(32_000),
            "13800138000 ".repeat(2_500),
            "1".repeat(32_000),
            "九".repeat(3_000),
            "；".repeat(30_000),
            "(".repeat(10_000),
            "、光".repeat(10_000),
            "a.".repeat(8_000) + "@b.c",
            "42010119850307123X".repeat(1_000),
            "\uD83D\uDE00".repeat(500),
            "e\u0301\u0301\u0301".repeat(2_000),
            "\u202E\u200B\u00AD\u2066",
            "_xD800_",
            "_x0000__xDFFF_",
            "\uFFFD\uFFFE\uFFFF",
            "\uE000\uF8FF",
            "\uDB40\uDC01\uDBFF\uDFFF",
            "\\",
            "%_'\";--",
            "{\"a\":[1]}",
            "<b>&amp;</b>",
            "=HYPERLINK(\"http://x\")",
            "1e400",
            "-0",
            "NaN",
            "999999999999999999999999999999",
            "0000-00-00",
            "9999-12-31",
            "2026-02-30",
            "-",
            "null",
            "同上",
            " ",
            "\u3000\u00A0",
            "张三\n李四",
            "微信".repeat(4_000),
            "QQ 12345 ".repeat(3_000),
            "+86-".repeat(6_000),
            "a b ".repeat(6_000));

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Feeds feeds;

    private HubClient hub;

    @BeforeEach
    void everybody() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("or-province").station("or-province", "or-one", "怪行驿站", "武汉市");
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent", "demand", "enterprise", "carrier", "platform"})
    @Tag("part")
    void everyRowEndsInItsOwnReport(String name) {
        ends(name, A_FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent", "demand", "enterprise", "carrier", "platform"})
    @Tag("long")
    void everyRowOfManyEndsInItsOwnReport(String name) {
        ends(name, ROWS);
    }

    private void ends(String name, int rows) {
        Feed feed = feeds.get(name);
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        lines.add(feed.columns().stream().map(c -> quoted(c.title())).collect(Collectors.joining(",")));
        for (int row = 0; row < rows; row++) {
            lines.add(feed.columns().stream().map(c -> quoted(cell(c, random))).collect(Collectors.joining(",")));
        }
        byte[] file = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        String user = name.equals("talent") || name.equals("demand") ? "or-one" : "or-province";

        JsonNode done = hub.imported(user, name, "怪行.csv", file, "commit");

        assertThat(done.path("status").asString()).as("%s", done).isEqualTo("COMMITTED");
        assertThat(done.at("/counts/read").asInt()).as("%s", done).isEqualTo(rows);
        // told in words of the column, not by the last resort of a row that could not even be checked
        assertThat(jdbc.sql("select count(*) from report where batch_id = ? and issues like '%row.unreadable%'")
                        .param(org.talenthub.common.Ids.parse(done.path("id").asString())
                                .orElseThrow())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Mostly empty, so that some rows are right in all but one cell. */
    private static String cell(Column column, Random random) {
        return switch (random.nextInt(column.required() ? 24 : 8)) {
            case 0 -> ODD.get(random.nextInt(ODD.size()));
            case 1 -> shortened(ODD.get(random.nextInt(ODD.size())) + ODD.get(random.nextInt(ODD.size())));
            default -> column.required() ? column.example() : "";
        };
    }

    /** A longer cell is a fault of the file. */
    private static String shortened(String cell) {
        return cell.substring(0, Math.min(cell.length(), 32_000));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
