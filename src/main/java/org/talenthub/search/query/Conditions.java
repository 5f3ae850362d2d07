package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.search.Understood;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.language.Language;

/**
 * A query's conditions, still apart so that one of them can be left out.
 *
 * @param scope what the viewer may see of this kind; null when that is everything
 * @param typed what was typed and is no condition
 * @param understood what of the typed line became conditions; they are among those that narrow
 * @param faults named fields whose value nothing can be found by, each with the key of what is told about it
 * @param topic what of it is also looked for by its meaning; null when nothing is
 * @param text what was typed, literally; null when nothing was
 * @param near what only means something near to it, not literally; null when nothing is looked for so
 * @param order what orders the literal ones beside their words; null for nothing
 * @param marks field to what of the text can be marked in it; empty when only the text as a whole tells. Made when a page is asked for:
 *     counts need none
 * @param narrowing filter name to its condition
 */
public record Conditions(
        ScopeFilter rights,
        @Nullable Query scope,
        Language typed,
        List<Understood> understood,
        Map<String, String> faults,
        Similar.@Nullable Topic topic,
        @Nullable Query text,
        @Nullable Query near,
        @Nullable Query order,
        Supplier<Map<String, Query>> marks,
        Map<String, Query> narrowing) {

    /** Whether something was typed that nothing can be found by. */
    public boolean nothing() {
        return text != null && typed.isEmpty();
    }

    /** The typed conditions and other words beside them, as one line. */
    public String line(String words) {
        return Stream.concat(understood.stream().map(Understood::text).distinct(), Stream.of(words))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The literal words, those that mean it too first. */
    @Nullable
    public Query ordered() {
        Query words = text;
        Query by = order;
        return words == null || by == null
                ? words
                : Query.of(q -> q.bool(b -> b.must(words).should(by)));
    }

    /** What was typed without a score, narrowed by these only. */
    public Query counting(List<Query> narrow) {
        Query words = text;
        List<Query> all = new ArrayList<>(narrow);
        if (words != null) {
            all.addFirst(words);
        }
        return join(null, all);
    }

    /** All that is near, under all conditions. */
    public Optional<Query> resembling() {
        return Optional.ofNullable(near).map(n -> join(n, List.copyOf(narrowing.values())));
    }

    public Query all() {
        return without("");
    }

    /** @param name of a filter, or {@code q} for the typed words */
    public Query without(String name) {
        List<Query> narrow = new ArrayList<>();
        narrowing.forEach((n, q) -> {
            if (!n.equals(name)) {
                narrow.add(q);
            }
        });
        return join(name.equals("q") ? null : text, narrow);
    }

    /** The typed words and the scope, narrowed by these only. */
    public Query join(@Nullable Query words, List<Query> narrow) {
        return Query.of(q -> q.bool(b -> {
            if (words != null) {
                b.must(words);
            }
            if (scope != null) {
                b.filter(scope);
            }
            return b.filter(narrow);
        }));
    }
}
