package org.talenthub.matching.candidates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.scoring.Kinship;
import org.talenthub.matching.scoring.Lean;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.Phrase;
import org.talenthub.matching.scoring.Scales;
import org.talenthub.matching.scoring.Scorer;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.finding.Retrieval;
import org.talenthub.security.Viewer;

/** Finds whoever may fit by one request to the index and scores them; the same from the side of the demand and of the person. */
@Component
public class CandidateSearch {

    /** So many are scored; whoever is less like the demand than these is no candidate. */
    public static final int MOST = 300;

    private static final float MUST = 12;
    private static final float SHOULD = 5;
    private static final Viewer THE_HUB = Organisation.speaker(Organisation.PROVINCE, "", "");

    private final Retrieval retrieval;
    private final Records records;
    private final Needs needs;
    private final Scorer scorer;
    private final Kin kin;
    private final Costs costs;
    private final LeftOut leftOut;
    private final Scales scales;

    CandidateSearch(
            Retrieval retrieval,
            Records records,
            Needs needs,
            Scorer scorer,
            Kin kin,
            Costs costs,
            LeftOut leftOut,
            Scales scales) {
        this.retrieval = retrieval;
        this.records = records;
        this.needs = needs;
        this.scorer = scorer;
        this.kin = kin;
        this.costs = costs;
        this.leftOut = leftOut;
        this.scales = scales;
    }

    /** @param relaxations what the conditions cost, or what else would open something */
    record Result(List<Ranked> ranked, List<Costs.Relaxation> relaxations) {}

    /**
     * @param narrowing filters and words on people
     * @param lean what orders: {@link Lean}
     * @throws Problem 422 for a demand without conditions
     */
    Result of(RecordSnapshot demand, SearchQuery narrowing, Lean lean, Viewer viewer) {
        Need need = needs.of(demand);
        if (need.conditions() == 0) {
            throw Problem.unusable("demand.conditions", Sentence.of("refused.demand.conditions"));
        }
        Costs.Plan plan = costs.plan(need);
        Retrieval.Found found = retrieval.find(
                new Retrieval.Wish(
                        narrowing,
                        about(need, demand),
                        preferred(need),
                        need.skills().stream().map(Phrase::text).toList(),
                        plan.sets(),
                        MOST),
                viewer);
        List<Person> people = needs.people(records.snapshots(found.ids()).values().stream()
                .filter(RecordSnapshot::live)
                .toList());
        List<Long> out = leftOut.among(people.stream().map(Person::id).toList());
        List<Person> asked = people.stream().filter(p -> !out.contains(p.id())).toList();
        return new Result(rank(List.of(need), asked, lean), costs.read(plan, found.counts()));
    }

    /**
     * @param narrowing filters and words on demands
     * @param lean what orders: {@link Lean}
     * @throws Problem 422 for a person without skills
     */
    Result needing(RecordSnapshot record, SearchQuery narrowing, Lean lean, Viewer viewer) {
        Person person = needs.person(record);
        if (person.told().findAny().isEmpty()) {
            throw Problem.unusable("talent.skills", Sentence.of("refused.talent.skills"));
        }
        List<String> about = person.told().map(Phrase::text).toList();
        Retrieval.Found found = retrieval.find(
                new Retrieval.Wish(
                        narrowing,
                        person.major().isEmpty()
                                ? about
                                : with(about, person.major().getFirst().text()),
                        List.of(),
                        List.of(),
                        List.of(),
                        MOST),
                viewer);
        Map<Long, RecordSnapshot> demands = records.snapshots(found.ids());
        Collection<Need> all =
                needs.of(demands.values().stream().filter(RecordSnapshot::live).toList()).values().stream()
                        .filter(n -> n.conditions() > 0)
                        .toList();
        List<Ranked> ranked = rank(List.copyOf(all), List.of(person), lean);
        return new Result(ranked, openings(person, ranked));
    }

    private record Member(RecordSnapshot record, Person person) {}

    /** People whom a run of demands meets: many again and again, who are read once. Of one transaction; what changes comes as a change. */
    public static final class Crowd {

        private final Cache<Long, Member> met =
                Caffeine.newBuilder().maximumSize(5_000).build();
    }

    /** The people of the whole pool who are most like a demand, with their scores; for the hub itself, which tells nobody. */
    public Map<RecordSnapshot, Score> best(RecordSnapshot demand) {
        return best(demand, new Crowd());
    }

    /** The same, of one of many demands. */
    public Map<RecordSnapshot, Score> best(RecordSnapshot demand, Crowd crowd) {
        Need need = needs.of(demand);
        if (need.conditions() == 0) {
            return Map.of();
        }
        SearchQuery everybody = new SearchQuery(Kind.TALENT, "", Map.of(), "relevance", 0, 1, null);
        Retrieval.Found found = retrieval.find(
                new Retrieval.Wish(everybody, about(need, demand), preferred(need), List.of(), List.of(), MOST),
                THE_HUB);
        Map<Long, Member> people = crowd.met.getAll(found.ids(), this::members);
        Map<RecordSnapshot, Score> scores = new LinkedHashMap<>();
        rank(List.of(need), people.values().stream().map(Member::person).toList())
                .forEach(r -> scores.put(
                        Objects.requireNonNull(people.get(r.person().id())).record(), r.score()));
        return scores;
    }

