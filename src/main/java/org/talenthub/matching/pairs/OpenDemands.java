package org.talenthub.matching.pairs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.talenthub.access.Extent;
import org.talenthub.common.HubTime;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.Phrase;
import org.talenthub.records.RecordSnapshot;

/**
 * All open demands by the words of their skills and majors, so that of each person only those are scored with which there is a word in
 * common; thousands of people are tried on thousands of demands without asking the index for each.
 */
final class OpenDemands {

    private final Map<Long, Need> needs;
    private final Map<Long, RecordSnapshot> records = new HashMap<>();
    private final Map<String, List<Long>> byWord = new HashMap<>();

    OpenDemands(Collection<RecordSnapshot> demands, Map<Long, Need> needs, Collection<String> general) {
        this.needs = needs;
        Set<String> skipped = Set.copyOf(general);
        demands.forEach(d -> {
            Need need = needs.get(d.id());
            if (need != null) {
                records.put(d.id(), d);
                Set<String> words = new HashSet<>();
                Stream.concat(need.skills().stream(), need.majors().stream()).forEach(p -> words.addAll(p.all()));
                words.removeAll(skipped);
                words.forEach(
                        w -> byWord.computeIfAbsent(w, x -> new ArrayList<>()).add(d.id()));
            }
        });
    }

    static boolean open(RecordSnapshot demand) {
        return demand.live() && new Extent.Open(HubTime.today()).contains(demand);
    }

    /** Those that may have to do with this person. */
    List<Need> about(Person person) {
        Set<Long> found = new HashSet<>();
        Stream.concat(person.told(), person.major().stream())
                .map(Phrase::all)
                .flatMap(Set::stream)
                .distinct()
                .forEach(w -> found.addAll(byWord.getOrDefault(w, List.of())));
        return found.stream().sorted().map(needs::get).toList();
    }

    Collection<Need> needs() {
        return needs.values();
    }

    RecordSnapshot record(long id) {
        RecordSnapshot r = records.get(id);
        if (r == null) {
            throw new IllegalStateException("no open demand " + id);
        }
        return r;
    }
}
