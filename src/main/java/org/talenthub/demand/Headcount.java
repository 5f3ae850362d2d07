package org.talenthub.demand;

import org.talenthub.common.Fields;

/** How many people a demand asks for, and for how many of these somebody has come. Whoever counts them asks here. */
public final class Headcount {

    private Headcount() {}

    /** @param demand its fields */
    public static int asked(Fields demand) {
        return asked(demand.number("headcount").orElse(1));
    }

    /**
     * @param demand its fields
     * @param arrived by the placements
     */
    public static int filled(Fields demand, int arrived) {
        return filled(
                demand.number("headcount").orElse(1), demand.number("filled").orElse(0), arrived);
    }

    /**
     * Whoever says more of the two is right: a station reports once a month, and not everybody comes by way of the hub. Nobody fills a head
     * that was not asked for.
     *
     * @param headcount as reported
     * @param reported as filled
     * @param arrived by the placements
     */
    public static int filled(int headcount, int reported, int arrived) {
        return Math.min(asked(headcount), Math.max(0, Math.max(reported, arrived)));
    }

    private static int asked(int headcount) {
        return Math.max(1, headcount);
    }
}
