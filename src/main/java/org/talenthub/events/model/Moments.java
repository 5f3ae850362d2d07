package org.talenthub.events.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** Days and minutes of events, as texts in the time of Hubei that sort as they follow each other. */
public final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    /**
     * @param text 2026-12-05, 2026-12-05T09:00, 2026-12-05 09:00:00, or with an offset
     * @return a day or a minute
     * @throws Problem 400
     */
    public static String read(String field, String text) {
        String t = text.strip().replace(' ', 'T').replace('/', '-');
        try {
            if (t.length() <= 10) {
                return LocalDate.parse(t).toString();
            }
            boolean offset = t.endsWith("Z")
                    || t.substring(10).contains("+")
                    || t.substring(10).contains("-");
            return MINUTE.format(
                    offset
                            ? OffsetDateTime.parse(t)
                                    .atZoneSameInstant(HubTime.ZONE)
                                    .toLocalDateTime()
                            : LocalDateTime.parse(t));
        } catch (DateTimeException e) {
            throw Problem.badRequest("time.invalid", Sentence.of("refused.time.invalid", field, text));
        }
    }

    public static String minute(LocalDateTime at) {
        return MINUTE.format(at);
    }

    public static String now() {
        return MINUTE.format(ZonedDateTime.now(HubTime.ZONE));
    }

    public static LocalDate day(String moment) {
        return LocalDate.parse(moment.substring(0, 10));
    }

    /** The minute, or that of the day's beginning. */
    public static LocalDateTime at(String moment) {
        return moment.length() == 10 ? LocalDate.parse(moment).atStartOfDay() : LocalDateTime.parse(moment);
    }

    /** Whether the moment is a day without a time. */
    public static boolean dayOnly(String moment) {
        return moment.length() == 10;
    }
}
