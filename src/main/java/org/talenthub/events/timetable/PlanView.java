package org.talenthub.events.timetable;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.plans.EventPlan;

/**
 * A version of a plan as a viewer may see it.
 *
 * @param gap how far below the bound the score lies at most, 0 to 1; null while no bound is known
 * @param unplaced pairs that do not meet and why, the most wanted first, at most five hundred of {@code unplacedTotal}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanView(
        String event,
        int version,
        EventPlan.State state,
        EventPlan.Origin origin,
        @Nullable Integer basedOn,
        boolean inForce,
        long score,
        @Nullable Long bound,
        @Nullable Double gap,
        int seconds,
        long seed,
        double spent,
        String note,
        String madeBy,
        Instant madeAt,
        @Nullable Instant doneAt,
        List<SlotView> slots,
        List<Table> tables,
        List<Meet> meetings,
        List<Unplaced> unplaced,
        int unplacedTotal) {

    /** Somebody or something with a name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(@Nullable String id, String name, String participant) {}

    /** @param n number of the slot */
    public record SlotView(int n, String from, String to) {}

    /** @param n in the hall */
    public record Table(int n, Named enterprise) {}

    /** @param id null while the plan is being made */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meet(
            @Nullable String id,
            Named talent,
            Named enterprise,
            List<String> demands,
            List<String> posts,
            int slot,
            String from,
            String to,
            int table,
            EventMeeting.@Nullable Outcome outcome,
            EventMeeting.@Nullable Why reason,
            @Nullable String note) {}

    /** @param text the reason in words */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unplaced(
            Named talent, Named enterprise, List<String> demands, String reason, String text, boolean must) {}

    /** One line of a difference. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            Kind change,
            @Nullable String id,
            Named talent,
            Named enterprise,
            @Nullable Place before,
            @Nullable Place after) {

        /** What happened to a meeting. */
        public enum Kind {
            ADDED,
            REMOVED,
            MOVED
        }
    }

    public record Place(int slot, int table) {}

    /** What differs between two versions. */
    public record Diff(int from, int to, int added, int removed, int moved, List<Change> items) {}

    /** What one more would bring. */
    public record Gain(int meetings, long score) {}

    /** Why two meet or do not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WhyView(
            int version,
            Named talent,
            Named enterprise,
            boolean placed,
            @Nullable Place place,
            String reason,
            String text,
            @Nullable Meet by,
            @Nullable Gain oneMoreDesk,
            @Nullable Gain oneMoreSlot) {}
}
