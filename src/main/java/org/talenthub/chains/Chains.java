package org.talenthub.chains;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.chains.placing.Place;
import org.talenthub.chains.placing.Placer;
import org.talenthub.chains.placing.Way;
import org.talenthub.indexing.indices.DocumentAddition;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Industries;

/**
 * Places records when the relay writes them, and gives their documents the nodes: what is counted and what is found are one. A department's
 * choice goes before everything. Repeating is harmless; only what is new is written.
 */
@Component
class Chains implements DocumentAddition {

    /** The field of the indices. */
    static final String FIELD = "nodes";

    private final Placer placer;
    private final NodePlacements placements;
    private final Industries industries;
    private final Edition edition;
    private final NodeMeanings meanings;

    Chains(NodePlacements placements, Industries industries, Edition edition, NodeMeanings meanings) {
        this.placer = new Placer(industries);
        this.placements = placements;
        this.industries = industries;
        this.edition = edition;
        this.meanings = meanings;
    }

    @Override
    public Map<Long, Map<String, Object>> of(Collection<RecordSnapshot> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> types =
                records.stream().collect(Collectors.toMap(RecordSnapshot::id, RecordSnapshot::type, (a, b) -> a));
        Map<Long, Placement> now = new HashMap<>();
        List<RecordSnapshot> unsure = new ArrayList<>();
        Map<Long, List<String>> chosen = placements.chosen(types.keySet());
        boolean meant = meanings.ready();
        for (RecordSnapshot r : records) {
            List<Place> places = current(chosen.getOrDefault(r.id(), List.of()));
            if (!places.isEmpty()) {
                now.put(r.id(), new Placement(Placement.State.CHOSEN, edition.version(), places, meant));
                continue;
            }
            Placement p = Placement.of(placer.place(r), edition.version(), meant);
            now.put(r.id(), p);
            if (p.state() == Placement.State.WAITING) {
                unsure.add(r);
            }
        }
        if (meant && !unsure.isEmpty()) {
            meanings.of(unsure, now).forEach((id, places) -> {
                Placement by = Placement.of(places, edition.version(), true);
                if (by.state() == Placement.State.PLACED) {
                    now.put(id, by);
                }
            });
        }
        placements.save(now, placements.find(types.keySet()), types);
        Map<Long, Map<String, Object>> fields = new HashMap<>();
        now.forEach((id, p) -> {
            if (!p.nodes().isEmpty()) {
                fields.put(id, Map.of(FIELD, p.nodes()));
            }
        });
        return fields;
    }

    /** What was chosen, as the dictionary has it today; empty when nothing came in the place of any of it. */
    private List<Place> current(List<String> nodes) {
        return nodes.stream()
                .flatMap(n -> industries.current(n).stream())
                .map(Industries.Node::code)
                .distinct()
                .map(n -> new Place(n, 1, Way.CHOSEN, List.of()))
                .toList();
    }
}
