package org.talenthub.portal.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;

/**
 * One record's page, and the pane beside the result list.
 *
 * @param note message key: what the viewer does not see and why, null when nothing is held back
 * @param sourced whether the facts come with their sources
 * @param provenance who says so; empty where the viewer may not know
 * @param version the record's, so that a decision is not taken on what has changed meanwhile
 * @param belongs single neighbours: employer, station, base
 * @param links neighbours of which there may be many
 * @param around what shares its industry or region
 */
public record EntityView(
        String name,
        String href,
        List<Link> crumbs,
        List<String> tags,
        @Nullable String urgent,
        List<Link> lead,
        List<Link> skills,
        @Nullable String note,
        List<Fact> facts,
        boolean sourced,
        Provenance provenance,
        long version,
        List<Group> belongs,
        List<Group> links,
        List<Group> around) {

    /**
     * @param wide takes the whole width
     * @param source which report says so
     * @param mark open or settled when reports disagree, else null
     */
    record Fact(
            String label,
            List<Link> values,
            boolean wide,
            @Nullable Link source,
            @Nullable String mark) {}

    /** @param href the search that finds exactly {@code total}; null for a single neighbour */
    record Group(String label, long total, @Nullable String href, List<Item> items) {}

    /** @param note what tells it from its namesakes */
    record Item(String text, String href, String note) {}
}
