package org.talenthub.planning;

import java.util.BitSet;

/**
 * What holds for everybody.
 *
 * @param buffer slots that stay free between two meetings of one guest, for the walk; within a session only
 * @param gapCost what a slot of idle waiting between two meetings of one guest costs, beyond the buffer, within a session
 * @param mustBonus what a pair asked for as a must counts more
 * @param leastCost what each meeting costs that a host gets less than its least
 * @param sessions the slots in which a new session begins (a new day, after lunch): walking and waiting are not counted across
 */
public record Rules(int buffer, int gapCost, int mustBonus, int leastCost, BitSet sessions) {

    public static final int LEAST_COST = 3000;

    public Rules {
        sessions = (BitSet) sessions.clone();
        if (buffer < 0 || gapCost < 0 || mustBonus < 0 || leastCost < 0) {
            throw new IllegalArgumentException("costs and slots are counted from 0");
        }
    }

    public Rules(int buffer, int gapCost, int mustBonus) {
        this(buffer, gapCost, mustBonus, LEAST_COST, new BitSet());
    }

    @Override
    public BitSet sessions() {
        return (BitSet) sessions.clone();
    }
}
