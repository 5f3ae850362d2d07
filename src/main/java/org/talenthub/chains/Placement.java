package org.talenthub.chains;

import java.util.List;
import org.talenthub.chains.placing.Place;

/**
 * Where a record stands on the chains.
 *
 * @param version of the dictionary and the rules that said so
 * @param places nodes, the likeliest first; of one that waits those that may be meant
 * @param meant whether the meaning of its texts could be asked too
 */
public record Placement(State state, String version, List<Place> places, boolean meant) {

    /** How certain that is. */
    public enum State {
        /** By its words. */
        PLACED,
        /** A department said so. */
        CHOSEN,
        /** For a department: its words say too little. */
        WAITING
    }

    public Placement {
        places = List.copyOf(places);
    }

    static Placement of(List<Place> places, String version, boolean meant) {
        List<Place> sure = places.stream().filter(Place::sure).toList();
        return sure.isEmpty()
                ? new Placement(State.WAITING, version, places, meant)
                : new Placement(State.PLACED, version, sure, meant);
    }

    /** Codes of the nodes that it counts on; none while it waits. */
    public List<String> nodes() {
        return state == State.WAITING
                ? List.of()
                : places.stream().map(Place::node).toList();
    }
}
