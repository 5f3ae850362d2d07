package org.talenthub.planning.solve;

import org.talenthub.planning.solve.graphs.Flow;

/**
 * Who should meet at all, slots left aside: the b-matching of greatest weight, where a host takes as many as its desks have slots and
 * a guest as many as it may. No plan can be worth more; where everybody is there all the time, a plan is worth as much.
 */
final class Choice {

    final boolean[] chosen;
    /** What the choice is worth. */
    final long score;
    /** What one more meeting of a guest would bring. */
    final double[] guestPrice;
    /** What one more place of a host would bring. */
    final double[] hostPrice;
    /** What a host that lacks of its least would give for a meeting. */
    final double[] lackPrice;

    Choice(Layout at) {
        int source = at.hosts + at.guests;
        int sink = source + 1;
        Flow flow = new Flow(sink + 1);
        long lack = 0;
        for (int h = 0; h < at.hosts; h++) {
            int all = at.allDesks(h);
            int first = Math.min(at.least[h], all);
            flow.arc(source, h, first, -at.leastCost);
            flow.arc(source, h, all - first, 0);
            lack += (long) at.leastCost * at.least[h];
        }
        int[] arc = new int[at.pairs];
        for (int p = 0; p < at.pairs; p++) {
            arc[p] = at.open[p].length == 0 ? -1 : flow.arc(at.host[p], at.hosts + at.guest[p], 1, -at.value[p]);
        }
        for (int g = 0; g < at.guests; g++) {
            flow.arc(at.hosts + g, sink, at.room(g), 0);
        }
        score = -flow.run(source, sink) - lack;
        chosen = new boolean[at.pairs];
        for (int p = 0; p < at.pairs; p++) {
            chosen[p] = arc[p] >= 0 && flow.through(arc[p]) > 0;
        }
        guestPrice = new double[at.guests];
        for (int g = 0; g < at.guests; g++) {
            guestPrice[g] = Math.max(0, flow.potential(sink) - flow.potential(at.hosts + g));
        }
        hostPrice = new double[at.hosts];
        lackPrice = new double[at.hosts];
        for (int h = 0; h < at.hosts; h++) {
            long price = flow.potential(h) - flow.potential(source);
            hostPrice[h] = Math.max(0, price);
            lackPrice[h] = Math.clamp(-price, 0, at.leastCost);
        }
    }
}
