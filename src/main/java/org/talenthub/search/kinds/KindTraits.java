package org.talenthub.search.kinds;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Extent;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.understanding.Understanding;

/**
 * What a kind is made of for who searches: one class a kind says all of it, and whoever treats kinds differently asks here. What a record of
 * it is indexed as stands in {@code search.documents}, what its rows mean in the kind's own module.
 */
public interface KindTraits {

    Kind kind();

    /** Its own filters, in the order that the screen shows them, behind those that all kinds have. */
    Stream<Filter> filters(FilterMaker make);

    /** Where typed words are looked for. */
    List<TextField> texts();

    /** Its orders beside relevance, date and name. */
    List<Sorting> sorts();

    /** Columns of the results as a table when nobody chose others; names of the feed's columns. */
    List<String> columns();

    /** What it is connected with, nearest first; empty for what a record does not have. */
    <L> Stream<Optional<L>> links(LinkMaker<L> to);

    /** What the screen offers to bound by numbers or a day. */
    default List<Bounds> bounds() {
        return List.of();
    }

    /** The column that a record is called by. */
    default String title() {
        return "name";
    }

    /** Whether a list can be put in the order of names. */
    default boolean byName() {
        return true;
    }

    /** The field that says in words where something is; null when there is none. */
    default @Nullable String place() {
        return null;
    }

    /** Its skills as they are written; null when it has none. */
    default @Nullable String skills() {
        return null;
    }

    /** Where it says what it is about, and how much the words there count: the first two say what somebody can do, or what a post is for. */
    default Map<String, Float> topics() {
        return Map.of();
    }

    /** Adds the words that are conditions of this kind beyond the values of its filters' tables. */
    default void words(Understanding reading, Dictionaries tables) {}

    /** What of this kind lies in the area of a base. */
    default Query in(RecordSnapshot base, Extent enterprises) {
        return ScopeFilter.extent(enterprises);
    }

    static KindTraits of(Kind kind) {
        return switch (kind) {
            case TALENT -> TalentTraits.IT;
            case DEMAND -> DemandTraits.IT;
            case ENTERPRISE -> EnterpriseTraits.IT;
            case BASE -> BaseTraits.IT;
            case STATION -> StationTraits.IT;
            case PLATFORM -> PlatformTraits.IT;
        };
    }

    /**
     * One or two numbers or a day that bound something.
     *
     * @param name of what is bounded
     * @param conditions the filters that do it
     */
    record Bounds(String name, List<String> conditions, boolean date) {}
}
