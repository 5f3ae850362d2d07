package org.talenthub.search.kinds;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import java.util.stream.Stream;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Privacy;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.filters.ScopeFilter;

/**
 * An order of the items; ends with the id so that it is total and a cursor can go on in it.
 *
 * @param name as in the address
 */
public record Sorting(String name, List<By> by) {

    /** @param text whether the values are texts, else numbers */
    public record By(String field, boolean descending, boolean text) {}

    private static final By ID = new By("id", false, true);
    private static final By NEWEST = new By("updatedAt", true, false);
    private static final Sorting DATE = new Sorting("newest", List.of(NEWEST, ID));
    private static final Sorting SCORE = new Sorting("relevance", List.of(new By("_score", true, false), NEWEST, ID));
    private static final Sorting NAME = new Sorting("name", List.of(new By("nameKey", false, true), ID));

    static Sorting number(String name, String field, boolean descending) {
        return new Sorting(name, List.of(new By(field, descending, false), ID));
    }

    /**
     * The order a query asks for. By name where names are hidden would tell them, and becomes newest first; so does relevance when
     * nothing was typed.
     *
     * @throws Problem 400 for an order that the kind does not have
     */
    public static Sorting of(SearchQuery q, ScopeFilter rights) {
        return switch (q.sort()) {
            case "", "relevance" -> SearchQuery.words(q.q()).isEmpty() ? DATE : SCORE;
            case "newest" -> DATE;
            case "name" -> q.kind() != Kind.TALENT || rights.readableEverywhere(Privacy.PERSONAL) ? NAME : DATE;
            default ->
                KindTraits.of(q.kind()).sorts().stream()
                        .filter(s -> s.name.equals(q.sort()))
                        .findFirst()
                        .orElseThrow(() -> Problem.badRequest(
                                "sort.unknown",
                                Sentence.of("refused.sort.unknown.of", q.sort(), Sentence.list(names(q.kind())))));
        };
    }

    /** The orders of a kind, by name. */
    public static List<String> names(Kind kind) {
        return Stream.concat(
                        Stream.of("relevance", "newest", "name"),
                        KindTraits.of(kind).sorts().stream().map(Sorting::name))
                .toList();
    }

    /** Those that a person is offered, in the order of the screen. */
    public static List<String> offered(Kind kind) {
        KindTraits traits = KindTraits.of(kind);
        return Stream.of(
                        Stream.of("relevance", "newest"),
                        traits.sorts().stream().map(Sorting::name),
                        traits.byName() ? Stream.of("name") : Stream.<String>of())
                .flatMap(s -> s)
                .toList();
    }

    public List<SortOptions> options() {
        return by.stream().map(Sorting::option).toList();
    }

    private static SortOptions option(By b) {
        SortOrder order = b.descending ? SortOrder.Desc : SortOrder.Asc;
        return b.field.equals("_score")
                ? SortOptions.of(s -> s.score(x -> x.order(order)))
                : SortOptions.of(s -> s.field(f -> f.field(b.field).order(order)));
    }
}
