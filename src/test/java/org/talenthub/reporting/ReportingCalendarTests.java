package org.talenthub.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingCalendarTests {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                    2026-11-01, WAITING",
                "-,                    2026-11-25, WAITING",
                "-,                    2026-11-26, OVERDUE",
                // the last second of the day, in Hubei
                "2026-11-25T15:59:59Z, 2026-11-26, IN",
                "2026-11-25T16:00:00Z, 2026-11-26, LATE",
                "2026-11-02T00:00:00Z, 2026-12-31, IN"
            })
    void aReportIsInTimeUntilTheEndOfItsDay(Instant came, LocalDate today, ReportingState state) {
        assertThat(ReportingCalendar.state(DUE, came, today)).isEqualTo(state);
    }

    @Test
    void inAShortMonthTheLastDayIsDue() {
        ReportingCalendar calendar = new ReportingCalendar(new ReportingSettings(31, 5));
        assertThat(calendar.due(YearMonth.of(2026, 2))).isEqualTo("2026-02-28");
        assertThat(calendar.due(YearMonth.of(2028, 2))).isEqualTo("2028-02-29");
        assertThat(calendar.due(YearMonth.of(2026, 12))).isEqualTo("2026-12-31");
    }

    @Test
    void peopleAreRemindedSomeDaysBeforeAndFromThenOn() {
        ReportingCalendar calendar = new ReportingCalendar(new ReportingSettings(25, 5));
        assertThat(calendar.reminds(DUE, LocalDate.of(2026, 11, 19))).isFalse();
        assertThat(calendar.reminds(DUE, LocalDate.of(2026, 11, 20))).isTrue();
        assertThat(calendar.reminds(DUE, LocalDate.of(2026, 11, 30))).isTrue();
    }

    @Test
    void aDayThatNoMonthHasIsRefusedAtTheStart() {
        for (int day : new int[] {0, 32, -1}) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ReportingSettings(day, 5));
        }
    }
}
