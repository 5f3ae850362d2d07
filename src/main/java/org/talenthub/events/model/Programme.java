package org.talenthub.events.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens besides the meetings, and what the handbook says besides. */
public record Programme(List<Item> items, List<Route> routes, String policy, String feedback, String emergency) {

    public static final Programme NONE = new Programme(List.of(), List.of(), "", "", "");

    /** Whatever is missing is empty: it is read from bodies and from what was stored. */
    @SuppressWarnings("NullAway") // read from JSON, where anything may be missing
    public Programme {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        routes = List.copyOf(Objects.requireNonNullElse(routes, List.of()));
        policy = Objects.requireNonNullElse(policy, "");
        feedback = Objects.requireNonNullElse(feedback, "");
        emergency = Objects.requireNonNullElse(emergency, "");
    }

    /**
     * @param kind BRIEFING, VISIT, MEAL, MEETINGS, OTHER
     * @param from local minute, ISO
     */
    public record Item(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String from,
            @Nullable String to,
            @Nullable String place) {}

    /** @param seats of the bus */
    public record Route(
            @Nullable String name,
            @Nullable List<String> stops,
            @Nullable Integer seats,
            @Nullable String guide,
            @Nullable String from) {}
}
