package org.talenthub.chains;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** On which nodes records stand, for modules that count by nodes. */
@Component
public class Standings {

    private final NodePlacements placements;

    Standings(NodePlacements placements) {
        this.placements = placements;
    }

    /** Record id to the codes of its nodes; what waits, or is not placed yet, is absent. */
    public Map<Long, List<String>> nodes(Collection<Long> records) {
        Map<Long, List<String>> nodes = new TreeMap<>();
        placements.find(records).forEach((id, p) -> {
            if (!p.nodes().isEmpty()) {
                nodes.put(id, p.nodes());
            }
        });
        return nodes;
    }
}
