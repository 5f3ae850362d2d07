package org.talenthub.events.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Calendars that other programs read: RFC 5545, 3.1 and 3.3.11. */
class CalendarTests {

    private final Handbooks handbooks = new Handbooks(new HandbookSettings(List.of()));
    private final String ics =
            handbooks.ics(Books.of(10, 6, 3, 7), new Audience.OfPerson("p1"), Locale.SIMPLIFIED_CHINESE);

    @Test
    void linesEndAsTheyShouldAndAreFoldedAt75Bytes() {
        assertThat(ics).endsWith("END:VCALENDAR\r\n");
        assertThat(ics.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(ics.split("\r\n"))
                .allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75)
                .anyMatch(l -> l.startsWith(" "));
        assertThat(new String(ics.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(ics)
                .doesNotContain("\uFFFD");
    }

    @Test
    void eventsOfThePersonAndTheAgenda() {
        String unfolded = ics.replace("\r\n ", "");
        assertThat(unfolded.split("BEGIN:VEVENT")).hasSize(1 + 3 + 3);
        assertThat(unfolded)
                .contains("UID:meeting-m1-0@900001.talenthub\r\n")
                .contains("SEQUENCE:7\r\n")
                .contains("DTSTART;TZID=Asia/Shanghai:20261205T090000\r\n")
                .contains("DTEND;TZID=Asia/Shanghai:20261205T093000\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n")
                .contains("SUMMARY:对接：湖北示例光电第")
                .contains("LOCATION:武汉光谷会展中心 E");
    }

    @Test
    void nobodyElseStandsInIt() {
        assertThat(ics.replace("\r\n ", "")).doesNotContain("T002").doesNotContain("1380000");
    }

    @Test
    void signsAreEscaped() {
        assertThat(Calendar.escaped("a,b;c\\d\ne\r\nf")).isEqualTo("a\\,b\\;c\\\\d\\ne\\nf");
    }
}
