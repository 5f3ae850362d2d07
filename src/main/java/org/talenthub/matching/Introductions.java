package org.talenthub.matching;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.matching.placements.Placing;
import org.talenthub.security.Viewer;

/** What comes of people whom another module brought together. */
@Component
public class Introductions {

    private final Placing placing;

    Introductions(Placing placing) {
        this.placing = placing;
    }

    /**
     * Both mean it: there is a placement with an intent, begun now or further already.
     *
     * @param event where the two met
     * @return its id; empty when the pair is not the viewer's business, or one of the two is gone
     */
    public Optional<String> intent(long demand, long talent, String event, Viewer viewer) {
        try {
            PlacementLists.Line line = placing.begin(Ids.text(demand), Ids.text(talent), event, viewer)
                    .line();
            String id = Ids.text(line.placement().id());
            if (line.allowed().contains(Action.INTENT)) {
                placing.act(id, Action.INTENT, null, null, viewer);
            }
            return Optional.of(id);
        } catch (Problem refused) {
            if (refused.status() == 403 || refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
