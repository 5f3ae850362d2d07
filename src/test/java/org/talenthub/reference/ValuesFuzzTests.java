package org.talenthub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talenthub.common.Issue;

/** Nothing that stands in a cell makes the hub stumble, and what was read once reads the same again. */
class ValuesFuzzTests {

    private static final String[] PIECES = {
        "博士",
        "武汉市",
        "洪山区",
        "1985",
        "03",
        "12",
        "年",
        "月",
        "-",
        "/",
        ".",
        "．",
        "；",
        "、",
        "\n",
        "\r\n",
        "（",
        ")",
        "万",
        "元",
        "k",
        "面议",
        "=",
        "@",
        "+86",
        "19900001234",
        "027",
        "http://",
        "example.com",
        "a",
        "Ｚ",
        "９",
        "　",
        " ",
        "\u0000",
        "\u200b",
        "\ud842",
        "\udfb7",
        "𠮷",
        "\ufeff",
        "\uffff",
        "以上",
        "无",
        "光芯片",
        "X",
        "429999198503120017",
        "E+17",
        "91429999MA9999005A",
        "\"",
        "'",
        "<b>",
        "99999999999999999999",
        ",",
        "％",
        "\t",
        "•",
        "ﷺ",
        "①",
        "Ⅷ",
        "㎡",
        "İ"
    };

    private static final String CONTACT = "(?<!\\d)(19900001234|429999198503120017)(?!\\d)";

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Values VALUES = new Values(
            DICTIONARIES, Regions.load(), Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"talent", "demand", "enterprise", "carrier", "platform"})
    void anyTextIsReadOrRefused(String name) {
        Feed feed = Feeds.load(DICTIONARIES).get(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 2000; i++) {
            Map<String, String> cells = ValuesTests.examples(feed);
            // half of the rows have about one odd cell, so that many are kept; the others are odd all over
            int odds = i % 2 == 0 ? feed.columns().size() : 3;
            for (Column column : feed.columns()) {
                if (random.nextInt(odds) == 0) {
                    cells.put(column.field(), typed(random, column));
                }
            }
            Parsed parsed = VALUES.parse(feed, cells);
            assertThat(parsed.issues()).allSatisfy(issue -> {
                assertThat(issue.message()).endsWith("。").doesNotContainPattern(CONTACT);
                assertThat(String.valueOf(issue.value())).doesNotContainPattern(CONTACT);
                assertThat(issue.column()).isNotEmpty();
            });
            assertThat(parsed.fields().asMap().values())
                    .allSatisfy(value -> assertThat(text(value))
                            .doesNotContain("\u0000", "\u200b", "\ufeff")
                            .doesNotContainPattern(CONTACT)
                            .isNotBlank());
            if (!parsed.rejected()) {
                assertSameAgain(feed, parsed);
            }
        }
    }

    private static String typed(Random random, Column column) {
        StringBuilder typed = new StringBuilder(random.nextInt(4) == 0 ? column.example() : "");
        for (int j = random.nextInt(6); j >= 0; j--) {
            typed.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return typed.toString();
    }

    private static void assertSameAgain(Feed feed, Parsed parsed) {
        Map<String, String> again = new HashMap<>();
        parsed.fields().asMap().forEach((field, value) -> again.put(field, text(value)));
        again.putAll(parsed.sealed());
        Parsed second = VALUES.parse(feed, again);
        List<Issue> errors = second.issues().stream()
                .filter(i -> i.level() == Issue.Level.ERROR)
                .toList();
        assertThat(errors).isEmpty();
        Map<String, Object> first = new HashMap<>(parsed.fields().asMap());
        // an industry written as a node comes back as its chain
        first.remove("nodes");
        assertThat(second.fields().asMap()).isEqualTo(first);
        assertThat(second.sealed()).isEqualTo(parsed.sealed());
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : String.valueOf(value);
    }

    @Test
    void aVeryLongCellIsRefusedQuickly() {
        Feed feed = Feeds.load(DICTIONARIES).get("talent");
        feed.columns().forEach(column -> {
            Map<String, String> cells = ValuesTests.examples(feed);
            cells.put(column.field(), "长".repeat(33_000));
            assertThat(VALUES.parse(feed, cells).issues()).as(column.field()).isNotEmpty();
            cells.put(
                    column.field(),
                    "长短" + IntStream.range(0, 5000).mapToObj(i -> "、项" + i).collect(Collectors.joining()));
            assertThat(VALUES.parse(feed, cells).issues()).as(column.field()).hasSizeBetween(1, 2);
        });
    }
}
