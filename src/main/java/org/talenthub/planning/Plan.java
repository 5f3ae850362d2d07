package org.talenthub.planning;

import java.util.Comparator;
import java.util.List;

/**
 * A timetable.
 *
 * @param score the sum of the values of its meetings, less waiting and what hosts lack of their least
 * @param bound no plan of this task can score more
 * @param cut the search ended by time or by hand; otherwise the same task, seed and time give the same plan again
 */
public record Plan(List<Meeting> meetings, long score, long bound, boolean cut) {

    public Plan {
        meetings = meetings.stream()
                .sorted(Comparator.comparingInt(Meeting::slot).thenComparingInt(Meeting::pair))
                .toList();
    }

    /** Meetings as they stand somewhere, scored; the bound is not known and told as the score of everything. */
    public static Plan of(Task task, List<Meeting> meetings) {
        return new Plan(meetings, Score.of(task, meetings), Long.MAX_VALUE, false);
    }

    /** How far below the bound the score lies at most, 0 to 1; 1 when nothing is known. */
    public double gap() {
        if (bound == Long.MAX_VALUE) {
            return 1;
        }
        return bound <= score ? 0 : Math.min(1, (bound - score) / (double) Math.max(1, Math.abs(bound)));
    }
}
