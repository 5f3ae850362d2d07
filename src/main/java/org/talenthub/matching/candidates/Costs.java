package org.talenthub.matching.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Scales;
import org.talenthub.matching.scoring.Weights;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Reason.Coded;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.reference.standards.Regions;

/**
 * What each condition that must hold costs: how many of those who have to do with the demand's topic are known to fulfil all of them, and how
 * many would if one, or as few as needed together, were relaxed the way it is done in practice.
 */
@Component
public class Costs {

    /** So many are enough to choose from. */
    static final int ENOUGH = 10;

    private static final int MOST = 8;
    private static final int MOST_PAIRS = 24;
    private static final int MOST_TRIPLES = 20;
    private static final int WIDEST = 100;

    private static final String MODE = "match.relax.mode";
    private static final String MODES = "recruitment-mode";
    private static final String FLEXIBLE = "FLEXIBLE";

    private final Scales scales;
    private final Weights weights;
    private final Regions regions;

    Costs(Scales scales, Weights weights, Regions regions) {
        this.scales = scales;
        this.weights = weights;
        this.regions = regions;
    }

    /**
     * One way to ask for less.
     *
     * @param key of the text that says so, with its gaps
     * @param filters what is asked then; empty when the condition goes
     */
    record Move(Aspect aspect, String key, List<Object> gaps, Map<String, List<String>> filters) {

        /** Name of what is asked less of. */
        String part() {
            return key.equals(MODE) ? "mode" : aspect.key();
        }
    }

    /** @param gain how many more fulfil all conditions than now */
    record Relaxation(List<Move> set, long gain, long total) {}

    /** @param sets filters whose totals are wanted, those of the demand as it is first */
    record Plan(List<List<Move>> moves, List<Map<String, List<String>>> sets) {}

