package org.talenthub.insight.places;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an industry, a node of its chain or a region: what it is, and what stands there.
 *
 * @param kind industry, node or region
 * @param above the page it belongs to
 * @param words key technologies, or other names
 * @param counts of each kind that the viewer may list
 * @param events what was reported or corrected there, the newest first
 * @param lacks what is missing there or old, and {@code who} can add it
 * @param sheets the viewer's own organisation can fill in about what is old there
 * @param parts of an industry, by stage
 */
record PlaceView(
        String kind,
        String name,
        @Nullable Ref above,
        List<Fact> facts,
        List<String> words,
        List<Count> counts,
        List<Event> events,
        List<Lack> lacks,
        String who,
        List<Sheet> sheets,
        List<Stage> parts) {

    record Ref(String text, String href) {}

    record Fact(String label, String text) {}

    /** @param href the search that finds those that are old; null where there are none at all */
    record Lack(String label, String text, @Nullable String href) {}

    /** @param purpose it is asked what for */
    record Sheet(String feed, String label, boolean purpose) {}

    /**
     * @param kind its path
     * @param total what the search behind {@code href} finds
     */
    record Count(String kind, String label, long total, String href, List<Ref> items) {}

    record Event(String at, String label, String kind, Ref record) {}

    record Stage(String label, List<Ref> nodes) {}
}
