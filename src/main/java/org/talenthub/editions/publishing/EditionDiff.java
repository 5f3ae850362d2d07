package org.talenthub.editions.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.talenthub.editions.publishing.EditionContent.Line;

/**
 * What changed from one edition to a later one.
 *
 * @param from id of the earlier one
 * @param to id of the later one
 * @param added lines that only the later one has
 * @param filled lines that only the earlier one has, whose heads have arrived
 * @param lapsed of these, those whose time is over
 * @param withdrawn those whose demands were taken back
 * @param dropped those that are still open
 * @param moved lines that both have, at other places
 */
public record EditionDiff(
        String from,
        String to,
        List<Line> added,
        List<Line> filled,
        List<Line> lapsed,
        List<Line> withdrawn,
        List<Line> dropped,
        List<Moved> moved,
        int unmoved) {

    /** A line that both have. */
    public record Moved(Line line, int from, int to) {}

    /** @param states of the earlier one's lines, by number */
    static EditionDiff of(EditionContent earlier, Map<Integer, LineState> states, EditionContent later) {
        List<Line> added = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        List<Line> kept = new ArrayList<>();
        int unmoved = 0;
        for (Line l : later.lines()) {
            Optional<Line> before = earlier.lines().stream()
                    .filter(o -> l.sameNeed(o) && !kept.contains(o))
                    .findFirst();
            if (before.isEmpty()) {
                added.add(l);
                continue;
            }
            kept.add(before.get());
            if (before.get().n() == l.n()) {
                unmoved++;
            } else {
                moved.add(new Moved(l, before.get().n(), l.n()));
            }
        }
        List<Line> gone =
                earlier.lines().stream().filter(l -> !kept.contains(l)).toList();
        return new EditionDiff(
                earlier.edition(),
                later.edition(),
                added,
                those(gone, states, LineState.FILLED),
                those(gone, states, LineState.LAPSED),
                those(gone, states, LineState.WITHDRAWN),
                those(gone, states, LineState.OPEN),
                moved,
                unmoved);
    }

    private static List<Line> those(List<Line> gone, Map<Integer, LineState> states, LineState state) {
        return gone.stream().filter(l -> states.get(l.n()) == state).toList();
    }
}
