package org.talenthub.editions.needs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one demand asks for, as far as needs are told apart and weighed by it.
 *
 * @param demand id of its record
 * @param enterprise what tells enterprises apart: the credit code, else the name as names are compared
 * @param challenge whether it is a challenge (揭榜挂帅), which is never one need with a post
 * @param industries codes of chains
 * @param skills as they were reported
 * @param asked what it is weighed by
 * @param conditions what the scorer asks of people for it, as filters of their list
 * @param heads asked for
 * @param filled of these, that have arrived
 * @param open on the day that is looked at: known of by then, not lapsed, not filled
 * @param spans years that its reports held for, on that day
 */
public record Need(
        long demand,
        String enterprise,
        String enterpriseName,
        String post,
        boolean challenge,
        Set<String> industries,
        List<String> skills,
        Asked asked,
        Map<String, List<String>> conditions,
        int heads,
        int filled,
        @Nullable String region,
        boolean open,
        List<Span> spans) {

    public Need {
        industries = Set.copyOf(industries);
        skills = List.copyOf(skills);
        conditions = Map.copyOf(conditions);
        spans = List.copyOf(spans);
    }

    /** Heads that are still missing. */
    public int gap() {
        return Math.max(0, heads - filled);
    }

    /**
     * The conditions, codes of the dictionaries; null where nothing is asked.
     *
     * @param salaryMax ten thousand yuan a year
     */
    public record Asked(
            @Nullable String education,
            @Nullable String degree,
            @Nullable String titleLevel,
            @Nullable String skillLevel,
            @Nullable Integer experienceYears,
            @Nullable Integer salaryMax) {

        public static final Asked NOTHING = new Asked(null, null, null, null, null, null);
    }

    /**
     * Years that one report held for.
     *
     * @param unmet whether heads were missing then
     */
    public record Span(int from, int to, boolean unmet) {

        boolean unmetIn(int year) {
            return unmet && from <= year && year <= to;
        }
    }
}
