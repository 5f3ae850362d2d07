package org.talenthub.analysis;

import java.util.Arrays;

/**
 * Words with a number each, as a tree of their characters in one hash table of edges: following a text costs a look a character and
 * makes no strings. (A {@code HashMap} of beginnings was a tenth of the time of indexing: the hashes of short Chinese words collide.)
 */
final class WordTree {

    /** Where every word begins. */
    static final int ROOT = 0;

    /** No word goes on like that. */
    static final int NOWHERE = -1;

    /** Node and character; nothing leads to the root, so that a target of 0 is a free place. */
    private long[] edges = new long[1 << 10];

    private int[] targets = new int[1 << 10];
    private int[] numbers = new int[1 << 9];
    private int nodes = 1;

    /** Gives a word its number, which is 0 before. */
    void put(String word, int number) {
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            node = make(node, word.charAt(i));
        }
        numbers[node] = number;
    }

    /** Where the text leads from a node, or {@link #NOWHERE}. */
    int follow(int node, String text) {
        int at = node;
        for (int i = 0; i < text.length() && at != NOWHERE; i++) {
            at = follow(at, text.charAt(i));
        }
        return at;
    }

    int follow(int node, char c) {
        int target = targets[place(node, c)];
        return target == ROOT ? NOWHERE : target;
    }

    /** The number of the word that ends at a node; 0 where none does, and {@link #NOWHERE}. */
    int number(int node) {
        return node == NOWHERE ? 0 : numbers[node];
    }

    private int make(int node, char c) {
        int place = place(node, c);
        if (targets[place] == ROOT) {
            edges[place] = edge(node, c);
            targets[place] = nodes++;
            if (nodes > numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            if (2 * nodes > edges.length) {
                grow();
                return nodes - 1;
            }
        }
        return targets[place];
    }

    private int place(int node, char c) {
        long edge = edge(node, c);
        int place = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 32) & (edges.length - 1);
        while (targets[place] != ROOT && edges[place] != edge) {
            place = (place + 1) & (edges.length - 1);
        }
        return place;
    }

    private static long edge(int node, char c) {
        return ((long) node << 16) | c;
    }

    private void grow() {
        long[] oldEdges = edges;
        int[] oldTargets = targets;
        edges = new long[2 * oldEdges.length];
        targets = new int[2 * oldEdges.length];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldTargets[i] != ROOT) {
                int place = place((int) (oldEdges[i] >>> 16), (char) oldEdges[i]);
                edges[place] = oldEdges[i];
                targets[place] = oldTargets[i];
            }
        }
    }
}
