package org.talenthub.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail.
 *
 * @param who username, {@code ?} where something else was typed
 * @param role whose eyes he had then
 * @param action the act more exactly
 * @param type of what it was done to
 * @param record its id
 * @param fields names of fields
 * @param from address; null for the hub's own work
 * @param via the token of a program that acted for him
 */
public record Event(
        Instant at,
        String who,
        @Nullable String role,
        @Nullable String act,
        String action,
        @Nullable String type,
        @Nullable String record,
        List<String> fields,
        @Nullable String purpose,
        @Nullable String detail,
        @Nullable String from,
        @Nullable String via,
        @Nullable String result) {}
