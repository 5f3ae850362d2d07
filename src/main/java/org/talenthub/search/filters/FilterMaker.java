package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.OrganisationKey;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;

/** The ways in which a condition can be made; which of them a kind has, its traits say. */
@Component
public class FilterMaker {

    private static final int EVERY_CODE = PlainFilters.EVERY_CODE;

    private final Labels labels;
    private final Regions regions;
    private final Records records;
    private final Zones zones;
    private final Organisations organisations;
    private final BatchRecords batches;
    private final CarrierFilters carriers;

    FilterMaker(
            Labels labels,
            Regions regions,
            Records records,
            Zones zones,
            Organisations organisations,
            BatchRecords batches,
            CarrierFilters carriers) {
        this.batches = batches;
        this.organisations = organisations;
        this.zones = zones;
        this.labels = labels;
        this.regions = regions;
        this.records = records;
        this.carriers = carriers;
    }

    /** What every kind is narrowed by. */
    public Stream<Filter> common(Kind kind, Zones.Lying lying, @Nullable String place) {
        return Stream.of(
                region(lying, place),
                codes(kind, "industry", "industries"),
                node(),
                PlainFilters.id(),
                batch(),
                Spans.since(),
                Spans.changedSince(),
                Spans.unchangedSince());
    }

    public Filter codes(Kind kind, String name, String field) {
        Dictionary dictionary = labels.dictionary(kind.type(), field);
        Filter.Labelling words = PlainFilters.each(code -> labels.code(dictionary, code));
        Function<String, List<String>> canonical = v -> {
            List<String> codes =
                    dictionary.meant(v).stream().map(Dictionary.Entry::code).toList();
            return codes.isEmpty() ? List.of(v) : codes;
        };
        return new Filter(
                name,
                new Filter.Facet(field, "", canonical, words, List.of(), EVERY_CODE),
                (values, c) -> Terms.any(field, codes(dictionary, name, values)));
    }

    /** 硕士以上 is two codes; what the table does not know is refused with what it is most like. */
    private static List<String> codes(Dictionary dictionary, String name, List<String> values) {
        return values.stream()
                .flatMap(v -> {
                    List<Dictionary.Entry> meant = dictionary.meant(v);
                    if (meant.isEmpty()) {
                        throw Filter.unknownValue(name, v, dictionary.nearest(v));
                    }
                    return meant.stream().map(Dictionary.Entry::code);
                })
                .distinct()
                .toList();
    }

    /** Codes of a field that not everybody may read; without counts, which would tell. */
    public Filter guarded(Kind kind, String name, String field, Privacy privacy) {
        Dictionary dictionary = labels.dictionary(kind.type(), field);
        return new Filter(
                name,
                null,
                (values, c) -> c.readable(privacy, field, Terms.any(field, codes(dictionary, name, values))));
    }

    /** Exactly this title: 研究员 is neither 副研究员 nor everybody of that level. */
    public Filter title() {
        Dictionary titles = labels.table("title");
        return new Filter(
                "title",
                null,
                (values, c) -> c.readable(
                        Privacy.INTERNAL,
                        "title",
                        Terms.any(
                                "titles",
                                values.stream()
                                        .map(v -> titles.find(v)
                                                .map(Dictionary.Entry::label)
                                                .orElse(v))
                                        .toList())));
    }

    /** People of one sex, for departments only: what is searched by it must not decide who is recruited. */
    public Filter sex(Kind kind) {
        Filter sex = guarded(kind, "sex", "sex", Privacy.INTERNAL);
        return new Filter("sex", null, (values, c) -> {
            if (!c.department()) {
                throw Problem.forbidden(Sentence.of("refused.forbidden.sex"));
            }
            return sex.condition().of(values, c);
        });
    }

    /** Names that a field has word for word, in any of the ways that the table knows; what it does not know as it was written. */
    public Filter phrases(String name, String field, String table) {
        Dictionary names = labels.table(table);
        return new Filter(
                name,
                null,
                (values, c) -> Terms.either(values.stream()
                        .flatMap(v -> {
                            List<Dictionary.Entry> meant = names.meant(v);
                            return meant.isEmpty()
                                    ? Stream.of(v)
                                    : meant.stream().flatMap(e -> names.names(e).stream());
                        })
                        .distinct()
                        .map(t ->
                                Query.of(q -> q.matchPhrase(m -> m.field(field).query(t))))));
    }

