package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Task;

/** What happens on the day. */
final class Disturbances {

    private Disturbances() {}

    /** Somebody comes late, somebody does not come, an enterprise closes for two hours. */
    static Task next(Task task, Random random, int what) {
        List<Host> hosts = new ArrayList<>(task.hosts());
        List<Guest> guests = new ArrayList<>(task.guests());
        int g = random.nextInt(guests.size());
        if (what == 0) {
            BitSet open = guests.get(g).open();
            open.clear(0, 15);
            guests.set(g, new Guest(open, guests.get(g).most()));
        } else if (what == 1) {
            guests.set(g, new Guest(new BitSet(), guests.get(g).most()));
        } else {
            int h = random.nextInt(hosts.size());
            List<Integer> desks = new ArrayList<>(hosts.get(h).desks());
            Collections.fill(desks.subList(10, 14), 0);
            hosts.set(h, new Host(desks, hosts.get(h).least()));
        }
        return new Task(task.slots(), hosts, guests, task.pairs(), task.rules());
    }
}
