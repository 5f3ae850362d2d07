package org.talenthub.insight;

import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * How numbers of people are shown. Who may list people is told how many he finds. Who may list none is told how many there are, of the
 * whole pool and never exactly: fewer than three are “&lt;3”, more are rounded down to threes, so that of two such numbers the difference
 * does not tell of one or two people either.
 */
@Component
public class People {

    static final String FEW = "<3";

    private static final int LEAST = 3;

    /** Counts what no row is shown of. */
    private static final Viewer WHOLE_POOL = new Viewer(0, "", "", Role.PROVINCE, null, null, null);

    private final Rights rights;

    People(Rights rights) {
        this.rights = rights;
    }

    /** Whether the viewer may list people at all. */
    public boolean rows(Viewer viewer) {
        return rights.may(Act.READ, "talent", viewer);
    }

    /** Whose eyes count people for this viewer. */
    Viewer eyes(Viewer viewer) {
        return rows(viewer) ? viewer : WHOLE_POOL;
    }

    /** @return a number, or {@code "<3"} */
    Object shown(long count, Viewer viewer) {
        return rows(viewer) ? (Object) count : discreet(count);
    }

    /** What is concluded from a number tells no more than the number that is shown. */
    long told(long count, Viewer viewer) {
        return rows(viewer) ? count : coarse(count);
    }

    static long coarse(long count) {
        return count - count % LEAST;
    }

    static Object discreet(long count) {
        return count == 0 ? (Object) 0L : count < LEAST ? FEW : (Object) coarse(count);
    }
}
