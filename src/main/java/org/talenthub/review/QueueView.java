package org.talenthub.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.web.Pager;

/**
 * The review queue as a page.
 *
 * @param state open, same, different or unsure: which pairs are shown
 * @param only with a reason chosen: the way to its pairs with no other reason, or back
 * @param all with a reason chosen: how many pairs “all of this reason” would decide; else null
 * @param allCount the same as a number, 0 when there is no such choice
 */
public record QueueView(
        String state,
        @Nullable String reason,
        @Nullable Choice only,
        String total,
        List<Choice> states,
        List<Choice> reasons,
        List<PairView> pairs,
        Pager pager,
        @Nullable String all,
        long allCount) {

    /** A filter: its name in the bundle, how many pairs it shows (null: not counted), whether it is the one chosen. */
    record Choice(String key, String href, @Nullable String count, boolean current) {}

    /**
     * @param found in which row of which batch it was found
     * @param more further fields, which say the same or which only one side has
     * @param decided who decided it when, null while it is open
     */
    record PairView(
            String id,
            int score,
            List<String> reasons,
            String found,
            String foundHref,
            Head a,
            Head b,
            List<Line> lines,
            List<Line> more,
            boolean open,
            boolean sure,
            @Nullable String decided,
            @Nullable String note) {}

    /** @param href null when nothing is left of the record */
    record Head(String name, @Nullable String href, List<String> reports) {}

    /** One field of both. */
    record Line(String label, String a, String b, boolean differs) {}
}
