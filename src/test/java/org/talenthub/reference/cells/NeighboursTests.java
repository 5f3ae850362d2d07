package org.talenthub.reference.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.common.Issue;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.reading.Values;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/** Cells like those that were misread once: read as what they mean, or told; never another value without a word. */
class NeighboursTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Feeds FEEDS = Feeds.load(DICTIONARIES);
    private static final Values VALUES = new Values(
            DICTIONARIES, Regions.load(), Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));

    static List<Arguments> cells() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NeighboursTests.class.getResourceAsStream("/intake/neighbours.tsv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> Arguments.of((Object[]) line.split("\t", -1)))
                    .toList();
        }
    }

    /**
     * @param value what is kept, - for nothing
     * @param issue E: or W: with the code of the one error or warning, - for none
     */
    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("cells")
    void isReadOrTold(String feedName, String field, String typed, String value, String issue) {
        Feed feed = FEEDS.get(feedName);
        Parsed parsed = VALUES.parse(feed, Map.of(field, typed));
        String title = feed.column(field).orElseThrow().title();
        List<String> told = parsed.issues().stream()
                .filter(i -> i.column().equals(title) && i.level() != Issue.Level.NOTICE)
                .map(i -> i.level().name().charAt(0) + ":" + i.code())
                .toList();
        String kept = Stream.of(
                        parsed.fields().has(field) ? parsed.fields().get(field) : null,
                        parsed.sealed().get(field))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("-");
        assertThat(kept).isEqualTo(value);
        assertThat(told).isEqualTo(issue.equals("-") ? List.of() : List.of(issue));
    }
}
