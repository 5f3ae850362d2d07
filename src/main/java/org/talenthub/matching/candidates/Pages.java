package org.talenthub.matching.candidates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.scoring.Lean;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Weights;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.merge.Sources;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.security.Viewer;

/** A page of candidates or of demands, told to one viewer; the API and the site show the same. */
@Component
public class Pages {

    private static final Set<String> ORDERS = Set.of("", "relevance", "score");

    private final Reach reach;
    private final CandidateSearch candidates;
    private final Explainer explainer;
    private final Records records;
    private final Needs needs;
    private final Weights weights;

    Pages(Reach reach, CandidateSearch candidates, Explainer explainer, Records records, Needs needs, Weights weights) {
        this.reach = reach;
        this.candidates = candidates;
        this.explainer = explainer;
        this.records = records;
        this.needs = needs;
        this.weights = weights;
    }

    /**
     * One pair on a page.
     *
     * @param other the record that was found: a person, or a demand
     */
    public record Item(Reach.Seen other, Score score, List<PartView> parts) {}

    /** @param label in words */
    public record Step(String drop, String label) {}

    public record Relaxation(List<Step> set, long gain, long total) {}

    /**
     * What the scores stand on.
     *
     * @param parts part to its weight of 100, of those that the demand has
     * @param strengths of the same parts
     * @param conditions how many conditions can be checked
     * @param broad so few that nearly everybody fits
     */
    public record Basis(
            String version,
            String mode,
            Map<String, Double> parts,
            Map<String, Strength> strengths,
            List<String> excluded,
            int conditions,
            boolean broad) {}

    /** @param total how many there are on all pages */
    public record Page(Reach.Seen of, long total, List<Item> items, List<Relaxation> relaxations, Basis basis) {}

    /** Whoever may fit a demand, the best first. */
    public Page candidates(String demand, SearchQuery narrowing, Lean lean, Viewer viewer) {
        check(narrowing);
        Reach.Seen of = reach.demand(demand, viewer);
        CandidateSearch.Result result = candidates.of(of.record(), narrowing, lean, viewer);
        return page(of, result, narrowing, true, basis(needs.of(of.record())), viewer);
    }

    /** The demands that a person may fit. */
    public Page demands(String person, SearchQuery narrowing, Lean lean, Viewer viewer) {
        check(narrowing);
        Reach.Seen of = reach.person(person, viewer);
        CandidateSearch.Result result = candidates.needing(of.record(), narrowing, lean, viewer);
        return page(of, result, narrowing, false, basis(), viewer);
    }

    /** The order is the score's, and there are no more than pages reach. */
    private static void check(SearchQuery narrowing) {
        if (!ORDERS.contains(narrowing.sort())) {
            throw Problem.badRequest("sort.unknown", Sentence.of("refused.sort.unknown"));
        }
        if (narrowing.cursor() != null) {
            throw Problem.badRequest("cursor.none", Sentence.of("refused.cursor.none"));
        }
    }

    private Page page(
            Reach.Seen of,
            CandidateSearch.Result result,
            SearchQuery narrowing,
            boolean people,
            Basis basis,
            Viewer viewer) {
        List<Ranked> ranked = result.ranked();
        int from = Math.min(ranked.size(), narrowing.page() * narrowing.size());
        List<Ranked> shown = ranked.subList(from, Math.min(ranked.size(), from + narrowing.size()));
        return new Page(
                of,
                ranked.size(),
                items(of, shown, people, viewer),
                result.relaxations().stream().map(this::relaxation).toList(),
                basis);
    }

    /** Pairs of one record with others, in their order; who is gone for the viewer meanwhile is left out. */
    List<Item> items(Reach.Seen of, List<Ranked> shown, boolean people, Viewer viewer) {
        List<Long> ids = shown.stream()
                .map(r -> people ? r.person().id() : r.need().id())
                .toList();
        Map<Long, RecordSnapshot> snapshots = records.snapshots(ids);
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        Sources.Origin own = explainer.origin(of, viewer);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            RecordView view = views.get(ids.get(i));
            RecordSnapshot snapshot = snapshots.get(ids.get(i));
            if (view != null && snapshot != null) {
                Reach.Seen other = new Reach.Seen(snapshot, view);
                Sources.Origin origin = explainer.origin(other, viewer);
                Score score = shown.get(i).score();
                items.add(new Item(
                        other,
                        score,
                        people
                                ? explainer.parts(score, of, own, other, origin)
                                : explainer.parts(score, other, origin, of, own)));
            }
        }
        return items;
    }

    /** One pair, as it stands now. */
    public Item pair(Reach.Seen demand, Reach.Seen person, Viewer viewer) {
        Ranked r = candidates.pair(demand.record(), person.record());
        return new Item(
                person,
                r.score(),
                explainer.parts(
                        r.score(), demand, explainer.origin(demand, viewer), person, explainer.origin(person, viewer)));
    }

    private Relaxation relaxation(Costs.Relaxation r) {
        return new Relaxation(
                r.set().stream()
                        .map(m -> new Step(m.part(), explainer.text(m.key(), m.gaps())))
                        .toList(),
                r.gain(),
                r.total());
    }

    /** What a demand's scores stand on. */
    public Basis basis(Need need) {
        Map<Aspect, Double> of = weights.of(need.mode());
        double all =
                need.asked().stream().mapToDouble(a -> of.getOrDefault(a, 0.0)).sum();
        Map<String, Double> parts = new LinkedHashMap<>();
        Map<String, Strength> strengths = new LinkedHashMap<>();
        need.asked().forEach(a -> {
            parts.put(a.key(), all == 0 ? 0 : Math.round(of.getOrDefault(a, 0.0) * 1000 / all) / 10.0);
            strengths.put(a.key(), weights.strength(need, a));
        });
        return new Basis(
                weights.version(),
                need.mode(),
                parts,
                strengths,
                need.excluded().stream().map(p -> p.text()).toList(),
                need.conditions(),
                weights.broad(need));
    }

    /** Of many demands: the weights of the usual mode, each demand scales them to what it says. */
    private Basis basis() {
        Map<String, Double> parts = new LinkedHashMap<>();
        Map<String, Strength> strengths = new LinkedHashMap<>();
        new EnumMap<>(weights.of(Need.USUAL_MODE)).forEach((a, w) -> {
            parts.put(a.key(), Objects.requireNonNull(w));
            strengths.put(a.key(), weights.strength(Need.USUAL_MODE, a));
        });
        return new Basis(weights.version(), Need.USUAL_MODE, parts, strengths, List.of(), parts.size(), false);
    }

    /** Where this kind of list is searched. */
    public static Kind kind(boolean people) {
        return people ? Kind.TALENT : Kind.DEMAND;
    }
}
