package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.access.Visibility;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Organisations;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.kinds.TextField;
import org.talenthub.search.language.People;

/**
 * One typed word or phrase as a query. Each field is asked in several ways, the best way and the best field decide (see {@link Tier}); a
 * field is only asked on records where the viewer may read it.
 */
@Component
public class Lexical {

    /** So little that a word in all fields stays in the tier of its best one. */
    private static final double TIE = 0.02;

    /** The number of all words together, beside those of the words. */
    private static final int TOGETHER = 99;

    /** Up to four all: with one less it is another profession. Of more three quarters. */
    private static final String MOST_WORDS = "4<75%";

    /** Up to three all, up to six all but one, up to nine all but two, then seven of ten. */
    private static final String MOST_PAIRS = "3<-1 6<-2 9<70%";

    /** Characters; fewer have too few pairs to do without one. */
    private static final int SHORTEST_PAIRS = 4;

    private final Feeds feeds;
    private final Organisations organisations;

    Lexical(Feeds feeds, Organisations organisations) {
        this.organisations = organisations;
        this.feeds = feeds;
    }

    /** @param n the word's number in the query; a hit tells by {@code field#n} where it was found */
    Query word(String word, int n, Kind kind, ScopeFilter rights, List<TextField> fields) {
        List<Query> ways = new ArrayList<>();
        boolean name = organisations.names(word) || (kind == Kind.TALENT && People.name(word));
        for (TextField f : fields) {
            List<Query> here = new ArrayList<>();
            organisations.written(word).forEach(w -> here.add(run(w, f)));
            if (f.field().equals("name")) {
                here.addAll(NameQueries.of(word));
            }
            // a person's name is no sentence, and who only shares words with a name is not called so
            if (!name && (!f.field().equals("name") || kind != Kind.TALENT)) {
                here.add(words(word, f));
                if (word.codePointCount(0, word.length()) >= SHORTEST_PAIRS) {
                    here.add(pairs(word, f));
                }
            }
            allowed(f, named(f, n, here), kind, rights).ifPresent(ways::add);
        }
        boolean several = fields.stream().filter(f -> f.shownAs() != null).count() > 1;
        if (!name && several && word.codePointCount(0, word.length()) >= SHORTEST_PAIRS) {
            ways.addAll(scattered(word, kind, rights, fields));
        }
        if (word.length() == 18) {
            ways.add(Tier.constant(Terms.one("enterpriseCode", word.toUpperCase(Locale.ROOT)), Tier.NAME_EXACT));
        }
        return best(ways);
    }

    /** What of a word can be marked in one field: the ways it is looked for there, and with the other fields together. */
    List<Query> marks(String word, Kind kind, ScopeFilter rights, TextField f) {
        List<Query> marks = new ArrayList<>(List.of(word(word, 0, kind, rights, List.of(f))));
        if (word.codePointCount(0, word.length()) >= SHORTEST_PAIRS && !organisations.names(word)) {
            marks.addAll(scattered(word, kind, rights, TextField.of(kind)));
        }
        return marks;
    }

    /** The same for one of many things that a long text names: by its words only, since their order counts for little and their cost adds up. */
    Query named(String word, int n, Kind kind, ScopeFilter rights, List<TextField> fields) {
        return best(fields.stream()
                .filter(f -> !f.field().equals("name") || kind != Kind.TALENT)
                .flatMap(f -> allowed(f, named(f, n, List.of(words(word, f))), kind, rights).stream())
                .toList());
    }

    /** Exactly this run of characters, in one field. */
    Query phrase(String phrase, int n, Kind kind, ScopeFilter rights, List<TextField> fields) {
        return best(fields.stream()
                .flatMap(f -> allowed(f, named(f, n, List.of(run(phrase, f))), kind, rights).stream())
                .toList());
    }

    /** Several words that are one name when the blanks between them are left out: zhang wei, 张 伟. */
    Optional<Query> name(String together, Kind kind, ScopeFilter rights) {
        List<Query> ways = NameQueries.of(together);
        return TextField.of(kind).stream()
                .filter(f -> f.field().equals("name") && !ways.isEmpty())
                .findFirst()
                .flatMap(f -> allowed(f, named(f, TOGETHER, ways), kind, rights));
    }

    private static Query run(String text, TextField f) {
        Query phrase = Query.of(q -> q.matchPhrase(m -> m.field(f.field())
                .query(text)
                .boost(Tier.NUANCE)
                // words made of marks only look for nothing, and find everything
                .zeroTermsQuery(ZeroTermsQuery.All)));
        return Tier.scored(phrase, f.field().equals("name") ? Tier.NAME_PART : Tier.PHRASE + f.boost() * Tier.FIELD);
    }

