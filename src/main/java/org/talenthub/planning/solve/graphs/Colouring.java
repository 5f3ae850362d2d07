package org.talenthub.planning.solve.graphs;

import java.util.Arrays;

/**
 * Slots for chosen pairs where everybody is there all the time: an edge colouring of the bipartite graph of desks and guests (König: as
 * many colours as the busiest has meetings), then made even, so that no slot has more than one meeting more than another.
 */
public final class Colouring {

    private static final int NONE = -1;

    private final int colours;
    private final int[] left;
    private final int[] right;
    private final int rights;
    /** Edge of a node in a colour, lefts first. */
    private final int[] edgeOf;

    public final int[] colour;

    /**
     * @param left desk of each edge
     * @param right guest of each edge
     * @param colours at least as many as any desk or guest has edges
     */
    public Colouring(int[] left, int lefts, int[] right, int rights, int colours) {
        this.left = left;
        this.right = right;
        this.rights = rights;
        this.colours = colours;
        colour = new int[left.length];
        Arrays.fill(colour, NONE);
        edgeOf = new int[(lefts + rights) * colours];
        Arrays.fill(edgeOf, NONE);
        for (int e = 0; e < left.length; e++) {
            add(e);
        }
        even();
    }

    private int leftNode(int edge) {
        return rights + left[edge];
    }

    private void add(int edge) {
        int g = right[edge];
        int d = leftNode(edge);
        int atGuest = NONE;
        int atDesk = NONE;
        for (int c = 0; c < colours; c++) {
            boolean guestFree = edgeOf[g * colours + c] == NONE;
            boolean deskFree = edgeOf[d * colours + c] == NONE;
            if (guestFree && deskFree) {
                set(edge, c);
                return;
            }
            atGuest = guestFree && atGuest == NONE ? c : atGuest;
            atDesk = deskFree && atDesk == NONE ? c : atDesk;
        }
        flip(g, atDesk, atGuest);
        set(edge, atDesk);
    }

    private void set(int edge, int c) {
        colour[edge] = c;
        edgeOf[right[edge] * colours + c] = edge;
        edgeOf[leftNode(edge) * colours + c] = edge;
    }

    /** Exchanges two colours along the way that begins at a node with the first of them; the node has not the second. */
    private void flip(int node, int first, int second) {
        int[] way = way(node, first, second);
        for (int edge : way) {
            edgeOf[right[edge] * colours + colour[edge]] = NONE;
            edgeOf[leftNode(edge) * colours + colour[edge]] = NONE;
        }
        for (int edge : way) {
            set(edge, colour[edge] == first ? second : first);
        }
    }

    private int[] way(int node, int first, int second) {
        int[] way = new int[16];
        int n = 0;
        int at = node;
        int c = first;
        int edge = edgeOf[at * colours + c];
        while (edge != NONE) {
            if (n == way.length) {
                way = Arrays.copyOf(way, 2 * n);
            }
            way[n++] = edge;
            at = at == right[edge] ? leftNode(edge) : right[edge];
            c = c == first ? second : first;
            edge = edgeOf[at * colours + c];
        }
        return Arrays.copyOf(way, n);
    }

    /** Takes from the fullest colour and gives to the emptiest, along ways that hold one more of the fuller. */
    private void even() {
        int[] size = new int[colours];
        for (int c : colour) {
            size[c]++;
        }
        for (int rounds = 0; rounds < colour.length * 2; rounds++) {
            int most = 0;
            int fewest = 0;
            for (int c = 1; c < colours; c++) {
                most = size[c] > size[most] ? c : most;
                fewest = size[c] < size[fewest] ? c : fewest;
            }
            if (size[most] - size[fewest] <= 1) {
                return;
            }
            size[most]--;
            size[fewest]++;
            shift(most, fewest);
        }
    }

    private void shift(int most, int fewest) {
        for (int node = 0; node < edgeOf.length / colours; node++) {
            if (edgeOf[node * colours + most] != NONE
                    && edgeOf[node * colours + fewest] == NONE
                    && way(node, most, fewest).length % 2 == 1) {
                flip(node, most, fewest);
                return;
            }
        }
    }
}
