package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Privacy;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;

/**
 * One condition that a search can be narrowed by.
 *
 * @param name as in the address: {@code industry}
 * @param facet the counts it offers; null when it has none
 */
public record Filter(String name, @Nullable Facet facet, Condition condition) {

    /**
     * Under which circumstances a condition is made.
     *
     * @param viewer who asks
     * @param department whether those ask who decide about such records: departments of the province and the cities
     */
    public record Circumstances(Kind kind, ScopeFilter scope, LocalDate today, Viewer viewer, boolean department) {

        /** Whether those ask who see all records. */
        public boolean everything() {
            return scope.seen().isEmpty();
        }

        /** A condition on a field of this class, only on records where it can be read: a search must not tell what it hides. */
        public Query readable(Privacy privacy, String field, Query condition) {
            return scope.where(privacy, field, condition).orElseGet(() -> Query.of(q -> q.matchNone(n -> n)));
        }
    }

    /** Values to a query that matches any of them. */
    public interface Condition {
        /** @throws Problem 400 when a value makes no sense here */
        Query of(List<String> values, Circumstances c);
    }

    /**
     * Values of a field, counted.
     *
     * @param prefix stands before the values in the index; values without it are not counted
     * @param canonical what somebody wrote for a value to the values themselves: 光电子信息 to OPTO, 硕士以上 to two codes
     * @param labels value to what the screen shows, for all values at once; a value it leaves out is not shown
     * @param only the values that are counted; empty for all
     * @param size how many values at most
     */
    public record Facet(
            String field,
            String prefix,
            Function<String, List<String>> canonical,
            Labelling labels,
            List<String> only,
            int size) {}

    /** Many values to their words in one go. */
    public interface Labelling {
        Map<String, String> of(Collection<String> values);
    }

    public static Problem unknownValue(String name, String value) {
        return unknownValue(name, value, Optional.empty());
    }

    /** @param all the values that there are */
    public static Problem unknownValue(String name, String value, List<String> all) {
        return Problem.badRequest(
                "filter.value", Sentence.of("refused.filter.value.unknownValue", name, value, Sentence.list(all)));
    }

    /** @param nearest what may have been meant */
    public static Problem unknownValue(String name, String value, Optional<String> nearest) {
        return Problem.badRequest(
                "filter.value",
                Sentence.of(
                        "refused.filter.value.near",
                        name,
                        value,
                        nearest.map(n -> Sentence.of("refused.near", n)).orElse(Sentence.plain(""))));
    }
}