    /** The words that a text is made of, or what means the same; of more than four most of them. */
    private static Query words(String text, TextField f) {
        Query words = Query.of(q -> q.match(m -> m.field(f.field())
                .query(text)
                .analyzer("hub_words")
                .minimumShouldMatch(MOST_WORDS)
                .boost(Tier.NUANCE)));
        return Tier.scored(words, Tier.WORDS + f.boost() * Tier.WORDS_FIELD);
    }

    /** For what no dictionary knows. A single pair of characters in common is chance; nearly all of them are not. */
    private static Query pairs(String text, TextField f) {
        Query pairs = Query.of(q -> q.match(m ->
                m.field(f.field()).query(text).minimumShouldMatch(MOST_PAIRS).boost(Tier.NUANCE)));
        return Tier.scored(pairs, Tier.PAIRS + f.boost());
    }

    /** Each word in some field: in those that the viewer may read everywhere, and where he may read more also in the others. */
    private List<Query> scattered(String text, Kind kind, ScopeFilter rights, List<TextField> fields) {
        // a person's name is no part of a sentence
        List<TextField> prose = fields.stream()
                .filter(f -> !f.field().equals("name") || kind != Kind.TALENT)
                .toList();
        Map<Extent, Query> ways = new LinkedHashMap<>();
        // whoever may read a class may read those before it
        prose.stream().map(f -> privacy(kind, f)).distinct().sorted().forEach(p -> {
            List<TextField> readable = prose.stream()
                    .filter(f -> privacy(kind, f).compareTo(p) <= 0)
                    .toList();
            List<String> closed = readable.stream()
                    .filter(f -> !rights.open(privacy(kind, f)))
                    .map(Lexical::column)
                    .toList();
            rights.where(
                            p,
                            closed,
                            scattered(
                                    text,
                                    readable.stream().map(TextField::field).toList()))
                    .ifPresent(way -> ways.put(rights.showing(p), way));
        });
        return List.copyOf(ways.values());
    }

    private static Query scattered(String text, List<String> fields) {
        Query words = Query.of(q -> q.multiMatch(m -> m.fields(fields)
                .query(text)
                .type(TextQueryType.CrossFields)
                .analyzer("hub_words")
                .minimumShouldMatch(MOST_WORDS)
                .boost(Tier.NUANCE)));
        return Tier.scored(words, Tier.SCATTERED);
    }

    private static String column(TextField f) {
        return f.column() == null ? f.field() : f.column();
    }

    /** The query of a field, only on records where the viewer may read it; empty when that is nowhere. */
    private Optional<Query> allowed(TextField f, Query query, Kind kind, ScopeFilter rights) {
        return rights.where(privacy(kind, f), column(f), query);
    }

    private static Query named(TextField f, int n, List<Query> ways) {
        return Query.of(q -> q.disMax(d -> d.queries(ways).tieBreaker(TIE).queryName(f.field() + "#" + n)));
    }

    /** The best decides, the others add a little. */
    static Query best(List<Query> queries) {
        return queries.isEmpty()
                ? Query.of(q -> q.matchNone(m -> m))
                : Query.of(q -> q.disMax(d -> d.queries(queries).tieBreaker(TIE)));
    }

    /** Each that holds counts the same, at least one does. */
    static Query sum(List<Query> queries) {
        return queries.isEmpty()
                ? Query.of(q -> q.matchNone(m -> m))
                : Query.of(q -> q.bool(b -> b.should(queries.stream()
                                .map(w -> Tier.constant(w, Tier.FITS))
                                .toList())
                        .minimumShouldMatch("1")));
    }

    private Privacy privacy(Kind kind, TextField f) {
        String column = f.column();
        return column == null
                ? Privacy.PUBLIC
                : feeds.get(kind.type())
                        .column(column)
                        .map(Column::privacy)
                        .orElseThrow(() -> new IllegalStateException(kind + " has no column " + column));
    }

    /** The fields whose matches may be shown on a record seen like this. */
    public Map<String, String> shown(Kind kind, Visibility v) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (TextField f : TextField.of(kind)) {
            if (f.shownAs() != null && v.shows(privacy(kind, f))) {
                shown.put(f.field(), Objects.requireNonNull(f.shownAs()));
            }
        }
        return shown;
    }
}
