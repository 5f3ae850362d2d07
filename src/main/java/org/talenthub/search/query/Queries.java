package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.talenthub.search.language.Language;
import org.talenthub.search.language.People;
import org.talenthub.security.Viewer;

/** The one place where a {@link SearchQuery} becomes conditions; always for a viewer. */
@Component
public class Queries {

    private static final String OPEN = "open";

    private static final List<String> ENTERPRISES = List.of("employer", "enterprise", "host");

    /** Parameters that are no conditions: they switch a way of searching. */
    private static final Set<String> SWITCHES = Set.of(Similar.NAME, Understander.PLAIN);

    private final Filters filters;
    private final TypedQueries looked;
    private final Rights access;
    private final NamedFields named;
    private final Similar similar;
    private final Understander understander;
    private final Regions regions;

    Queries(
            Filters filters,
            TypedQueries looked,
            Rights access,
            NamedFields named,
            Similar similar,
            Understander understander,
            Regions regions) {
        this.understander = understander;
        this.regions = regions;
        this.filters = filters;
        this.looked = looked;
        this.access = access;
        this.named = named;
        this.similar = similar;
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
        List<Query> each = looked.each(typed, c, TextField.of(q.kind()));
        // of a long text that names nothing its conditions are left
        boolean conditionsOnly = typed.described()
                && typed.named().isEmpty()
                && typed.parts().size() == 1
                && !line.understood().isEmpty();
        Query words = typed.isEmpty() || conditionsOnly ? null : looked.words(typed, each, c);
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
                () -> typed.isEmpty() ? Map.of() : looked.marks(typed, c),
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
            List<String> values = q.values(name);
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
        Similar.check(q.values(Similar.NAME));
        if (!Set.of("", "true", "false").containsAll(q.values(Understander.PLAIN))) {
            throw Filter.unknownValue(
                    Understander.PLAIN, q.values(Understander.PLAIN).getFirst(), List.of("true", "false"));
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
                looked.text(line.rest(), now, TextField.of(q.kind())),
                null,
                null,
                Map::of,
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
        Query text = looked.text(typed, now, names);
        return new Conditions(
                all.rights(), all.scope(), typed, List.of(), Map.of(), null, text, null, null, Map::of, Map.of());
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

    /** What somebody wrote without signs and names of fields, for completions. */
    public String bare(String typed) {
        return People.joined(named.read(Kind.TALENT, typed).bare()).replace("|", " ");
    }

    /** Named fields and enterprises whose value nothing can be found by, each with the key of what is told about it. */
    private Map<String, String> faults(SearchQuery q, Language typed, Filter.Circumstances c) {
        Map<String, String> faults = new LinkedHashMap<>();
        ENTERPRISES.stream()
                .flatMap(name -> q.values(name).stream())
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
}