    /**
     * What a demand asks for and would not merely like, as far as the list has a filter for it; without an age, which is no ground to count
     * somebody out of the pool by.
     */
    public Map<String, List<String>> asked(Need need) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (Aspect a : need.asked()) {
            if (a != Aspect.AGE && weights.strength(need, a) != Strength.NICE) {
                asked.putAll(filters(a, need));
            }
        }
        return asked;
    }

    Plan plan(Need need) {
        Map<Aspect, Map<String, List<String>>> hard = hard(need);
        List<List<Move>> moves = new ArrayList<>();
        moves.add(List.of());
        List<Move> single = new ArrayList<>();
        hard.keySet().forEach(a -> single.addAll(moves(a, need)));
        single.forEach(m -> moves.add(List.of(m)));
        together(single, 2, MOST_PAIRS).forEach(moves::add);
        together(single, 3, MOST_TRIPLES).forEach(moves::add);
        List<Map<String, List<String>>> sets =
                new ArrayList<>(moves.stream().map(set -> filters(hard, set)).toList());
        if (need.mode().equals(Need.USUAL_MODE)) {
            Map<Aspect, Map<String, List<String>>> flexible = hard(need.inMode(FLEXIBLE));
            if (!flexible.equals(hard)) {
                moves.add(
                        1, List.of(new Move(Aspect.WILLINGNESS, MODE, List.of(new Coded(MODES, FLEXIBLE)), Map.of())));
                sets.add(1, filters(flexible, List.of()));
            }
        }
        return new Plan(moves, sets);
    }

    /** Sets of so many moves, each on a condition of its own. */
    private static List<List<Move>> together(List<Move> single, int size, int most) {
        List<List<Move>> sets = new ArrayList<>(List.of(List.of()));
        for (int n = 0; n < size; n++) {
            List<List<Move>> longer = new ArrayList<>();
            for (List<Move> set : sets) {
                int from = set.isEmpty() ? 0 : single.indexOf(set.getLast()) + 1;
                for (Move next : single.subList(from, single.size())) {
                    if (set.stream().noneMatch(m -> m.aspect() == next.aspect()) && longer.size() < WIDEST) {
                        longer.add(Stream.concat(set.stream(), Stream.of(next)).toList());
                    }
                }
            }
            sets = longer;
        }
        return sets.stream().limit(most).toList();
    }

    private static Map<String, List<String>> filters(Map<Aspect, Map<String, List<String>>> hard, List<Move> set) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        hard.forEach((aspect, filters) -> all.putAll(set.stream()
                .filter(m -> m.aspect() == aspect)
                .map(Move::filters)
                .findFirst()
                .orElse(filters)));
        return all;
    }

    /** Singles that gain something; of sets only when no single one is enough, and only those that gain more than any of their parts. */
    List<Relaxation> read(Plan plan, List<Long> totals) {
        if (totals.size() < plan.moves().size()) {
            return List.of();
        }
        long now = totals.getFirst();
        List<Relaxation> found = new ArrayList<>();
        for (int i = 1; i < totals.size(); i++) {
            found.add(new Relaxation(plan.moves().get(i), totals.get(i) - now, totals.get(i)));
        }
        Comparator<Relaxation> most = Comparator.comparingLong(Relaxation::gain).reversed();
        List<Relaxation> told = new ArrayList<>(found.stream()
                .filter(r -> r.set().size() == 1 && r.gain() > 0)
                .sorted(most)
                .limit(MOST)
                .toList());
        if (now < ENOUGH && told.stream().noneMatch(r -> r.total() >= ENOUGH)) {
            Map<Move, Long> alone = new LinkedHashMap<>();
            found.stream()
                    .filter(r -> r.set().size() == 1)
                    .forEach(r -> alone.put(r.set().getFirst(), r.gain()));
            Set<Set<Aspect>> seen = new HashSet<>();
            found.stream()
                    .filter(r ->
                            r.set().size() == 2 && r.set().stream().allMatch(m -> alone.getOrDefault(m, 0L) < r.gain()))
                    .sorted(most)
                    .filter(r -> seen.add(aspects(r)))
                    .limit(Math.max(0, MOST - told.size()))
                    .forEach(told::add);
            if (told.stream().noneMatch(r -> r.total() >= ENOUGH)) {
                // the smallest that reach it are of three
                found.stream()
                        .filter(r -> r.set().size() == 3 && r.total() >= ENOUGH)
                        .sorted(most)
                        .filter(r -> seen.add(aspects(r)))
                        .limit(MOST)
                        .forEach(told::add);
            }
        }
        return told;
    }

    private static Set<Aspect> aspects(Relaxation r) {
        return r.set().stream().map(Move::aspect).collect(Collectors.toSet());
    }

    /** Conditions that must hold, as the list's filters have them. */
    private Map<Aspect, Map<String, List<String>>> hard(Need need) {
        Map<Aspect, Map<String, List<String>>> hard = new LinkedHashMap<>();
        for (Aspect a : need.asked()) {
            if (weights.strength(need, a).hard()) {
                Map<String, List<String>> filters = filters(a, need);
                if (!filters.isEmpty()) {
                    hard.put(a, filters);
                }
            }
        }
        return hard;
    }

    /** A condition as the list's filters have it; empty when they have none like it. */
    Map<String, List<String>> filters(Aspect aspect, Need need) {
        return switch (aspect) {
            case EDUCATION, DEGREE, TITLE_LEVEL, SKILL_LEVEL -> level(aspect, need, 0);
            case AGE -> need.ageMax() == null ? Map.of() : one("ageMax", String.valueOf(need.ageMax()));
            case EXPERIENCE ->
                need.experience() == null ? Map.of() : one("experienceMin", String.valueOf(need.experience()));
            case CATEGORY -> need.category() == null ? Map.of() : one("category", need.category());
            case INDUSTRY ->
                need.industries().isEmpty()
                        ? Map.of()
                        : Map.of("industry", need.industries().stream().sorted().toList());
            case NODE ->
                need.nodes().isEmpty()
                        ? Map.of()
                        : Map.of("node", need.nodes().stream().sorted().toList());
            case PLACE -> need.region() == null ? Map.of() : one("region", regions.prefecture(need.region()));
            case SKILLS, MAJOR, WILLINGNESS, FRESHNESS -> Map.of();
        };
    }

    private List<Move> moves(Aspect aspect, Need need) {
        List<Move> moves = new ArrayList<>();
        switch (aspect) {
            case EDUCATION, DEGREE, TITLE_LEVEL, SKILL_LEVEL -> {
                String asked = need.levels().getOrDefault(aspect, "");
                String lower = scales.lower(aspect, asked, 1);
                Map<String, List<String>> filters = lower.equals(asked) ? Map.of() : level(aspect, need, 1);
                moves.add(
                        filters.isEmpty()
                                ? drop(aspect)
                                : new Move(
                                        aspect,
                                        "match.relax.level",
                                        List.of(aspect, new Coded(ladder(aspect), lower)),
                                        filters));
            }
            case AGE -> {
                int limit = need.ageMax() == null ? 0 : need.ageMax();
                for (int more : List.of(5, 10)) {
                    moves.add(new Move(
                            aspect,
                            "match.relax.age",
                            List.of(limit + more),
                            one("ageMax", String.valueOf(limit + more))));
                }
            }
            case EXPERIENCE -> {
                int years = need.experience() == null ? 0 : need.experience();
                if (years > 2) {
                    moves.add(new Move(
                            aspect,
                            "match.relax.experience",
                            List.of(years - 2),
                            one("experienceMin", String.valueOf(years - 2))));
                }
                moves.add(drop(aspect));
            }
            case PLACE ->
                moves.add(new Move(aspect, "match.relax.province", List.of(), one("region", Regions.PROVINCE)));
            case CATEGORY, INDUSTRY, NODE, SKILLS, MAJOR, WILLINGNESS, FRESHNESS -> moves.add(drop(aspect));
        }
        return moves;
    }

    private static Move drop(Aspect aspect) {
        return new Move(aspect, "match.relax.drop", List.of(aspect), Map.of());
    }

    private Map<String, List<String>> level(Aspect aspect, Need need, int lowered) {
        String asked = need.levels().get(aspect);
        List<String> codes = asked == null ? List.of() : scales.satisfying(aspect, asked, lowered);
        return codes.isEmpty() ? Map.of() : Map.of(aspect.key(), codes);
    }

    private static String ladder(Aspect aspect) {
        return Scales.ladder(aspect);
    }

    private static Map<String, List<String>> one(String filter, String value) {
        return Map.of(filter, List.of(value));
    }
}
