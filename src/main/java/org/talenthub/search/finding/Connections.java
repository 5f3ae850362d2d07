package org.talenthub.search.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.Links;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.counting.KindTotals;
import org.talenthub.search.kinds.KindTraits;
import org.talenthub.search.kinds.LinkMaker;
import org.talenthub.security.Viewer;

/** {@link Links} by what stands in the records and by searches. */
@Component
class Connections implements Links {

    private static final int SHOWN = 5;
    private static final int SKILLS = 2;

    /** A connection that nobody but the record itself has is none. */
    private static final Set<String> OF_OTHERS = Set.of("skilled", "sameSkill");

    /** Connections of a person that lead through the employer. */
    private static final Set<String> OF_EMPLOYER = Set.of("employer", "colleagues", "base");

    private final Records records;
    private final Searches searches;
    private final KindTotals totals;
    private final Labels labels;
    private final Regions regions;

    Connections(Records records, Searches searches, KindTotals totals, Labels labels, Regions regions) {
        this.totals = totals;
        this.records = records;
        this.searches = searches;
        this.labels = labels;
        this.regions = regions;
    }

    private record Wanted(String rel, String label, SearchQuery query) {}

    @Override
    public List<Group> of(Kind kind, String id, Viewer viewer) {
        return around(kind, id, List.of(), SHOWN, viewer, searches::samples).groups();
    }

    @Override
    public Around ofPage(Kind kind, String id, List<SearchQuery> others, Viewer viewer) {
        return around(kind, id, others, SHOWN, viewer, this::framed);
    }

    @Override
    public List<Group> ofPage(Kind kind, String id, int shown, Viewer viewer) {
        return around(kind, id, List.of(), shown, viewer, this::framed).groups();
    }

    private List<Searches.Sample> framed(List<SearchQuery> wanted, int size, Viewer viewer) {
        return searches.samples(wanted, size, viewer, totals.beside(viewer));
    }

    private interface Sampling {
        List<Searches.Sample> of(List<SearchQuery> wanted, int size, Viewer viewer);
    }

