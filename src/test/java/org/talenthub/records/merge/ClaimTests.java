package org.talenthub.records.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.records.model.Report;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Survivorship;
import org.talenthub.reference.Survivorship.Criterion;
import org.talenthub.reference.standards.Dictionaries;

/** The rule table, line by line: of two reports the first one named is the better. */
class ClaimTests {

    private static final Survivorship RULES = Survivorship.load(Feeds.load(Dictionaries.load()));
    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

    /** verified, closeness (2 own station, 1 base, 0 other), confirmed on, hours after Monday; better | worse. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                post         | true  0 2020-01    0 | false 2 2026-11    9 | a checked document number before the own station
                post         | false 2 2020-01    0 | false 1 2026-11    9 | the own station before the base
                post         | false 1 2020-01    0 | false 0 2026-11    9 | the base before others
                post         | false 0 2026-11    0 | false 0 2026-10    9 | the later confirmation before the later report
                post         | false 0 2026-11-02 0 | false 0 2026-11    9 | a day before its bare month
                post         | false 0 2026-11    0 | false 0 -          9 | any confirmation before none
                post         | false 0 -          9 | false 0 -          0 | the later report at last
                availability | false 0 2026-11    0 | true  2 2026-10    9 | what the person wants changes fast: only the day counts
                confirmedOn  | false 0 2026-11    0 | true  2 2026-10    9 | the last confirmation is the last
                """)
    void theBetterReportComesFirst(String field, String better, String worse, String why) {
        Claim one = claim(better);
        Claim two = claim(worse);
        List<Claim> both = new ArrayList<>(List.of(two, one));
        both.sort(Claim.by(RULES.of("talent").order(field)));
        assertThat(both).as(why).containsExactly(one, two);
    }

    @Test
    void theProvinceDecidesTheStateOfACarrierAndNothingElse() {
        Claim province = new Claim(report(0), Map.of(), Set.of(), true, true, 0);
        Claim city = new Claim(report(9), Map.of(), Set.of(), true, false, 2);
        assertThat(first("state", city, province)).isSameAs(province);
        assertThat(first("address", province, city)).isSameAs(city);
    }

    @Test
    void ofOneReporterTheNewestSpeaksAndRepeatingDoesNotMakeItNewer() {
        Report old = said("one", 0, "A");
        Report changed = said("one", 1, "B");
        Report repeated = said("one", 5, "B");
        Report other = said("two", 3, "C");
        List<Report> live = new ArrayList<>(List.of(repeated, other, old, changed));
        Collections.shuffle(live, new java.util.Random(1));
        assertThat(Derivation.speaking(live)).containsExactly(other, changed);
    }

    private static Claim first(String field, Claim... claims) {
        return java.util.Arrays.stream(claims)
                .min(Claim.by(RULES.of("carrier").order(field)))
                .orElseThrow();
    }

    private static Claim claim(String text) {
        String[] parts = text.strip().split("\\s+");
        Map<String, Object> values = parts[2].equals("-") ? Map.of() : Map.of("confirmedOn", parts[2]);
        return new Claim(
                report(Integer.parseInt(parts[3])),
                values,
                Set.of(),
                Boolean.parseBoolean(parts[0]),
                false,
                Integer.parseInt(parts[1]));
    }

    private static Report said(String reporter, int hours, @Nullable String hash) {
        Report r = report(hours);
        r.reporter = reporter;
        r.payloadHash = String.valueOf(hash);
        return r;
    }

    private static Report report(int hours) {
        Report r = new Report();
        r.liveAt = MONDAY.plusSeconds(hours * 3600L);
        return r;
    }

    @Test
    void everyCriterionIsUsed() {
        assertThat(Criterion.values())
                .allMatch(c -> List.of("talent", "demand", "enterprise", "carrier", "platform").stream()
                        .map(RULES::of)
                        .anyMatch(r -> r.order().contains(c)
                                || r.except().stream().anyMatch(e -> e.order().contains(c))));
    }
}
