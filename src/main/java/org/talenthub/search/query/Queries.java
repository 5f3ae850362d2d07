package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.Understood;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.Likeness;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.filters.Spans;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.kinds.Filters;
import org.talenthub.search.kinds.TextField;
import org.talenthub.security.Viewer;

/** The one place where a {@link SearchQuery} becomes conditions; always for a viewer. */
@Component
public class Queries {

    private static final int MOST_WORDS = 12;
    private static final int MOST_VALUES = 100;

    /** Alternatives of one part; more are names. */
    private static final int MANY = 12;

    private static final String OPEN = "open";

    private static final List<String> ENTERPRISES = List.of("employer", "enterprise", "host");

    private static final Query NONE = Query.of(q -> q.matchNone(n -> n));

    /** Parameters that are no conditions: they switch a way of searching. */
    private static final Set<String> SWITCHES = Set.of(Similar.NAME, Understander.PLAIN);

    private final Filters filters;
    private final Lexical lexical;
    private final Rights access;
    private final NamedFields named;
    private final Similar similar;
    private final Understander understander;
    private final Regions regions;

    Queries(
            Filters filters,
            Lexical lexical,
            Rights access,
            NamedFields named,
            Similar similar,
            Understander understander,
            Regions regions) {
        this.understander = understander;
        this.regions = regions;
        this.filters = filters;
        this.lexical = lexical;
        this.access = access;
        this.named = named;
        this.similar = similar;
    }

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
     * @param marks field to what of the text can be marked in it; empty when only the text as a whole tells
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
            Map<String, Query> marks,
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

    /** @throws Problem 400 for a filter value that makes no sense; 401, 403 when the kind does not exist for the viewer */
    public Conditions of(SearchQuery q, Viewer viewer) {
        ScopeFilter rights = rights(q.kind(), viewer);
        Filter.Circumstances c = circumstances(q.kind(), rights, viewer);
        check(q);
        String subtype = q.kind().subtype();
        Optional<Query> seen = rights.seen();
        Query scope = subtype == null
                ? seen.orElse(null)
                : Query.of(x -> x.bool(b -> {
                    seen.ifPresent(b::filter);
                    return b.filter(Terms.one("subtype", subtype));
                }));
        Understander.Line line = understander.read(q, q.q(), c.today(), f -> usable(f, q.kind(), c));
        Map<String, Query> narrowing = narrowing(q, line.understood(), c);
        Language typed = line.rest();
        Similar.Topic topic = similar.topic(q, typed).orElse(null);
        List<Query> each = each(typed, c, TextField.of(q.kind()));
        // of a long text that names nothing its conditions are left
        boolean conditionsOnly = typed.described()
                && typed.named().isEmpty()
                && typed.parts().size() == 1
                && !line.understood().isEmpty();
        Query words = typed.isEmpty() || conditionsOnly ? null : words(typed, each, c);
        Query alike = topic == null || words == null
                ? null
                : similar.near(topic, typed, each, c, scope).orElse(null);
        Query only = words;
        boolean literal = topic == null || !topic.only() || alike == null;
        boolean nothing = typed.isEmpty() && line.understood().isEmpty() && !q.q().isBlank();
        return new Conditions(
                rights,
                scope,
                typed,
                line.understood(),
                faults(q, typed, c),
                topic,
                literal && !nothing ? words : Query.of(x -> x.matchNone(n -> n)),
                alike == null || only == null
                        ? null
                        : literal ? Query.of(x -> x.bool(b -> b.must(alike).mustNot(only))) : alike,
                literal ? alike : null,
                typed.isEmpty() ? Map.of() : marks(typed, c),
                narrowing);
    }

    private Filter.Circumstances circumstances(Kind kind, ScopeFilter rights, Viewer viewer) {
        return new Filter.Circumstances(
                kind, rights, HubTime.today(), viewer, access.may(Act.DECIDE, kind.type(), viewer));
    }

    private boolean usable(String filter, Kind kind, Filter.Circumstances c) {
        return filters.of(kind).containsKey(filter) && (c.department() || !filter.equals("sex"));
    }

