package org.talenthub.matching.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.candidates.PartView;
import org.talenthub.matching.candidates.Reach;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.matching.scoring.score.Part;
import org.talenthub.matching.scoring.score.Verdict;
import org.talenthub.matching.web.ListParameters.Leaning;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchQuery;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** A pair as a row on the site: the bar of its parts, the strongest reasons, the one thing against, what would help. */
@Component
class Rows {

    /** The bar's six segments: parts that are of one kind. */
    private static final Map<String, List<String>> SEGMENTS = segments();

    private static final int REASONS = 2;

    private final Texts texts;
    private final Reach reach;
    private final Labels labels;
    private final Records records;

    Rows(Texts texts, Reach reach, Labels labels, Records records) {
        this.texts = texts;
        this.reach = reach;
        this.labels = labels;
        this.records = records;
    }

    /** What the address asks for, each with the list without it. */
    List<RankedView.Chip> chips(String href, SearchQuery asked, Leaning leaning) {
        List<RankedView.Chip> chips = new ArrayList<>();
        if (!asked.q().isEmpty()) {
            chips.add(new RankedView.Chip(
                    texts.text("search.words"),
                    asked.q(),
                    leaning.address(href, narrowed(asked, "", asked.filters()), 0)));
        }
        asked.filters()
                .forEach((name, values) -> values.forEach(value -> {
                    Map<String, List<String>> others = new LinkedHashMap<>(asked.filters());
                    others.put(
                            name, values.stream().filter(v -> !v.equals(value)).toList());
                    chips.add(new RankedView.Chip(
                            texts.textOr("facet." + name, name),
                            named(asked.kind(), name, value),
                            leaning.address(href, narrowed(asked, asked.q(), others), 0)));
                }));
        return chips;
    }

    private static SearchQuery narrowed(SearchQuery q, String words, Map<String, List<String>> filters) {
        return new SearchQuery(q.kind(), words, filters, q.sort(), q.page(), q.size(), q.cursor());
    }

    /** One value of a filter in words; an id as the name of the (never personal) record that it stands for. */
    private String named(Kind kind, String filter, String value) {
        return switch (filter) {
            case "region" -> labels.region(value);
            case "industry", "node" -> labels.node(value);
            case "school", "honour", "title", "sex" -> labels.code(labels.table(filter), value);
            case "education", "degree", "titleLevel", "skillLevel", "category", "mode" ->
                labels.code(labels.dictionary(kind.type(), filter), value);
            case "availability" -> labels.code(labels.dictionary(Kind.TALENT.type(), filter), value);
            case "urgency" -> labels.code(labels.dictionary(Kind.DEMAND.type(), filter), value);
            case "open" -> texts.textOr("facet.open." + value, value);
            case "carrier", "base" -> record("carrier", value);
            case "employer", "enterprise" -> record("enterprise", value);
            default -> value;
        };
    }

    private String record(String type, String value) {
        return Ids.parse(value).isEmpty()
                ? value
                : records.find(type, value).map(RecordSnapshot::name).orElse(value);
    }

    /** The address of a pair's page. */
    static String pair(String demand, String talent) {
        return "/matches/" + demand + "/" + talent;
    }

    /** Where what a part tells to do is done: contact is asked for, a record corrected, a demand asks for less. */
    Map<String, String> next(Reach.Seen demand, Reach.Seen person, Viewer viewer) {
        String need = "/demands/" + demand.view().id();
        return Map.of(
                "ask",
                pair(demand.view().id(), person.view().id()) + "#contact",
                "correct",
                "/talents/" + person.view().id(),
                "relax",
                reach.ofDemand(demand.record(), viewer) ? need + "/candidates#conditions" : need);
    }

    private static Map<String, List<String>> segments() {
        Map<String, List<String>> segments = new LinkedHashMap<>();
        segments.put("skills", List.of("skills"));
        segments.put("study", List.of("education", "degree", "major"));
        segments.put("level", List.of("titleLevel", "skillLevel", "category"));
        segments.put("years", List.of("age", "experience"));
        segments.put("field", List.of("industry", "node", "place"));
        segments.put("ready", List.of("willingness", "freshness"));
        return segments;
    }