    /** Those of these who live and want to be matched. */
    private Map<Long, Member> members(Collection<? extends Long> ids) {
        List<Long> out = leftOut.among(List.copyOf(ids));
        Map<Long, RecordSnapshot> live = new LinkedHashMap<>(records.snapshots(List.copyOf(ids)));
        live.values().removeIf(r -> !r.live() || out.contains(r.id()));
        return needs.people(live.values()).stream()
                .collect(Collectors.toMap(Person::id, p -> new Member(Objects.requireNonNull(live.get(p.id())), p)));
    }

    /** Every pair of these, the best first. */
    public List<Ranked> rank(List<Need> of, List<Person> people) {
        return rank(of, people, Lean.BOTH);
    }

    private List<Ranked> rank(List<Need> of, List<Person> people, Lean lean) {
        Kinship kinship = kin.between(of, people);
        LocalDate today = HubTime.today();
        List<Ranked> ranked = new ArrayList<>();
        of.forEach(n -> people.forEach(p -> ranked.add(
                new Ranked(n, p, scorer.score(n, p, today, kinship), scorer.nearness(n, p, lean.ordering(kinship))))));
        ranked.sort(Ranked.BEST);
        Kinship only = lean.only(kinship);
        if (only != null) {
            IdentityHashMap<Ranked, Double> leaning = new IdentityHashMap<>();
            ranked.forEach(r -> leaning.put(
                    r,
                    lean.between(
                            r.score().value(),
                            scorer.score(r.need(), r.person(), today, only).value())));
            // those that come to the same keep the score's order
            ranked.sort(Comparator.comparingDouble((Ranked r) -> -leaning.getOrDefault(r, 0.0)));
        }
        return ranked;
    }

    /** The pair as it stands now. */
    public Ranked pair(RecordSnapshot demand, RecordSnapshot person) {
        return rank(List.of(needs.of(demand)), List.of(needs.person(person))).getFirst();
    }

    private static List<String> about(Need need, RecordSnapshot demand) {
        List<String> about = new ArrayList<>();
        need.skills().forEach(s -> about.add(s.text()));
        need.majors().forEach(m -> about.add(m.text()));
        demand.fields().text("post").ifPresent(about::add);
        return about;
    }

    private static List<String> with(List<String> texts, String more) {
        List<String> all = new ArrayList<>(texts);
        all.add(more);
        return all;
    }

    private List<Retrieval.Preference> preferred(Need need) {
        List<Retrieval.Preference> preferred = new ArrayList<>();
        for (Aspect a : need.asked()) {
            Map<String, List<String>> filters = costs.filters(a, need);
            if (!filters.isEmpty()) {
                preferred.add(new Retrieval.Preference(
                        filters, scorer.weights().strength(need, a).hard() ? MUST : SHOULD));
            }
        }
        return preferred;
    }

    /** What one rung more, or the skill that is asked for most, would open for a person; of the demands that were found. */
    private List<Costs.Relaxation> openings(Person person, List<Ranked> ranked) {
        List<Need> found = ranked.stream().map(Ranked::need).toList();
        long now = ranked.stream().filter(CandidateSearch::open).count();
        List<Costs.Relaxation> openings = new ArrayList<>();
        for (Aspect ladder : person.levels().keySet()) {
            String code = Objects.requireNonNull(person.levels().get(ladder));
            String higher = scales.lower(ladder, code, -1);
            if (!higher.equals(code)) {
                add(
                        openings,
                        new Costs.Move(
                                ladder,
                                "match.open.level",
                                List.of(
                                        ladder,
                                        new org.talenthub.matching.scoring.score.Reason.Coded(
                                                Scales.ladder(ladder), higher)),
                                Map.of()),
                        found,
                        person.with(ladder, higher),
                        now);
            }
        }
        missing(ranked)
                .forEach(skill -> add(
                        openings,
                        new Costs.Move(Aspect.SKILLS, "match.open.skill", List.of(skill.text()), Map.of()),
                        found,
                        person.with(skill),
                        now));
        openings.sort(java.util.Comparator.comparingLong(Costs.Relaxation::gain).reversed());
        return openings;
    }

    private void add(List<Costs.Relaxation> openings, Costs.Move move, List<Need> found, Person then, long now) {
        long total = rank(found, List.of(then)).stream()
                .filter(CandidateSearch::open)
                .count();
        if (total > now) {
            openings.add(new Costs.Relaxation(List.of(move), total - now, total));
        }
    }

    /** Worth a talk. */
    private static boolean open(Ranked r) {
        return r.score().band().compareTo(org.talenthub.matching.scoring.score.Band.FAIR) <= 0;
    }

    /** The skills that are asked for most among these demands and that the person does not name. */
    private static List<Phrase> missing(List<Ranked> ranked) {
        Map<String, Long> times = ranked.stream()
                .limit(50)
                .flatMap(r -> r.need().skills().stream()
                        .filter(s -> r.person().told().noneMatch(t -> t.holds(s.key())))
                        .map(Phrase::text)
                        .distinct())
                .collect(Collectors.groupingBy(s -> s, java.util.TreeMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(e -> Phrase.of(e.getKey()))
                .toList();
    }
}
