package org.talenthub.planning;

/**
 * A meeting that may come about.
 *
 * @param weight 0 to 1000
 * @param must somebody asked for it as a must: it counts {@link Rules#mustBonus} more
 * @param never one of the two does not wish it: it is never planned, and known only so that the reason can be told
 * @param pin the slot it is fixed to by hand, −1 for none; a pinned pair stands in every plan
 * @param frozen it may not be moved from where it stands in the plan one starts from
 */
public record Pair(int host, int guest, int weight, boolean must, boolean never, int pin, boolean frozen) {

    public Pair {
        if (host < 0 || guest < 0 || weight < 0 || weight > 1000 || pin < -1) {
            throw new IllegalArgumentException("no pair: " + host + ", " + guest + ", " + weight + ", " + pin);
        }
    }

    public static Pair of(int host, int guest, int weight) {
        return new Pair(host, guest, weight, false, false, -1, false);
    }

    public Pair pinned(int slot) {
        return new Pair(host, guest, weight, must, never, slot, frozen);
    }
}
