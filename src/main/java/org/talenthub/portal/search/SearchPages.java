package org.talenthub.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.importing.Imports;
import org.talenthub.portal.Address;
import org.talenthub.portal.Look;
import org.talenthub.portal.search.SearchView.Chip;
import org.talenthub.portal.search.SearchView.Choice;
import org.talenthub.portal.search.SearchView.Facet;
import org.talenthub.portal.search.SearchView.Field;
import org.talenthub.portal.search.SearchView.Meant;
import org.talenthub.portal.search.SearchView.Range;
import org.talenthub.portal.search.SearchView.Tab;
import org.talenthub.portal.search.SearchView.Value;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.SearchResult.FacetValue;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.requests.Facets;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** Lays a search result out as the search page. */
@Component
class SearchPages {

    /** How many values a facet shows before “更多”. */
    private static final int SHOWN = 8;

    private static final long REACH = 10_000;

    /** Facets in the order people narrow by; what an answer brings beyond them comes last. */
    private static final List<String> FACETS = List.of(
            "region",
            "industry",
            "urgency",
            "category",
            "kind",
            "platformType",
            "state",
            "level",
            "node",
            "education",
            "titleLevel",
            "skillLevel",
            "degree",
            "mode",
            "availability",
            "approvedYear");

    /** Those that few narrow by; folded, and not counted until somebody opens them. */
    private static final Set<String> FOLDED = Set.of("node", "degree", "mode", "availability", "approvedYear", "skill");

    private final Hits hits;
    private final Tables tables;
    private final Records records;
    private final Offers offers;
    private final Texts texts;
    private final Imports imports;
    private final Facets counts;

    SearchPages(Hits hits, Tables tables, Records records, Offers offers, Texts texts, Imports imports, Facets counts) {
        this.counts = counts;
        this.imports = imports;
        this.offers = offers;
        this.hits = hits;
        this.tables = tables;
        this.records = records;
        this.texts = texts;
    }

    /** @param totals how many of each kind the same words find; kinds that do not exist for the viewer are absent */
    SearchView of(Ask ask, SearchResult result, Map<Kind, Long> totals, Look look, Viewer viewer) {
        Kind kind = ask.query().kind();
        List<Facet> facets = facets(ask, result);
        List<Labelled> chips = chips(ask, result, viewer);
        List<Tab> elsewhere = totals.entrySet().stream()
                .filter(t -> t.getValue() > 0 && t.getKey() != kind)
                .map(t -> new Tab(
                        t.getKey().path(),
                        Address.search(t.getKey().path())
                                .with("q", ask.query().q())
                                .toString(),
                        t.getValue()))
                .toList();
        String name = texts.text("kind." + kind.path());
        return new SearchView(
                ask.query().q().isEmpty() ? name : ask.query().q() + " - " + name,
                kind.path(),
                facets,
                Range.of(ask),
                kind == Kind.TALENT && result.total() > 0
                        ? ask.address().at("/search/ages").toString()
                        : null,
                kind == Kind.DEMAND ? ask.chosen("open").equals(List.of("true")) : null,
                hidden(ask, facets),
                chips.stream().map(Labelled::chip).toList(),
                ask.bare().toString(),
                ask.page(0),
                result.total(),
                result.notices(),
                result.understood().stream()
                        .map(u -> new SearchView.Understood(
                                u.text(),
                                u.label(),
                                ask.address().with("q", u.quoted()).toString()))
                        .toList(),
                result.understood().isEmpty()
                        ? null
                        : ask.address().with("plain", "true").toString(),
                near(ask, result),
                fresh(ask),
                result.items().stream().map(hits::of).toList(),
                look.table() ? tables.of(kind, result.items(), look) : null,
                Pager.of(result.total() + result.nearTotal(), result.page(), result.size(), REACH, ask::page),
                ask.usualSort(),
                Sorting.offered(kind).stream()
                        .map(s -> new Choice(s, s.equals(ask.sort())))
                        .toList(),
                Stream.of("20", "50", "100")
                        .map(s -> new Choice(s, s.equals(String.valueOf(result.size()))))
                        .toList(),
                result.relaxations().stream()
                        .map(r -> offers.relaxation(ask, r, chips))
                        .toList(),
                result.only().stream()
                        .map(k -> Offers.only(ask, k, result, chips))
                        .toList(),
                elsewhere,
                result.didYouMean() == null
                        ? null
                        : new Meant(
                                result.didYouMean(),
                                ask.address().with("q", result.didYouMean()).toString()));
    }

    private static SearchView.Near near(Ask ask, SearchResult result) {
        int from = -1;
        for (int i = result.items().size() - 1; i >= 0 && result.items().get(i).near(); i--) {
            from = i;
        }
        return new SearchView.Near(
                result.nearTotal(), from, ask.address().with("meaning", "off").toString());
    }