    private Around around(Kind kind, String id, List<SearchQuery> others, int shown, Viewer viewer, Sampling sampling) {
        RecordView view = view(kind, id, viewer);
        RecordSnapshot record = records.find(kind.type(), view.id()).orElseThrow(Problem::notFound);
        Set<Kind> usable = Set.copyOf(searches.kinds(viewer));
        boolean placed = kind != Kind.TALENT || placed(record, view);
        List<Wanted> wanted = wanted(kind, record, view)
                .filter(w -> usable.contains(w.query.kind()))
                .filter(w -> placed || !OF_EMPLOYER.contains(w.rel))
                .toList();
        List<Searches.Sample> samples = sampling.of(
                Stream.concat(wanted.stream().map(Wanted::query), others.stream())
                        .toList(),
                shown,
                viewer);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted w = wanted.get(i);
            Searches.Sample s = samples.get(i);
            boolean own = OF_OTHERS.contains(w.rel) && w.query.kind() == kind;
            if (s.total() > (own ? 1 : 0)) {
                groups.add(new Group(w.rel, w.label, w.query.kind(), s.total(), w.query, s.items()));
            }
        }
        return new Around(groups, samples.subList(wanted.size(), samples.size()));
    }

    /** Whether the viewer is told where a person works as it is; not when the person's own name is in it and is hidden. */
    private static boolean placed(RecordSnapshot record, RecordView view) {
        return !(view.fields().get("employer") instanceof Map<?, ?> told)
                || Objects.equals(told.get("name"), record.enterpriseName());
    }

    @Override
    public RecordView view(Kind kind, String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(i -> records.view(i, viewer))
                .filter(v -> v.type().equals(kind.type()))
                .filter(v -> kind.subtype() == null
                        || kind.subtype().equals(v.fields().get("subtype")))
                .orElseThrow(Problem::notFound);
    }

    @Override
    public Optional<String> movedTo(Kind kind, String id, Viewer viewer) {
        return Ids.parse(id)
                // what is there went nowhere
                .filter(i -> records.view(i, viewer).isEmpty())
                .flatMap(records::partOf)
                .flatMap(root -> records.view(root, viewer))
                .filter(v -> v.type().equals(kind.type()))
                .map(RecordView::id);
    }

    private Stream<Wanted> wanted(Kind kind, RecordSnapshot r, RecordView view) {
        Stream<Optional<Wanted>> specific = KindTraits.of(kind).links(new Makes(kind, r));
        return Stream.of(specific, skilled(kind, view), around(kind, r))
                .flatMap(s -> s)
                .flatMap(Optional::stream);
    }

    /** Who else can do what a person can, or what a demand asks for: by the first skills, as the search's own filter has them. */
    private Stream<Optional<Wanted>> skilled(Kind kind, RecordView view) {
        return switch (kind) {
            case TALENT ->
                shown(view, "expertise")
                        .limit(SKILLS)
                        .map(skill -> titled("skilled", skill, Kind.TALENT, "skill", skill));
            case DEMAND ->
                shown(view, "skills")
                        .limit(SKILLS)
                        .flatMap(skill -> Stream.of(
                                titled("skilled", skill, Kind.TALENT, "skill", skill),
                                titled("sameSkill", skill, Kind.DEMAND, "skill", skill)));
            default -> Stream.empty();
        };
    }

    /** As the viewer reads them. */
    private static Stream<String> shown(RecordView view, String field) {
        return view.fields().get(field) instanceof List<?> l ? l.stream().map(String::valueOf) : Stream.empty();
    }

    /** Same industry, same region; for a demand who could fill it, for a person what is wanted. */
    private Stream<Optional<Wanted>> around(Kind kind, RecordSnapshot r) {
        List<Optional<Wanted>> around = new ArrayList<>();
        for (String industry : r.fields().list("industries")) {
            Dictionary chains = labels.dictionary(kind.type(), "industries");
            around.add(titled("industry", labels.code(chains, industry), kind, "industry", industry));
            if (kind == Kind.DEMAND) {
                around.add(titled("candidates", labels.code(chains, industry), Kind.TALENT, "industry", industry));
            } else if (kind == Kind.TALENT) {
                around.add(titled("sameDemands", labels.code(chains, industry), Kind.DEMAND, "industry", industry));
            }
        }
        if (r.region() != null) {
            String prefecture = regions.prefecture(r.region());
            around.add(titled("region", labels.region(prefecture), kind, "region", prefecture));
        }
        return around.stream();
    }

    private Optional<Wanted> titled(String rel, String name, Kind kind, String filter, String value) {
        String label = labels.text("link." + rel, name, labels.text("kind." + kind.name()));
        return Optional.of(new Wanted(rel, label, query(kind, filter, value)));
    }

    private final class Makes implements LinkMaker<Wanted> {

        private final Kind kind;
        private final RecordSnapshot record;

        Makes(Kind kind, RecordSnapshot record) {
            this.kind = kind;
            this.record = record;
        }

        @Override
        public String own() {
            return Ids.text(record.id());
        }

        @Override
        public @Nullable String enterprise() {
            return record.enterpriseCode() != null ? record.enterpriseCode() : record.enterpriseName();
        }

        @Override
        public Optional<Wanted> host(String rel) {
            return enterpriseRecord(record).flatMap(e -> to(rel, Kind.ENTERPRISE, "id", Ids.text(e.id())));
        }

        @Override
        public Optional<Wanted> station() {
            Long carrier = record.carrier();
            return carrier == null ? Optional.empty() : to("station", Kind.STATION, "id", Ids.text(carrier));
        }

        @Override
        public Optional<Wanted> base() {
            return baseOf(kind, record).flatMap(b -> to("base", Kind.BASE, "id", Ids.text(b.id())));
        }

        @Override
        public Optional<Wanted> to(String rel, Kind kind, String filter, @Nullable String value) {
            return Optional.ofNullable(value)
                    .map(v -> new Wanted(rel, labels.text("link." + rel), query(kind, filter, v)));
        }
    }

    private static SearchQuery query(Kind kind, String filter, String value) {
        return new SearchQuery(kind, "", Map.of(filter, List.of(value)), "", 0, SearchParameters.DEFAULT_SIZE, null);
    }

    /** The base whose area the record's enterprise lies in. */
    private Optional<RecordSnapshot> baseOf(Kind kind, RecordSnapshot r) {
        Optional<RecordSnapshot> enterprise = kind == Kind.ENTERPRISE ? Optional.of(r) : enterpriseRecord(r);
        return kind == Kind.BASE
                ? Optional.empty()
                : enterprise.map(RecordSnapshot::area).flatMap(area -> records.find("carrier", area));
    }

    private Optional<RecordSnapshot> enterpriseRecord(RecordSnapshot r) {
        return Stream.of(Optional.ofNullable(r.enterpriseCode()), Optional.ofNullable(r.enterpriseName()))
                .flatMap(Optional::stream)
                .flatMap(key -> records.find("enterprise", key).stream())
                .findFirst();
    }
}