    /** What the address says and what was typed: both hold. */
    private Map<String, Query> narrowing(SearchQuery q, List<Understood> understood, Filter.Circumstances c) {
        Map<String, Query> narrowing = new LinkedHashMap<>();
        filters.of(q.kind()).forEach((name, filter) -> {
            List<Query> all = new ArrayList<>();
            List<String> values = values(q, name);
            // lists leave out lapsed demands, unless these are asked for in words
            boolean asked = name.equals(OPEN)
                    && understood.stream().anyMatch(u -> u.filter().equals(OPEN));
            if (!values.isEmpty() && !asked) {
                all.add(filter.condition().of(values, c));
            }
            all.addAll(TypedConditions.of(filter, understood, regions, c));
            if (!all.isEmpty()) {
                narrowing.put(name, all.size() == 1 ? all.getFirst() : Query.of(x -> x.bool(b -> b.filter(all))));
            }
        });
        return narrowing;
    }

    /** @throws Problem 400 for a parameter that this kind does not have, and for one that switches to nowhere */
    private void check(SearchQuery q) {
        Similar.check(values(q, Similar.NAME));
        if (!Set.of("", "true", "false").containsAll(values(q, Understander.PLAIN))) {
            throw Filter.unknownValue(
                    Understander.PLAIN, values(q, Understander.PLAIN).getFirst(), List.of("true", "false"));
        }
        Spans.crossing(q.filters());
        for (String name : q.filters().keySet()) {
            if (!filters.of(q.kind()).containsKey(name) && !SWITCHES.contains(name)) {
                Stream<String> known = Stream.of(
                                filters.of(q.kind()).keySet().stream(),
                                SWITCHES.stream(),
                                SearchParameters.NO_FILTERS.stream())
                        .flatMap(s -> s);
                throw Problem.badRequest(
                        "parameter.unknown",
                        Sentence.of(
                                "refused.parameter.unknown.check",
                                name,
                                Likeness.nearest(name, known)
                                        .map(n -> Sentence.of("refused.near", n))
                                        .orElseGet(() -> Sentence.of(
                                                "refused.parameter.unknown.part",
                                                Sentence.list(
                                                        filters.of(q.kind()).keySet())))));
            }
        }
    }

    /** The same conditions under other words, which may hold conditions of their own. */
    public Conditions reworded(Conditions c, SearchQuery q, String words, Viewer viewer) {
        Filter.Circumstances now = circumstances(q.kind(), c.rights(), viewer);
        Understander.Line line = understander.read(q, words, now.today(), f -> usable(f, q.kind(), now));
        return new Conditions(
                c.rights(),
                c.scope(),
                line.rest(),
                line.understood(),
                Map.of(),
                null,
                text(line.rest(), now, TextField.of(q.kind())),
                null,
                null,
                Map.of(),
                narrowing(q, line.understood(), now));
    }

    /** Names only, for completions; nothing is looked for in other fields or by its meaning. */
    public Conditions names(Kind kind, String q, Viewer viewer) {
        Conditions all = of(Searches.all(kind, ""), viewer);
        List<TextField> names = TextField.of(kind).stream()
                .filter(f -> f.field().equals("name"))
                .toList();
        Filter.Circumstances now = circumstances(kind, all.rights(), viewer);
        Language typed = named.read(kind, q);
        Query text = text(typed, now, names);
        return new Conditions(
                all.rights(), all.scope(), typed, List.of(), Map.of(), null, text, null, null, Map.of(), Map.of());
    }

