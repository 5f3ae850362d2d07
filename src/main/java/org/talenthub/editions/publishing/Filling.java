package org.talenthub.editions.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.records.Arrivals;

/** How many heads of demands are known to have arrived, whoever knows of it. */
@Component
class Filling {

    private final List<Arrivals> parts;

    Filling(List<Arrivals> parts) {
        this.parts = parts;
    }

    Map<Long, Integer> of(Collection<Long> demands) {
        Map<Long, Integer> arrived = new HashMap<>();
        parts.forEach(p -> p.arrived(demands).forEach((demand, heads) -> arrived.merge(demand, heads, Integer::max)));
        return arrived;
    }
}
