package org.talenthub.matching;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.matching.candidates.CandidateSearch;
import org.talenthub.matching.candidates.Costs;
import org.talenthub.matching.candidates.Needs;
import org.talenthub.matching.scoring.Need;
import org.talenthub.records.RecordSnapshot;

/** The scorer, for modules that bring people and demands together themselves: the same pair has the same score everywhere. */
@Component
public class Fits {

    private final CandidateSearch search;
    private final Needs needs;
    private final Costs costs;

    Fits(CandidateSearch search, Needs needs, Costs costs) {
        this.search = search;
        this.needs = needs;
        this.costs = costs;
    }

    /**
     * How one person fits one demand.
     *
     * @param score 0 to 100 in tenths
     * @param against a condition that must hold does not
     */
    public record Fit(long demand, long talent, double score, boolean against) {}

    /** Every pair of these, the best first; demands without conditions have none. */
    public List<Fit> among(Collection<RecordSnapshot> demands, Collection<RecordSnapshot> people) {
        List<Need> known = needs.of(demands).values().stream()
                .filter(n -> n.conditions() > 0)
                .toList();
        return search.rank(known, needs.people(people)).stream()
                .map(r -> new Fit(
                        r.need().id(),
                        r.person().id(),
                        r.score().value(),
                        r.score().hardUnmet()))
                .toList();
    }

    /**
     * What each of these demands asks of people and would not merely like, as filters of their list, as far as that has one. An age is left
     * out: it is no ground to count somebody out of the pool by.
     */
    public Map<Long, Map<String, List<String>>> conditions(Collection<RecordSnapshot> demands) {
        Map<Long, Map<String, List<String>>> conditions = new LinkedHashMap<>();
        needs.of(demands).forEach((id, need) -> conditions.put(id, costs.asked(need)));
        return conditions;
    }

    /** Those of the whole pool who fit a demand best and want to be asked; tells nobody, so what the viewer may see of them is the caller's. */
    public List<RecordSnapshot> best(RecordSnapshot demand, int most) {
        return search.best(demand).entrySet().stream()
                .filter(e -> !e.getValue().hardUnmet())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
