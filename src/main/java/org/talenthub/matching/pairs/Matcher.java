package org.talenthub.matching.pairs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.matching.candidates.CandidateSearch;
import org.talenthub.matching.candidates.Kin;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.candidates.Needs;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.matching.scoring.Kinship;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.Scorer;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** Tries changed people on all open demands, and changed demands on the pool; what fits well becomes a pair of the inbox. */
@Component
class Matcher {

    /** So many people of one demand, and demands of one person, are told of by themselves at a time; the whole list is a page away. */
    private static final int MOST = 30;

    /** So many pairs wait to be written together, with all that was judged of them. */
    private static final int MOST_IN_HAND = 5_000;

    private static final int CHUNK = 1_000;

    private final Records records;
    private final Needs needs;
    private final Scorer scorer;
    private final Kin kin;
    private final LeftOut leftOut;
    private final CandidateSearch search;
    private final Rechecks rechecks;
    private final PairWriter writer;
    private @Nullable OpenDemands open;

    Matcher(
            Records records,
            Needs needs,
            Scorer scorer,
            Kin kin,
            LeftOut leftOut,
            CandidateSearch search,
            Rechecks rechecks,
            PairWriter writer) {
        this.rechecks = rechecks;
        this.records = records;
        this.needs = needs;
        this.scorer = scorer;
        this.kin = kin;
        this.leftOut = leftOut;
        this.search = search;
        this.writer = writer;
    }

    /** In the caller's transaction. */
    void people(Collection<Long> changed) {
        Map<Long, RecordSnapshot> people = records.snapshots(changed);
        gone("talent_id", changed, people);
        List<Long> out = leftOut.among(changed);
        Map<Long, RecordSnapshot> live = new HashMap<>(people);
        live.values().removeIf(r -> !r.live());
        if (live.isEmpty()) {
            return;
        }
        OpenDemands demands = open();
        List<Person> read = needs.people(live.values());
        Kinship kinship = kin.between(demands.needs(), read);
        Map<PairStates.Key, PairWriter.Known> known = writer.known("talent_id", live.keySet());
        Map<Long, List<PairStates.Key>> knownOf = byRecord(known, PairStates.Key::talent);
        LocalDate today = HubTime.today();
        Step step = Step.empty();
        Unserved unserved = new Unserved(MOST);
        for (Person p : read) {
            if (step.written.size() > MOST_IN_HAND) {
                write(step, known);
                step = new Step(new ArrayList<>(), new ArrayList<>());
            }
            RecordSnapshot record = java.util.Objects.requireNonNull(live.get(p.id()));
            List<PairWriter.Found> found = new ArrayList<>();
            if (!out.contains(p.id())) {
                for (Need n : demands.about(p)) {
                    PairWriter.Found f =
                            new PairWriter.Found(demands.record(n.id()), record, scorer.score(n, p, today, kinship));
                    if (f.told()) {
                        found.add(f);
                        unserved.met(f);
                    }
                }
            }
            settle(step, found, knownOf.getOrDefault(p.id(), List.of()), known);
        }
        step.written.addAll(unserved.besides(step.written, writer::counts));
        write(step, known);
    }

    /** In the caller's transaction. */
    void demands(Collection<Long> changed) {
        open = null;
        Map<Long, RecordSnapshot> all = records.snapshots(changed);
        gone("demand_id", changed, all);
        Map<PairStates.Key, PairWriter.Known> known = writer.known("demand_id", changed);
        Map<Long, List<PairStates.Key>> knownOf = byRecord(known, PairStates.Key::demand);
        CandidateSearch.Crowd crowd = new CandidateSearch.Crowd();
        Step step = Step.empty();
        for (RecordSnapshot d : all.values()) {
            if (step.written.size() > MOST_IN_HAND) {
                write(step, known);
                step = new Step(new ArrayList<>(), new ArrayList<>());
            }
            List<PairWriter.Found> found = new ArrayList<>();
            if (OpenDemands.open(d)) {
                search.best(d, crowd).forEach((person, score) -> {
                    PairWriter.Found f = new PairWriter.Found(d, person, score);
                    if (f.told()) {
                        found.add(f);
                    }
                });
            }
            settle(step, found, knownOf.getOrDefault(d.id(), List.of()), known);
        }
        write(step, known);
    }

    private static Map<Long, List<PairStates.Key>> byRecord(
            Map<PairStates.Key, PairWriter.Known> known, Function<PairStates.Key, Long> record) {
        return known.keySet().stream().collect(Collectors.groupingBy(record));
    }

    /** What becomes of the pairs of a step: written together; of those that were known and not met again it is seen whether they hold. */
    private record Step(List<PairWriter.Found> written, List<PairStates.Key> unmet) {

        static Step empty() {
            return new Step(new ArrayList<>(), new ArrayList<>());
        }
    }

    private void settle(
            Step step,
            List<PairWriter.Found> found,
            List<PairStates.Key> knownOf,
            Map<PairStates.Key, PairWriter.Known> known) {
        found.sort(Comparator.comparingDouble((PairWriter.Found f) -> f.score().value())
                .reversed()
                .thenComparingLong(f -> f.demand().id())
                .thenComparingLong(f -> f.person().id()));
        Set<PairStates.Key> kept = new HashSet<>();
        int n = 0;
        for (PairWriter.Found f : found) {
            if (n++ < MOST || known.containsKey(f.key())) {
                kept.add(f.key());
                step.written.add(f);
            }
        }
        knownOf.stream().filter(k -> !kept.contains(k)).forEach(step.unmet::add);
    }

    private void write(Step step, Map<PairStates.Key, PairWriter.Known> known) {
        Rechecks.Outcome outcome = rechecks.of(step.unmet, known);
        writer.drop(outcome.dropped());
        writer.write(
                Stream.concat(step.written.stream(), outcome.kept().stream()).toList(), known);
    }

    private void gone(String column, Collection<Long> changed, Map<Long, RecordSnapshot> records) {
        for (long id : changed) {
            RecordSnapshot r = records.get(id);
            if (r == null || !r.live()) {
                Optional<Long> root = this.records.partOf(id);
                root.ifPresent(to -> writer.move(column, id, to));
                if (r == null && root.isEmpty()) {
                    writer.erase(column, id);
                } else {
                    writer.forget(column, id);
                }
            }
        }
    }

    private OpenDemands open() {
        OpenDemands known = open;
        if (known != null) {
            return known;
        }
        List<RecordSnapshot> demands = new ArrayList<>();
        long after = 0;
        List<RecordSnapshot> next = records.after("demand", after, CHUNK);
        while (!next.isEmpty()) {
            next.stream().filter(OpenDemands::open).forEach(demands::add);
            after = next.getLast().id();
            next = records.after("demand", after, CHUNK);
        }
        OpenDemands read =
                new OpenDemands(demands, needs.of(demands), scorer.weights().general());
        open = read;
        return read;
    }

    /** Demands may have changed on another hub, and lapse by the day. */
    void forget() {
        open = null;
    }
}
