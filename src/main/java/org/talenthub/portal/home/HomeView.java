package org.talenthub.portal.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;
import org.talenthub.web.Waits;

/**
 * The first page, by role.
 *
 * @param place the region that the numbers are of, null for the province
 * @param waits what waits for the viewer
 * @param starts ways into the search
 * @param own own batches and what to do with them next; null for who reports nothing
 * @param reported the search for what the viewer's carrier reported
 */
public record HomeView(
        String role,
        @Nullable String place,
        List<Waits.Wait> waits,
        List<Link> starts,
        @Nullable List<Task> own,
        @Nullable Link reported,
        List<Board> boards,
        @Nullable Chains chains,
        List<DemandRow> demands) {

    /** @param next message key of the thing to do */
    record Task(String href, String title, String status, String text, String next) {}

    record Board(String key, List<Bar> items, long max) {}

    record Bar(String label, String href, long count) {}

    /** Talents and demands side by side, for who sees all of both. */
    record Chains(List<ChainRow> rows) {}

    /**
     * @param heads how many people the open demands ask for, with these
     * @param ratio talents for each of them
     */
    record ChainRow(
            String label, Link talents, Link demands, Link enterprises, Link platforms, Link heads, String ratio) {}

    record DemandRow(
            String href, String post, String enterprise, String place, String headcount, String salary, String until) {}
}