    /** 本月新入库, 本月更新. */
    private static List<SearchView.New> fresh(Ask ask) {
        String month = HubTime.today().toString().substring(0, 7);
        return Stream.of("since", "changedSince")
                .map(f -> {
                    boolean current = ask.chosen(f).contains(month);
                    return new SearchView.New(
                            f,
                            (current ? ask.address().without(f) : ask.address().with(f, month)).toString(),
                            current);
                })
                .toList();
    }

    /** The same question, counting what the page shows: the usual facets and those that were opened. */
    SearchQuery counting(SearchQuery q) {
        Set<String> opened = q.facets() == null ? Set.of() : q.facets();
        return q.counting(counts.names(q.kind()).stream()
                .filter(f -> !FOLDED.contains(f) || opened.contains(f))
                .collect(Collectors.toSet()));
    }

    private List<Facet> facets(Ask ask, SearchResult result) {
        List<String> order = new ArrayList<>(FACETS);
        List<String> all = counts.names(ask.query().kind());
        all.stream().filter(f -> !order.contains(f)).forEach(order::add);
        List<Facet> facets = new ArrayList<>();
        for (String name : order) {
            List<FacetValue> values = result.facets().getOrDefault(name, List.of());
            if (!values.isEmpty()) {
                facets.add(facet(ask, name, values));
            } else if (all.contains(name) && !result.facets().containsKey(name)) {
                facets.add(new Facet(name, opening(ask, name), List.of(), List.of(), null));
            }
        }
        return facets;
    }

    private static String opening(Ask ask, String name) {
        return ask.address()
                .with(
                        SearchParameters.FACETS,
                        Stream.concat(ask.opened().stream(), Stream.of(name)).toList())
                .toString();
    }

    private Facet facet(Ask ask, String name, List<FacetValue> values) {
        List<Value> first = new ArrayList<>();
        List<Value> rest = new ArrayList<>();
        int limit = values.size() <= SHOWN + 2 ? values.size() : SHOWN;
        for (int i = 0; i < values.size(); i++) {
            FacetValue v = values.get(i);
            (i < limit || v.selected() ? first : rest).add(new Value(v.value(), v.label(), v.count(), v.selected()));
        }
        return new Facet(
                name,
                null,
                first,
                rest,
                ask.chosen(name).isEmpty() ? null : ask.address().without(name).toString());
    }

    /** Conditions that the form has no box for, so that it keeps them. */
    private static List<Field> hidden(Ask ask, List<Facet> facets) {
        List<String> boxes = facets.stream()
                .flatMap(f ->
                        Stream.concat(f.first().stream(), f.rest().stream()).map(v -> f.name() + "=" + v.value()))
                .toList();
        List<String> ranges = Range.of(ask).stream()
                .flatMap(r -> r.fields().stream().map(Field::name))
                .toList();
        Stream<Field> opened = ask.opened().stream().map(f -> new Field(SearchParameters.FACETS, f));
        return Stream.concat(
                        opened,
                        ask.query().filters().entrySet().stream()
                                .filter(e -> !ranges.contains(e.getKey())
                                        && !e.getKey().equals("open"))
                                .flatMap(e -> e.getValue().stream().map(v -> new Field(e.getKey(), v)))
                                .filter(f -> !boxes.contains(f.name() + "=" + f.value())))
                .toList();
    }

    /** A chip and the condition that it stands for. */
    record Labelled(String filter, Chip chip) {}

    private List<Labelled> chips(Ask ask, SearchResult result, Viewer viewer) {
        List<Labelled> chips = new ArrayList<>();
        if (!ask.query().q().isEmpty()) {
            chips.add(new Labelled(
                    "q",
                    new Chip(
                            texts.text("search.words"),
                            ask.query().q(),
                            null,
                            ask.address().without("q").toString())));
        }
        ask.query().filters().forEach((name, values) -> {
            for (String value : values) {
                // what the page does by itself is no condition to take back
                if (name.equals("open") && value.equals("true")) {
                    continue;
                }
                Optional<FacetValue> counted = result.facets().getOrDefault(name, List.of()).stream()
                        .filter(f -> f.value().equals(value))
                        .findFirst();
                chips.add(new Labelled(
                        name,
                        new Chip(
                                texts.textOr("facet." + name, name),
                                counted.map(FacetValue::label).orElseGet(() -> named(name, value, viewer)),
                                counted.map(FacetValue::count).orElse(null),
                                ask.address().without(name, value).toString())));
            }
        });
        return chips;
    }

    /** An id in the address is shown as the name of the (never personal) record, or the file, that it stands for. */
    private String named(String filter, String value, Viewer viewer) {
        if (filter.equals("batch")) {
            return Ids.parse(value)
                    .map(id -> imports.get(id, viewer).fileName())
                    .orElse(value);
        }
        if (filter.equals("open")) {
            return texts.textOr("facet.open." + value, value);
        }
        String type = filter.equals("carrier") || filter.equals("base") ? "carrier" : "enterprise";
        return Ids.parse(value).isEmpty()
                ? value
                : records.find(type, value).map(RecordSnapshot::name).orElse(value);
    }
}
