package org.talenthub.events.plans;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Rules;
import org.talenthub.planning.Task;

/**
 * What a version of the plan was made from, as it is kept: participants by their ids, everything else by number.
 *
 * @param slots numbers of the event's slots, in their order
 * @param sessions indexes into the slots at which a new session begins
 */
public record StoredTask(
        List<Integer> slots,
        List<Integer> sessions,
        List<HostRow> hosts,
        List<GuestRow> guests,
        List<PairRow> pairs,
        int buffer) {

    private static final int GAP_COST = 20;
    private static final int MUST_BONUS = 1_000;

    /** @param first number of its first table in the hall */
    public record HostRow(long participant, List<Integer> desks, int least, int first) {

        public int tables() {
            return desks.stream().mapToInt(d -> d).max().orElse(0);
        }
    }

    /** @param open indexes of slots */
    public record GuestRow(long participant, List<Integer> open, int most) {}

    /** @param demands ids, the best fit first */
    public record PairRow(int host, int guest, int weight, boolean must, boolean never, int pin, List<String> demands) {

        public PairRow pinned(int slot) {
            return new PairRow(host, guest, weight, must, never, slot, demands);
        }
    }

    /** One meeting of a plan, as it is kept. */
    record Kept(int pair, int slot, int desk) {}

    public Task task() {
        BitSet begins = new BitSet();
        sessions.forEach(begins::set);
        return new Task(
                slots.size(),
                hosts.stream().map(h -> new Host(h.desks(), h.least())).toList(),
                guests.stream().map(g -> new Guest(bits(g.open()), g.most())).toList(),
                pairs.stream()
                        .map(p -> new Pair(p.host(), p.guest(), p.weight(), p.must(), p.never(), p.pin(), false))
                        .toList(),
                new Rules(buffer, GAP_COST, MUST_BONUS, Rules.LEAST_COST, begins));
    }

    static BitSet bits(List<Integer> set) {
        BitSet bits = new BitSet();
        set.forEach(bits::set);
        return bits;
    }

    static List<Meeting> meetings(List<Kept> kept) {
        return kept.stream().map(k -> new Meeting(k.pair(), k.slot(), k.desk())).toList();
    }

    static List<Kept> kept(List<Meeting> meetings) {
        return meetings.stream()
                .map(m -> new Kept(m.pair(), m.slot(), m.table()))
                .toList();
    }

    /** Index of the pair of two participants; −1 when they are none. */
    public int pair(long host, long guest) {
        for (int i = 0; i < pairs.size(); i++) {
            if (host(i) == host && guest(i) == guest) {
                return i;
            }
        }
        return -1;
    }

    /** The participant who receives. */
    public long host(int pair) {
        return hosts.get(pairs.get(pair).host()).participant();
    }

    public long guest(int pair) {
        return guests.get(pairs.get(pair).guest()).participant();
    }

    /** Number of the table in the hall, from 1. */
    public int table(int pair, int desk) {
        return hosts.get(pairs.get(pair).host()).first() + desk;
    }

    public int hostOf(long participant) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).participant() == participant) {
                return i;
            }
        }
        return -1;
    }

    public int guestOf(long participant) {
        for (int i = 0; i < guests.size(); i++) {
            if (guests.get(i).participant() == participant) {
                return i;
            }
        }
        return -1;
    }

    public StoredTask with(List<HostRow> nowHosts, List<GuestRow> nowGuests, List<PairRow> nowPairs) {
        return new StoredTask(slots, sessions, nowHosts, nowGuests, nowPairs, buffer);
    }

    /** The same without a slot; pins on it are loose. */
    public StoredTask without(int index) {
        List<Integer> left = removed(slots, index);
        Map<Integer, Integer> moved = new HashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            if (i != index) {
                moved.put(i, i < index ? i : i - 1);
            }
        }
        // a session that began with the slot begins with the next one
        List<Integer> begins = sessions.stream()
                .map(s -> s == index ? index : moved.getOrDefault(s, index))
                .filter(s -> s < left.size())
                .distinct()
                .toList();
        return new StoredTask(
                left,
                begins,
                hosts.stream()
                        .map(h -> new HostRow(h.participant(), removed(h.desks(), index), h.least(), h.first()))
                        .toList(),
                guests.stream()
                        .map(g -> new GuestRow(
                                g.participant(),
                                g.open().stream()
                                        .filter(moved::containsKey)
                                        .map(s -> moved.getOrDefault(s, 0))
                                        .toList(),
                                g.most()))
                        .toList(),
                pairs.stream()
                        .map(p -> p.pin() < 0 ? p : p.pinned(moved.getOrDefault(p.pin(), -1)))
                        .toList(),
                buffer);
    }

    private static List<Integer> removed(List<Integer> all, int index) {
        Integer[] left = new Integer[all.size() - 1];
        for (int i = 0; i < left.length; i++) {
            left[i] = all.get(i < index ? i : i + 1);
        }
        return Arrays.asList(left);
    }
}
