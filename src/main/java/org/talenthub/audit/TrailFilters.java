package org.talenthub.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.AuditEntry;
import org.talenthub.web.Parameters;

/** Reads what is asked of the trail. */
final class TrailFilters {

    static final String[] NAMES = {"who", "act", "record", "result", "from", "to", "page", "size"};

    private TrailFilters() {}

    static Trail.Filter read(Parameters given) {
        return new Trail.Filter(
                given.text("who"),
                given.choice("act", AuditEntry.Act.class).orElse(null),
                given.text("record"),
                given.choice("result", AuditEntry.Result.class).orElse(null),
                day(given, "from", 0),
                day(given, "to", 1));
    }

    /** @param more days: the last day belongs to what is asked */
    private static @Nullable Instant day(Parameters given, String name, int more) {
        String text = given.text(name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() > 10
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(more)
                            .atStartOfDay(HubTime.ZONE)
                            .toInstant();
        } catch (DateTimeException e) {
            throw Problem.badRequest("parameter.value", Sentence.of("refused.parameter.value.day", name));
        }
    }
}