    /** A link of an industry chain, found by its words in what the record says of its work. */
    private Filter node() {
        Function<String, List<String>> canonical = v -> List.of(
                labels.industries().findNode(v).map(Industries.Node::code).orElse(v));
        Filter.Facet facet =
                new Filter.Facet("nodes", "", canonical, PlainFilters.each(labels::node), List.of(), EVERY_CODE);
        return new Filter(
                "node",
                facet,
                (values, c) -> Terms.any(
                        "nodes",
                        values.stream()
                                .map(v -> labels.industries()
                                        .findNode(v)
                                        .map(Industries.Node::code)
                                        .orElseThrow(
                                                () -> Filter.unknownValue("node", v, Likeness.nearest(v, nodeNames()))))
                                .toList()));
    }

    private Stream<String> nodeNames() {
        return labels.industries().chains().stream()
                .flatMap(chain -> chain.nodes().stream())
                .flatMap(n -> Stream.concat(Stream.of(n.code(), n.label()), n.aliases().stream()));
    }

    private Filter region(Zones.Lying lying, @Nullable String place) {
        Function<String, List<String>> canonical =
                v -> List.of(regions.named(v).map(Region::code).orElse(v));
        List<String> prefectures =
                regions.prefectures().stream().map(Region::code).toList();
        Filter.Facet facet =
                new Filter.Facet("region", "", canonical, PlainFilters.each(labels::region), prefectures, EVERY_CODE);
        return new Filter("region", facet, (values, c) -> {
            List<String> codes = new ArrayList<>();
            List<Query> any = new ArrayList<>();
            for (String v : values) {
                regions.named(v).ifPresentOrElse(r -> codes.add(r.code()), () -> any.add(zone(v, lying, place)));
            }
            if (!codes.isEmpty()) {
                any.addFirst(Terms.any("region", codes));
            }
            return Terms.either(any.stream());
        });
    }

    /** A development zone is the base of its name and what says that it lies there; never all of its city. */
    private Query zone(String value, Zones.Lying lying, @Nullable String place) {
        return zones.in(
                regions.zone(value)
                        .orElseThrow(
                                () -> Filter.unknownValue("region", value, Likeness.nearest(value, regions.names()))),
                lying,
                place);
    }

    /** What a batch speaks of, for those who may open it. */
    private Filter batch() {
        return new Filter("batch", null, (values, c) -> batches.records("batch", values, c.viewer()));
    }

    /**
     * An enterprise by id, credit code, full or short name; its records are those with its code, or with its name or a former one, however
     * spelt.
     */
    public Filter enterprise(String name) {
        return new Filter(name, null, (values, c) -> {
            List<String> codes = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (String v : values) {
                Optional<RecordSnapshot> found = records.find("enterprise", v);
                Set<String> called = found.isPresent() ? Set.of() : organisations.full(v);
                found.map(RecordSnapshot::name).ifPresentOrElse(names::add, () -> names.add(v));
                found.map(e -> records.namesOf(e.id())).ifPresent(names::addAll);
                names.addAll(called);
                Optional.ofNullable(found.map(RecordSnapshot::enterpriseCode).orElse(v))
                        .ifPresent(codes::add);
                called.forEach(n -> records.find("enterprise", n)
                        .map(RecordSnapshot::enterpriseCode)
                        .ifPresent(codes::add));
            }
            List<String> keys =
                    names.stream().map(OrganisationKey::of).distinct().toList();
            Query known =
                    Terms.either(Stream.of(ScopeFilter.ofEnterprises(codes, names), Terms.any("enterpriseKey", keys)));
            return c.kind() == Kind.TALENT ? PlainFilters.withNamed(known, ScopeFilter.named(codes, names), c) : known;
        });
    }

    /**
     * Whether nothing is called so, as somebody who misspelt it should be told; only those who see all records are, since to others it
     * would tell what there is elsewhere.
     */
    public boolean unknownEnterprise(String value, Filter.Circumstances c) {
        return c.everything()
                && organisations.complete()
                && !value.matches("[0-9A-Z]{18}")
                && records.find("enterprise", value).isEmpty()
                && organisations.full(value).isEmpty();
    }

    /** See {@link CarrierFilters}. */
    public Filter carrier() {
        return carriers.carrier();
    }

    public Filter area() {
        return carriers.area();
    }

    public Filter base() {
        return carriers.base();
    }
}