    public static List<String> values(SearchQuery q, String filter) {
        List<String> values = q.filters().getOrDefault(filter, List.of()).stream()
                .filter(v -> !v.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
        if (values.size() > MOST_VALUES) {
            throw Problem.badRequest("filter.many", Sentence.of("refused.filter.many", filter, MOST_VALUES));
        }
        return values;
    }

    ScopeFilter rights(Kind kind, Viewer viewer) {
        ScopeFilter rights = new ScopeFilter(
                access.scope(kind.type(), viewer),
                kind == Kind.TALENT && viewer.carrier() != null ? Organisation.of(viewer) : null);
        if (rights.scope().none()) {
            throw viewer.anonymous()
                    ? new Problem(401, "unauthenticated", Sentence.of("refused.unauthenticated.rights"))
                    : Problem.forbidden(Sentence.of("refused.forbidden.rights"));
        }
        return rights;
    }

    public boolean mayUse(Kind kind, Viewer viewer) {
        return !access.scope(kind.type(), viewer).none();
    }

    /** Every part of what was typed has to hold; or all words together, without the blanks between, are somebody's name. */
    private @Nullable Query text(Language typed, Filter.Circumstances c, List<TextField> fields) {
        return typed.isEmpty() ? null : words(typed, each(typed, c, fields), c);
    }

    /** What somebody wrote without signs and names of fields, for completions. */
    public String bare(String typed) {
        return People.joined(named.read(Kind.TALENT, typed).bare()).replace("|", " ");
    }

    private List<Query> each(Language typed, Filter.Circumstances c, List<TextField> fields) {
        AtomicInteger count = new AtomicInteger();
        return typed.parts().stream().map(p -> term(p.term(), c, fields, count)).toList();
    }

    private Query words(Language typed, List<Query> each, Filter.Circumstances c) {
        if (each.size() == 1) {
            return each.getFirst();
        }
        Query all = Query.of(x -> x.bool(b -> b.must(each)));
        return together(typed, c).map(name -> Lexical.best(List.of(all, name))).orElse(all);
    }

    /**
     * The parts as they are looked for in each field that is shown. Elasticsearch looks for a highlight's query again in every field of
     * every hit, and each time in all fields that the query names: with the whole text that costs more than the search.
     */
    private Map<String, Query> marks(Language typed, Filter.Circumstances c) {
        Map<String, Query> marks = new LinkedHashMap<>();
        for (TextField f : TextField.of(c.kind())) {
            if (f.shownAs() != null) {
                List<Query> here = new ArrayList<>();
                typed.parts().forEach(p -> here.addAll(marks(p.term(), c, f)));
                if (f.field().equals("name") && typed.parts().size() > 1) {
                    together(typed, c).ifPresent(here::add);
                }
                marks.put(f.field(), Lexical.best(here));
            }
        }
        return marks;
    }

    private List<Query> marks(Language.Term term, Filter.Circumstances c, TextField f) {
        return switch (term) {
            case Language.Word w -> lexical.marks(w.text(), c.kind(), c.scope(), f);
            case Language.Phrase p -> List.of(lexical.phrase(p.text(), 0, c.kind(), c.scope(), List.of(f)));
            case Language.Not n -> List.of();
            case Language.Any any ->
                any.terms().stream().flatMap(t -> marks(t, c, f).stream()).toList();
            case Language.Fit fit ->
                fit.terms().stream().map(t -> named(t, 0, c, List.of(f))).toList();
            case Language.Field named ->
                this.named.of(c.kind(), named.name()).orElseThrow() instanceof NamedFields.Text t
                                && t.field().equals(f)
                        ? marks(named.value(), c, f)
                        : List.of();
        };
    }

    /** All words as one name, when they are nothing but words. */
    private Optional<Query> together(Language typed, Filter.Circumstances c) {
        return typed.parts().stream().allMatch(p -> p.term() instanceof Language.Word)
                ? lexical.name(
                        typed.parts().stream().map(Language.Part::source).collect(Collectors.joining()),
                        c.kind(),
                        c.scope())
                : Optional.empty();
    }

    /** @param count gives each word its number */
    private Query term(Language.Term term, Filter.Circumstances c, List<TextField> fields, AtomicInteger count) {
        return switch (term) {
            case Language.Word w -> lexical.word(w.text(), count.getAndIncrement(), c.kind(), c.scope(), fields);
            case Language.Phrase p -> lexical.phrase(p.text(), count.getAndIncrement(), c.kind(), c.scope(), fields);
            case Language.Not n -> Query.of(q -> q.bool(b -> b.mustNot(term(n.term(), c, fields, count))));
            case Language.Any any -> {
                List<TextField> asked = any.terms().size() > MANY ? names(fields) : fields;
                yield Lexical.best(
                        any.terms().stream().map(t -> term(t, c, asked, count)).toList());
            }
            case Language.Fit fit ->
                Lexical.sum(fit.terms().stream()
                        .map(t -> named(t, count.getAndIncrement(), c, fields))
                        .toList());
            case Language.Field f ->
                switch (named.of(c.kind(), f.name()).orElseThrow()) {
                    case NamedFields.Text t -> term(f.value(), c, TextField.withNamed(c.kind(), t.field()), count);
                    case NamedFields.Choice choice -> chosen(choice.filter(), f.value(), c, count);
                    case NamedFields.Range range -> all(range.between(f.value(), c));
                    case NamedFields.Period period -> all(period.between(f.value(), c));
                    case NamedFields.Closed closed -> NONE;
                };
        };
    }

    private Query named(Language.Term term, int n, Filter.Circumstances c, List<TextField> fields) {
        return term instanceof Language.Word w ? lexical.named(w.text(), n, c.kind(), c.scope(), fields) : NONE;
    }

    /** A long list is one of names, which are looked for where names stand. */
    private static List<TextField> names(List<TextField> fields) {
        List<TextField> names = fields.stream()
                .filter(f -> f.field().equals("name") || f.field().equals("named"))
                .toList();
        return names.isEmpty() ? fields : names;
    }

    private static Query all(List<Query> ends) {
        return ends.isEmpty() ? NONE : Query.of(q -> q.bool(b -> b.filter(ends)));
    }

    /** Named fields and enterprises whose value nothing can be found by, each with the key of what is told about it. */
    private Map<String, String> faults(SearchQuery q, Language typed, Filter.Circumstances c) {
        Map<String, String> faults = new LinkedHashMap<>();
        ENTERPRISES.stream()
                .flatMap(name -> values(q, name).stream())
                .filter(v -> filters.unknownEnterprise(v, c))
                .forEach(v -> faults.put(v, "filter.unknownEnterprise"));
        for (Language.Part p : typed.parts()) {
            Language.Term term = p.term() instanceof Language.Not n ? n.term() : p.term();
            if (term instanceof Language.Field f) {
                NamedFields.Target target = named.of(c.kind(), f.name()).orElseThrow();
                if (target instanceof NamedFields.Closed) {
                    faults.put(f.name(), "language.closed");
                } else if (target instanceof NamedFields.Range r
                        && r.between(f.value(), c).isEmpty()) {
                    faults.put(p.source(), "language.range");
                } else if (target instanceof NamedFields.Period d
                        && d.between(f.value(), c).isEmpty()) {
                    faults.put(p.source(), "language.period");
                }
            }
        }
        return faults;
    }

    /** A value that the condition does not know is looked for among the words of codes. */
    private Query chosen(Filter filter, Language.Term value, Filter.Circumstances c, AtomicInteger count) {
        return switch (value) {
            case Language.Any any ->
                Lexical.best(any.terms().stream()
                        .map(t -> chosen(filter, t, c, count))
                        .toList());
            case Language.Fit fit -> NONE;
            case Language.Word w -> chosen(filter, w.text(), c, count);
            case Language.Phrase p -> chosen(filter, p.text(), c, count);
            case Language.Field f -> chosen(filter, f.value(), c, count);
            case Language.Not n -> Query.of(q -> q.bool(b -> b.mustNot(chosen(filter, n.term(), c, count))));
        };
    }

    private Query chosen(Filter filter, String value, Filter.Circumstances c, AtomicInteger count) {
        try {
            return Query.of(q ->
                    q.constantScore(s -> s.filter(filter.condition().of(List.of(value), c))));
        } catch (Problem unknown) {
            return lexical.word(value, count.getAndIncrement(), c.kind(), c.scope(), List.of(TextField.LABELS));
        }
    }

    /** What was typed, cut at blanks, each word once; full-width letters, digits and blanks are narrowed first. */
    public static List<String> words(String typed) {
        return cut(typed).stream().distinct().limit(MOST_WORDS).toList();
    }

    public static List<String> cut(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        typed.chars().forEach(ch -> narrow.append((char) (ch >= 0xFF01 && ch <= 0xFF5E ? ch - 0xFEE0 : ch)));
        return Arrays.stream(narrow.toString().split("[\\s\\p{Z}\\p{Cntrl}]+"))
                .filter(w -> !w.isBlank())
                .toList();
    }
}