    /** @param of the record that all are listed for */
    RankedView.Row row(Pages.Item item, PairStates.Stand stand, Reach.Seen of, Viewer viewer) {
        RecordView v = item.other().view();
        boolean person = v.type().equals("talent");
        Reach.Seen demand = person ? of : item.other();
        Reach.Seen talent = person ? item.other() : of;
        List<PartView> parts = item.parts();
        Optional<PartView> against = parts.stream()
                .filter(PartView::against)
                .filter(p -> !p.name().equals(Part.CAP))
                .max(Comparator.comparingInt((PartView p) -> p.kind().equals("HARD") ? 1 : 0)
                        .thenComparingDouble(p -> p.weight() - p.points()));
        Optional<PartView> open = against.or(() -> parts.stream()
                .filter(p -> p.verdict() == Verdict.UNKNOWN)
                .max(Comparator.comparingDouble(PartView::weight)));
        return new RankedView.Row(
                v.id(),
                person ? v.name() : text(v, "post").orElse(v.name()),
                (person ? "/talents/" : "/demands/") + v.id(),
                about(v),
                item.score().band().name(),
                item.score().value(),
                (int) Math.round(item.score().confidence() * 100),
                stand.state().name(),
                bar(parts),
                parts.stream()
                        .filter(p -> p.verdict() == Verdict.MET)
                        .sorted(Comparator.comparingDouble(PartView::points).reversed())
                        .limit(REASONS)
                        .map(PartView::reason)
                        .toList(),
                against.map(PartView::reason).orElse(null),
                open.filter(p -> p.next() != null).orElse(null),
                next(demand, talent, viewer),
                stand.asked() > Contacting.MUCH,
                stand.asked() == 0 ? null : texts.text("match.asked", Texts.number(stand.asked())),
                stand.availability() == null ? null : texts.text("match.availability." + stand.availability()),
                pair(demand.view().id(), talent.view().id()),
                parts);
    }

    private List<RankedView.Segment> bar(List<PartView> parts) {
        List<RankedView.Segment> bar = new ArrayList<>();
        SEGMENTS.forEach((key, names) -> {
            List<PartView> own =
                    parts.stream().filter(p -> names.contains(p.name())).toList();
            double weight = own.stream().mapToDouble(PartView::weight).sum();
            double points = own.stream().mapToDouble(PartView::points).sum();
            boolean silent = own.stream().allMatch(p -> p.verdict() == Verdict.UNKNOWN);
            String how = own.isEmpty()
                    ? "none"
                    : silent
                            ? "unknown"
                            : own.stream().anyMatch(p -> p.verdict() == Verdict.UNMET)
                                    ? "unmet"
                                    : own.stream().anyMatch(p -> p.verdict() == Verdict.NEAR) ? "near" : "met";
            bar.add(new RankedView.Segment(
                    texts.text("match.segment." + key) + " " + texts.text("match.segment.how." + how),
                    weight == 0 ? 0 : (int) Math.round(points / weight * 100),
                    how));
        });
        return bar;
    }

    /** Post, employer and place, as far as they are shown. */
    String about(RecordView v) {
        boolean person = v.type().equals("talent");
        Stream<Optional<String>> said = person
                ? Stream.of(text(v, "titleLevelLabel"), text(v, "post"), named(v, "employer"), label(v))
                : Stream.of(named(v, "enterprise"), label(v), text(v, "modeLabel"), text(v, "urgencyLabel"));
        return said.flatMap(Optional::stream).distinct().collect(Collectors.joining(" · "));
    }

    private static Optional<String> text(RecordView v, String field) {
        return v.fields().get(field) instanceof String s && !s.isBlank() ? Optional.of(s) : Optional.empty();
    }

    private static Optional<String> named(RecordView v, String field) {
        return v.fields().get(field) instanceof Map<?, ?> m && m.get("name") instanceof String s
                ? Optional.of(s)
                : Optional.empty();
    }

    private static Optional<String> label(RecordView v) {
        return v.fields().get("region") instanceof Map<?, ?> m && m.get("label") instanceof String s
                ? Optional.of(s)
                : Optional.empty();
    }

    /** What a demand is called on a page. */
    static String title(RecordView v) {
        return v.type().equals("demand") ? text(v, "post").orElse(v.name()) : v.name();
    }

    static @Nullable String first(@Nullable String a) {
        return a == null || a.isBlank() ? null : a;
    }
}
