package org.talenthub.planning.solve;

import java.util.Arrays;

/**
 * A bound on what any plan can score. Places in slots get prices (Lagrange multipliers); each pair then decides for itself, and the sum is
 * never below the best plan, whatever the prices. They begin as those of {@link Choice}, whose value is the first bound, and are
 * bettered by the volume algorithm: steps along the averaged excess of demand. Waiting is left out, which keeps the bound a bound.
 */
final class Relaxation {

    private static final double AVERAGE = 0.1;
    private static final int PATIENCE = 20;

    private final Layout at;
    private final int[] room;
    /** All prices in one row: guest × slot, host × slot, guest, host's lack. */
    private final int hostFrom;

    private final int guestFrom;
    private final int lackFrom;

    private final double[] best;
    private double bound;

    Relaxation(Layout at, Choice choice) {
        this.at = at;
        room = new int[at.guests];
        hostFrom = at.guests * at.slots;
        guestFrom = hostFrom + at.hosts * at.slots;
        lackFrom = guestFrom + at.guests;
        best = new double[lackFrom + at.hosts];
        for (int g = 0; g < at.guests; g++) {
            room[g] = at.room(g);
        }
        for (int h = 0; h < at.hosts; h++) {
            Arrays.fill(best, hostFrom + h * at.slots, hostFrom + (h + 1) * at.slots, choice.hostPrice[h]);
        }
        System.arraycopy(choice.guestPrice, 0, best, guestFrom, at.guests);
        System.arraycopy(choice.lackPrice, 0, best, lackFrom, at.hosts);
        bound = choice.score;
    }

    /** @param reached what some plan scores, which the bound cannot fall below */
    long bound(long reached, int rounds) {
        double[] prices = best.clone();
        double[] excess = new double[best.length];
        double[] mean = new double[best.length];
        double start = value(prices, mean, 0);
        bound = Math.min(bound, start);
        double length = 0.2;
        int idle = 0;
        double from = start;
        for (int i = 1; i <= rounds && length > 1e-5 && Math.floor(bound + 1e-6) > reached; i++) {
            double norm = 0;
            for (int k = 0; k < mean.length; k++) {
                double d = free(k, mean[k]) ? mean[k] : 0;
                norm += d * d;
            }
            if (norm == 0) {
                break;
            }
            double step = length * Math.max(1, from - reached) / norm;
            for (int k = 0; k < prices.length; k++) {
                prices[k] = Math.clamp(best[k] - step * mean[k], 0, k < lackFrom ? Double.MAX_VALUE : at.leastCost);
            }
            double v = value(prices, excess, i);
            for (int k = 0; k < mean.length; k++) {
                mean[k] = AVERAGE * excess[k] + (1 - AVERAGE) * mean[k];
            }
            if (v < from) {
                from = v;
                System.arraycopy(prices, 0, best, 0, best.length);
                length = Math.min(2, length * 1.1);
                idle = 0;
            } else if (++idle >= PATIENCE) {
                length *= 0.66;
                idle = 0;
            }
            bound = Math.min(bound, v);
        }
        return (long) Math.floor(bound + 1e-6);
    }

    /** A price of nothing does not fall further, however much is left over. */
    private boolean free(int k, double mean) {
        return best[k] > 0 || mean < 0;
    }

    /** What the prices allow in all; {@code rest} is what remains of each place (below zero: too many want it). */
    private double value(double[] price, double[] rest, int turn) {
        double sum = 0;
        for (int k = 0; k < hostFrom; k++) {
            rest[k] = 1;
            sum += price[k];
        }
        for (int h = 0; h < at.hosts; h++) {
            for (int s = 0; s < at.slots; s++) {
                int k = hostFrom + h * at.slots + s;
                rest[k] = at.desks(h, s);
                sum += price[k] * rest[k];
            }
            rest[lackFrom + h] = -at.least[h];
            sum -= price[lackFrom + h] * at.least[h];
        }
        for (int g = 0; g < at.guests; g++) {
            rest[guestFrom + g] = room[g];
            sum += price[guestFrom + g] * room[g];
        }
        for (int p = 0; p < at.pairs; p++) {
            sum += wish(p, price, rest, turn);
        }
        return sum;
    }

    private double wish(int p, double[] price, double[] rest, int turn) {
        int h = at.host[p];
        int g = at.guest[p];
        double worth = at.value[p] + price[lackFrom + h] - price[guestFrom + g];
        int[] open = at.open[p];
        if (worth <= 0 || open.length == 0) {
            return 0;
        }
        int chosen = -1;
        double cheapest = worth;
        int i = (p * 7 + turn * 5) % open.length;
        for (int n = 0; n < open.length; n++) {
            int s = open[i];
            double asked = price[hostFrom + h * at.slots + s] + walk(g, s, price);
            if (asked < cheapest) {
                cheapest = asked;
                chosen = s;
            }
            i = i + 1 == open.length ? 0 : i + 1;
        }
        if (chosen < 0) {
            return 0;
        }
        rest[hostFrom + h * at.slots + chosen]--;
        rest[guestFrom + g]--;
        rest[lackFrom + h]++;
        for (int s = chosen; s >= Math.max(0, chosen - at.buffer) && at.session[s] == at.session[chosen]; s--) {
            rest[g * at.slots + s]--;
        }
        return worth - cheapest;
    }

    /** The price of a guest's slot: of each run of slots, as long as a meeting and its walk, that holds it. */
    private double walk(int g, int slot, double[] price) {
        double sum = price[g * at.slots + slot];
        for (int s = slot - 1; s >= Math.max(0, slot - at.buffer) && at.session[s] == at.session[slot]; s--) {
            sum += price[g * at.slots + s];
        }
        return sum;
    }
}
