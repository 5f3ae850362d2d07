package org.talenthub.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.RecordView;

/**
 * What was found.
 *
 * @param total of those that the words stand in, exact
 * @param nearTotal of those that only mean something near; they follow the others
 * @param facets facet name to its values, most frequent first; a facet's own filter does not narrow its counts
 * @param only where all conditions together find nothing: a few of them that find something
 * @param notices what of the typed words was not understood as it may have been meant, in words
 * @param understood what of the typed words became conditions
 * @param named what a long text names, of which as much as possible fits; empty for a line of words, which all hold
 * @param cursor for the next items, null at the end
 * @param took milliseconds
 */
public record SearchResult(
        long total,
        long nearTotal,
        int page,
        int size,
        List<Hit> items,
        Map<String, List<FacetValue>> facets,
        @Nullable String didYouMean,
        List<Relaxation> relaxations,
        List<Kept> only,
        List<String> notices,
        List<Understood> understood,
        List<String> named,
        @Nullable String cursor,
        long took) {

    /**
     * @param highlights field to fragments, HTML-escaped but for {@code <mark>}
     * @param matched names of the query parts that matched, for “why it matched”
     * @param near whether it only means something near to what was typed
     */
    public record Hit(
            RecordView record,
            Map<String, List<String>> highlights,
            double score,
            List<String> matched,
            boolean near) {}

    /** @param label what the screen shows; {@code selected} when the query filters by it */
    public record FacetValue(String value, String label, long count, boolean selected) {}

    /**
     * A condition that could be dropped, and how many would then be found.
     *
     * @param drop the name of the filter, or {@code q} for the typed words
     * @param part the part of the typed line that goes, when the rest stays: a word, or what the condition was typed as; null otherwise
     */
    public record Relaxation(
            String drop, String label, long total, @Nullable Part part) {}

    /**
     * Some of the conditions, alone.
     *
     * @param keep names of filters, {@code q} for the typed words
     * @param line the typed words of these conditions, may be empty
     */
    public record Kept(List<String> keep, String label, long total, String line) {}

    /** A part of the typed words, and what is left without it. */
    public record Part(String dropped, String left) {}
}
