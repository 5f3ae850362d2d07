package org.talenthub.portal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.search.kinds.KindTraits;
import org.talenthub.web.Pager;

/**
 * The search page.
 *
 * @param notices what of the typed words was understood otherwise than it may have been meant
 * @param understood what of the typed words became conditions
 * @param plainHref the same words without any of them being conditions; null when none is
 * @param table the hits as a table; null when they are shown as a list
 * @param usualSort the order in force when none was chosen, so that it need not stand in the address
 * @param agesHref where it is told how old they are; null when nobody is found, or none of these have an age
 * @param openOnly whether lapsed demands are left out; null where nothing lapses
 * @param hidden conditions that have no facet, kept by the filter form
 * @param only a few of the conditions, without the others
 * @param elsewhere the other kinds of which the words find something
 * @param clearHref the same words without any condition
 */
public record SearchView(
        String title,
        String tab,
        List<Facet> facets,
        List<Range> ranges,
        @Nullable String agesHref,
        @Nullable Boolean openOnly,
        List<Field> hidden,
        List<Chip> chips,
        String clearHref,
        String firstHref,
        long total,
        List<String> notices,
        List<Understood> understood,
        @Nullable String plainHref,
        Near near,
        List<New> fresh,
        List<HitView> hits,
        @Nullable TableView table,
        Pager pager,
        String usualSort,
        List<Choice> sorts,
        List<Choice> sizes,
        List<Relaxation> relaxations,
        List<Relaxation> only,
        List<Tab> elsewhere,
        @Nullable Meant didYouMean) {

    /**
     * A condition that was read out of the line.
     *
     * @param href the same search with its words as words
     */
    record Understood(String text, String label, String href) {}

    /**
     * What only means something near to what was typed.
     *
     * @param from place of the first such hit on this page; -1 for none
     * @param offHref the same search without them
     */
    record Near(long total, int from, String offHref) {}

    /** Only what is new in this month, in one of two ways. */
    record New(String name, String href, boolean current) {}

    record Tab(String key, String href, long total) {}

    /**
     * @param rest the values behind “更多”
     * @param openHref where its values are counted; null when they are
     * @param clearHref null when nothing is chosen
     */
    record Facet(
            String name,
            @Nullable String openHref,
            List<Value> first,
            List<Value> rest,
            @Nullable String clearHref) {}

    record Value(String value, String label, long count, boolean selected) {}

    public record Field(String name, String value) {}

    /** One or two numbers or a day that bound something. */
    record Range(String name, boolean date, List<Field> fields) {

        static List<Range> of(Ask ask) {
            return KindTraits.of(ask.query().kind()).bounds().stream()
                    .map(r -> new Range(
                            r.name(),
                            r.date(),
                            r.conditions().stream()
                                    .map(f -> new Field(
                                            f,
                                            ask.chosen(f).stream().findFirst().orElse("")))
                                    .toList()))
                    .toList();
        }
    }

    /** @param count how many there are with this value under the other conditions; null where values are not counted */
    record Chip(String name, String label, @Nullable Long count, String href) {}

    record Choice(String value, boolean selected) {}

    record Relaxation(String name, String label, long total, String href) {}

    record Meant(String label, String href) {}
}
