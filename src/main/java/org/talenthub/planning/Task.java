package org.talenthub.planning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Meetings to plan. All numbers elsewhere are indexes into these lists; nothing here knows who the people are.
 *
 * @param slots how many slots there are, counted from 0 through all days
 * @param pairs each host and guest at most once
 */
public record Task(int slots, List<Host> hosts, List<Guest> guests, List<Pair> pairs, Rules rules) {

    /** @throws IllegalArgumentException when an index lies outside, or a host and a guest are paired twice */
    public Task {
        hosts = List.copyOf(hosts);
        guests = List.copyOf(guests);
        pairs = List.copyOf(pairs);
        Set<Long> seen = new HashSet<>();
        for (Host h : hosts) {
            if (h.desks().size() != slots) {
                throw new IllegalArgumentException("desks of a host are told for each slot");
            }
        }
        for (Pair p : pairs) {
            if (p.host() >= hosts.size() || p.guest() >= guests.size() || p.pin() >= slots) {
                throw new IllegalArgumentException("no such host, guest or slot: " + p);
            }
            if (!seen.add(((long) p.host() << 32) | p.guest())) {
                throw new IllegalArgumentException("paired twice: " + p);
            }
        }
    }

    /** What a meeting of the pair adds to the score. */
    public long value(int pair) {
        Pair p = pairs.get(pair);
        return p.weight() + (p.must() ? (long) rules.mustBonus() : 0);
    }

    /** Whether the two could meet in the slot if nobody else were there. */
    public boolean open(int pair, int slot) {
        Pair p = pairs.get(pair);
        return !p.never()
                && (p.pin() < 0 || p.pin() == slot)
                && hosts.get(p.host()).desks().get(slot) > 0
                && guests.get(p.guest()).open(slot);
    }
}
