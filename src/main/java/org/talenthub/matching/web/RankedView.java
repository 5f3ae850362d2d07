package org.talenthub.matching.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.matching.candidates.PartView;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.web.Pager;

/**
 * A ranked list on the site: candidates of a demand, or demands for a person.
 *
 * @param people whether people are listed
 * @param lean what the order leans to: 0 words, 50 both, 100 meaning
 * @param chips what the list is narrowed by, in words
 * @param kept the same for forms; without the words and what the order leans to, which forms ask for
 * @param all the address of the whole list
 * @param here the address of this page of it
 * @param note how few conditions can be checked, null when they are enough
 * @param conditions the demand's conditions and how much each binds; empty for a list of demands
 * @param changeable the viewer may say how much they bind
 * @param exportable the viewer may take people home as a sheet
 * @param bands what a band begins with, and how many of its pairs came to something so far
 * @param asking whether the person wants to be asked; null for candidates of a demand
 * @param side those that are looked at side by side, at most four
 */
record RankedView(
        String id,
        String title,
        String subtitle,
        String href,
        String back,
        boolean people,
        long total,
        String q,
        int lean,
        List<Chip> chips,
        List<Field> kept,
        String all,
        String here,
        @Nullable String note,
        List<Condition> conditions,
        String excluded,
        boolean changeable,
        boolean exportable,
        @Nullable Asking asking,
        List<Row> rows,
        List<Row> side,
        List<Step> steps,
        Pager pager,
        String version,
        List<String> bands) {

    /** Those that stand before the one that all are compared with, which is in the middle. */
    public List<Row> left() {
        return side.subList(0, side.size() / 2);
    }

    /** And behind it. */
    public List<Row> right() {
        return side.subList(side.size() / 2, side.size());
    }

    /** @param href the list without it */
    record Chip(String name, String label, String href) {}

    record Field(String name, String value) {}

    static List<Field> kept(SearchQuery asked) {
        List<Field> kept = new ArrayList<>();
        asked.filters().forEach((name, values) -> values.forEach(value -> kept.add(new Field(name, value))));
        if (asked.size() != SearchParameters.DEFAULT_SIZE) {
            kept.add(new Field("size", String.valueOf(asked.size())));
        }
        return kept;
    }

    /** @param until last day of a pause, empty for one without an end */
    record Asking(String state, String until, boolean changeable) {}

    /** @param strength MUST, SHOULD or NICE */
    record Condition(String name, String label, String strength, double weight) {}

    /** @param text what would be relaxed, and what that brings */
    record Step(String text, String gain) {}

    /** One segment of the bar. */
    record Segment(String label, int filled, String how) {}

    /**
     * @param band name of the band
     * @param reasons the strongest, at most two
     * @param against the one thing against; null when there is none
     * @param next the part of which the row tells what would help; null when nothing would
     * @param hrefs where the next step of a part is done, by its name
     * @param much the person was asked more often than one should be
     * @param asked how often the person was asked, in words; null when never
     * @param pairHref where something is decided about the pair
     */
    record Row(
            String id,
            String name,
            String href,
            String about,
            String band,
            double score,
            int confidence,
            String state,
            List<Segment> bar,
            List<String> reasons,
            @Nullable String against,
            @Nullable PartView next,
            Map<String, String> hrefs,
            boolean much,
            @Nullable String asked,
            @Nullable String asking,
            String pairHref,
            List<PartView> parts) {

        /** For the template; null for a part that this pair does not have. */
        public @Nullable PartView part(String name) {
            return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
        }
    }
}
