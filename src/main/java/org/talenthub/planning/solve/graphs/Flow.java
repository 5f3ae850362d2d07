package org.talenthub.planning.solve.graphs;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Flow of least cost through a network whose costs may be negative but hold no negative circle: primal-dual, that is shortest
 * distances by potentials, then as much as fits along the arcs that cost nothing more, until the next way would cost more than it
 * brings. Whole numbers throughout, so the result is exact.
 */
public final class Flow {

    private static final long FAR = Long.MAX_VALUE / 4;

    private final int nodes;
    private final int[] head;
    private int[] to = new int[1024];
    private int[] next = new int[1024];
    private int[] left = new int[1024];
    private long[] cost = new long[1024];
    private int arcs;

    private final long[] potential;
    private final long[] far;
    private final boolean[] seen;
    private final int[] turn;

    public Flow(int nodes) {
        this.nodes = nodes;
        head = new int[nodes];
        Arrays.fill(head, -1);
        potential = new long[nodes];
        far = new long[nodes];
        seen = new boolean[nodes];
        turn = new int[nodes];
    }

    /** @return the arc's number, to ask {@link #through} with */
    public int arc(int a, int b, int most, long price) {
        half(a, b, most, price);
        half(b, a, 0, -price);
        return arcs - 2;
    }

    private void half(int a, int b, int most, long price) {
        if (arcs == to.length) {
            to = Arrays.copyOf(to, 2 * arcs);
            next = Arrays.copyOf(next, 2 * arcs);
            left = Arrays.copyOf(left, 2 * arcs);
            cost = Arrays.copyOf(cost, 2 * arcs);
        }
        to[arcs] = b;
        left[arcs] = most;
        cost[arcs] = price;
        next[arcs] = head[a];
        head[a] = arcs++;
    }

    public int through(int arc) {
        return left[arc ^ 1];
    }

    /** The node's potential at the end: the price of what comes through it. */
    public long potential(int node) {
        return potential[node];
    }

    /** @return what the cheapest flow costs, of whatever size; never above 0 */
    public long run(int source, int sink) {
        long sum = 0;
        bellman(source);
        for (int v = 0; v < nodes; v++) {
            potential[v] = far[v] < FAR ? far[v] : 0;
        }
        while (far[sink] < FAR) {
            long price = potential[sink] - potential[source];
            if (price >= 0) {
                return sum;
            }
            System.arraycopy(head, 0, turn, 0, nodes);
            long pushed = push(source, sink, Integer.MAX_VALUE);
            while (pushed > 0) {
                sum += pushed * price;
                pushed = push(source, sink, Integer.MAX_VALUE);
            }
            dijkstra(source);
            for (int v = 0; v < nodes; v++) {
                potential[v] += Math.min(far[v], far[sink]);
            }
        }
        return sum;
    }

    /** Distances by costs as they are; the network has no circle yet, so few rounds suffice. */
    private void bellman(int source) {
        Arrays.fill(far, FAR);
        far[source] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int v = 0; v < nodes; v++) {
                for (int a = far[v] < FAR ? head[v] : -1; a >= 0; a = next[a]) {
                    if (left[a] > 0 && far[v] + cost[a] < far[to[a]]) {
                        far[to[a]] = far[v] + cost[a];
                        changed = true;
                    }
                }
            }
        }
    }

    private record Reached(long distance, int node) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached o) {
            return Long.compare(distance, o.distance);
        }
    }

    private void dijkstra(int source) {
        Arrays.fill(far, FAR);
        far[source] = 0;
        PriorityQueue<Reached> queue = new PriorityQueue<>();
        queue.add(new Reached(0, source));
        while (!queue.isEmpty()) {
            Reached r = queue.poll();
            int v = r.node();
            if (r.distance() > far[v]) {
                continue;
            }
            for (int a = head[v]; a >= 0; a = next[a]) {
                if (left[a] > 0) {
                    long d = far[v] + cost[a] + potential[v] - potential[to[a]];
                    if (d < far[to[a]]) {
                        far[to[a]] = d;
                        queue.add(new Reached(d, to[a]));
                    }
                }
            }
        }
    }

    /** As much as goes along arcs that are on a shortest way; deep as a way is long, which is a few nodes a person. */
    private int push(int v, int sink, int most) {
        if (v == sink) {
            return most;
        }
        seen[v] = true;
        int pushed = 0;
        while (turn[v] >= 0 && pushed == 0) {
            int a = turn[v];
            if (left[a] > 0 && !seen[to[a]] && cost[a] + potential[v] - potential[to[a]] == 0) {
                pushed = push(to[a], sink, Math.min(most, left[a]));
                left[a] -= pushed;
                left[a ^ 1] += pushed;
            }
            if (pushed == 0) {
                turn[v] = next[a];
            }
        }
        seen[v] = false;
        return pushed;
    }
}
