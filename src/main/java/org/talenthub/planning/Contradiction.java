package org.talenthub.planning;

import java.util.List;

/** What was fixed by hand cannot all be true: no plan is made, the pairs are named. */
public final class Contradiction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> between;

    public Contradiction(List<Violation> between) {
        super("pins contradict: " + between);
        this.between = List.copyOf(between);
    }

    /** Each with the pair, the pair it stands against (or −1) and the slot. */
    public List<Violation> between() {
        return between;
    }
}
