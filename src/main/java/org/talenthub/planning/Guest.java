package org.talenthub.planning;

import java.util.BitSet;

/**
 * Who goes from desk to desk: a person.
 *
 * @param open the slots in which the person is there
 * @param most how many meetings the person takes at most
 */
public record Guest(BitSet open, int most) {

    public Guest {
        open = (BitSet) open.clone();
        if (most < 0) {
            throw new IllegalArgumentException("meetings are counted from 0");
        }
    }

    /** A guest who is there in every slot. */
    public static Guest always(int slots, int most) {
        BitSet open = new BitSet(slots);
        open.set(0, slots);
        return new Guest(open, most);
    }

    @Override
    public BitSet open() {
        return (BitSet) open.clone();
    }

    public boolean open(int slot) {
        return open.get(slot);
    }
}
