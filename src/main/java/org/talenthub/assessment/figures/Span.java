package org.talenthub.assessment.figures;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.talenthub.common.HubTime;

/**
 * The year that is judged, on the clock of Hubei.
 *
 * @param until its end, or now while it lasts
 */
record Span(int year, Instant from, Instant to, Instant until) {

    /** Fifteen working days are three weeks. */
    static final int ANSWER_DAYS = 21;

    static final int CORRECTION_DAYS = 10;

    private static final int STAY_DAYS = 183;

    static Span of(int year, Instant now) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(HubTime.ZONE).toInstant();
        Instant to = LocalDate.of(year + 1, 1, 1).atStartOfDay(HubTime.ZONE).toInstant();
        return new Span(year, from, to, now.isBefore(to) ? now : to);
    }

    /** What the statements are asked with. */
    Map<String, Object> parameters() {
        LocalDate day = LocalDate.ofInstant(until, HubTime.ZONE);
        Map<String, Object> p = new HashMap<>();
        p.put("year", year);
        p.put("months", year + "-%");
        p.put("from", Timestamp.from(from));
        p.put("to", Timestamp.from(to));
        p.put("today", java.sql.Date.valueOf(day));
        p.put("fresh", day.minusYears(1).toString());
        p.put("corrected", Timestamp.from(until.minus(Duration.ofDays(CORRECTION_DAYS))));
        p.put("answered", Timestamp.from(until.minus(Duration.ofDays(ANSWER_DAYS))));
        p.put("stayed", Timestamp.from(until.minus(Duration.ofDays(STAY_DAYS))));
        return p;
    }
}
