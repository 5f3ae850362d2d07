package org.talenthub.chains.placing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;

/** The dictionary's words, found in a text: at each place the longest, and none within another. */
final class Terms {

    /**
     * @param key as texts are compared
     * @param word as the dictionary writes it
     * @param node number of its node
     * @param weight how much it tells
     */
    record Term(String key, String word, int node, double weight) {}

    private static final Term[] NONE = {};

    private final Term[][] byFirst = new Term[Character.MAX_VALUE + 1][];

    Terms(List<Term> terms) {
        Arrays.fill(byFirst, NONE);
        List<Term> longest = new ArrayList<>(terms);
        longest.sort(Comparator.comparingInt((Term t) -> t.key().length()).reversed());
        for (Term t : longest) {
            char first = t.key().charAt(0);
            Term[] more = Arrays.copyOf(byFirst[first], byFirst[first].length + 1);
            more[more.length - 1] = t;
            byFirst[first] = more;
        }
    }

    /** Narrow, small letters, no blanks beside Chinese characters. */
    static String key(String text) {
        String narrow = Texts.narrow(text).toLowerCase(Locale.ROOT);
        if (narrow.indexOf(' ') < 0) {
            return narrow;
        }
        StringBuilder key = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            boolean latin =
                    i > 0 && i + 1 < narrow.length() && latin(narrow.charAt(i - 1)) && latin(narrow.charAt(i + 1));
            if (c != ' ' || latin) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** Every term of the text, with its place in the key. */
    void in(String text, ObjIntConsumer<Term> found) {
        String key = key(text);
        for (int i = 0; i < key.length(); ) {
            Term t = at(key, i);
            if (t == null) {
                i++;
            } else {
                found.accept(t, i);
                i += t.key().length();
            }
        }
    }

    private @Nullable Term at(String key, int from) {
        for (Term t : byFirst[key.charAt(from)]) {
            if (key.startsWith(t.key(), from) && whole(key, from, t.key())) {
                return t;
            }
        }
        return null;
    }

    /** Latin letters are words only as a whole: no GIS in logistics, no CT in CTO. */
    private static boolean whole(String key, int from, String term) {
        int to = from + term.length();
        return !(from > 0 && latin(term.charAt(0)) && latin(key.charAt(from - 1)))
                && !(to < key.length() && latin(term.charAt(term.length() - 1)) && latin(key.charAt(to)));
    }

    private static boolean latin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
