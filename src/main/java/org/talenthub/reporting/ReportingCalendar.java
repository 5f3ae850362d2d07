package org.talenthub.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.records.RecordSnapshot;

/** The rules of the calendar, on a clock that stands in Hubei. */
@Component
@EnableConfigurationProperties(ReportingSettings.class)
class ReportingCalendar {

    /** States in which a carrier reports nothing yet, or nothing any more. */
    private static final Set<String> SILENT = Set.of("APPLIED", "FIRST_REVIEW", "EXPERT_REVIEW", "DELISTED");

    private final ReportingSettings settings;

    ReportingCalendar(ReportingSettings settings) {
        this.settings = settings;
    }

    LocalDate due(YearMonth month) {
        return month.atDay(Math.min(settings.dueDay(), month.lengthOfMonth()));
    }

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(HubTime.ZONE).toInstant();
    }

    /** Whether the carrier owes a report for the month: stations do, that are there and report; what a base sends in is noted when it comes. */
    static boolean owes(RecordSnapshot carrier, YearMonth month) {
        return carrier.live()
                && "STATION".equals(carrier.subtype())
                && carrier.createdAt().isBefore(begin(month.plusMonths(1)))
                && carrier.fields().text("state").filter(SILENT::contains).isEmpty();
    }

    /** @param came null while nothing has */
    static ReportingState state(LocalDate due, @Nullable Instant came, LocalDate today) {
        if (came != null) {
            return LocalDate.ofInstant(came, HubTime.ZONE).isAfter(due) ? ReportingState.LATE : ReportingState.IN;
        }
        return today.isAfter(due) ? ReportingState.OVERDUE : ReportingState.WAITING;
    }

    /** Whether people are to be reminded on that day of what has not come. */
    boolean reminds(LocalDate due, LocalDate day) {
        return !day.isBefore(due.minusDays(settings.remindDays()));
    }

    /** Nothing for what is no month. */
    static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
