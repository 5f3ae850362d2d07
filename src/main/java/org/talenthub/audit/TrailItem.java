package org.talenthub.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the trail as the API answers it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrailItem(
        Instant at,
        String who,
        String role,
        String act,
        String action,
        @Nullable String type,
        @Nullable String record,
        @Nullable List<String> fields,
        @Nullable String purpose,
        @Nullable String detail,
        String from,
        @Nullable String via,
        String result) {

    /** Of the hub's own work, and of entries from before these were kept. */
    private static final String HUB = "hub";

    static TrailItem of(Event e) {
        return new TrailItem(
                e.at(),
                e.who(),
                e.role() == null ? "" : e.role(),
                e.act() == null ? "CHANGE" : e.act(),
                e.action(),
                e.type(),
                e.record(),
                e.fields().isEmpty() ? null : e.fields(),
                e.purpose(),
                e.detail(),
                e.from() == null ? HUB : e.from(),
                e.via(),
                e.result() == null ? "OK" : e.result());
    }
}
