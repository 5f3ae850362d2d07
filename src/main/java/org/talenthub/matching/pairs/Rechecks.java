package org.talenthub.matching.pairs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.matching.candidates.Kin;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.candidates.Needs;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.matching.scoring.Kinship;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.Scorer;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/**
 * Pairs that are known and were not met again while others were looked for: that they are not among the first few says nothing. Each is
 * scored as it stands now.
 */
@Component
class Rechecks {

    private static final int CHUNK = 1_000;

    private final Records records;
    private final Needs needs;
    private final Scorer scorer;
    private final Kin kin;
    private final LeftOut leftOut;

    Rechecks(Records records, Needs needs, Scorer scorer, Kin kin, LeftOut leftOut) {
        this.records = records;
        this.needs = needs;
        this.scorer = scorer;
        this.kin = kin;
        this.leftOut = leftOut;
    }

    /**
     * @param kept with what is true of them now; also those that people decided about, as long as both sides are there and the person is not left out
     * @param dropped only the hub knew of them, and they fit no longer
     */
    record Outcome(List<PairWriter.Found> kept, List<PairStates.Key> dropped) {}

    Outcome of(List<PairStates.Key> keys, Map<PairStates.Key, PairWriter.Known> known) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        for (int from = 0; from < keys.size(); from += CHUNK) {
            some(keys.subList(from, Math.min(keys.size(), from + CHUNK)), known, outcome);
        }
        return outcome;
    }

    private void some(List<PairStates.Key> keys, Map<PairStates.Key, PairWriter.Known> known, Outcome outcome) {
        Set<Long> ids = new LinkedHashSet<>();
        keys.forEach(k -> ids.addAll(List.of(k.demand(), k.talent())));
        Map<Long, RecordSnapshot> all = new HashMap<>(records.snapshots(ids));
        all.values().removeIf(r -> !r.live());
        Map<Long, Need> asked = needs.of(side(
                keys.stream().map(PairStates.Key::demand), all, r -> r.type().equals("demand")));
        Map<Long, Person> people = new HashMap<>();
        needs.people(side(
                        keys.stream().map(PairStates.Key::talent),
                        all,
                        r -> r.type().equals("talent")))
                .forEach(p -> people.put(p.id(), p));
        List<Long> out = leftOut.among(List.copyOf(people.keySet()));
        Kinship kinship = kin.between(asked.values(), people.values());
        LocalDate today = HubTime.today();
        for (PairStates.Key k : keys) {
            RecordSnapshot demand = all.get(k.demand());
            RecordSnapshot person = all.get(k.talent());
            Need need = asked.get(k.demand());
            Person whom = people.get(k.talent());
            PairWriter.Known before = known.get(k);
            boolean hubs = before != null && before.state() == PairState.NEW;
            if (demand != null && person != null && need != null && whom != null) {
                PairWriter.Found found = new PairWriter.Found(demand, person, scorer.score(need, whom, today, kinship));
                boolean left = out.contains(k.talent());
                if (hubs ? OpenDemands.open(demand) && !left && found.told() : !left) {
                    outcome.kept.add(found);
                    continue;
                }
            }
            if (hubs) {
                outcome.dropped.add(k);
            }
        }
    }

    private static List<RecordSnapshot> side(
            Stream<Long> ids, Map<Long, RecordSnapshot> all, Predicate<RecordSnapshot> type) {
        return ids.distinct()
                .flatMap(id -> Stream.ofNullable(all.get(id)))
                .filter(type)
                .toList();
    }
}
