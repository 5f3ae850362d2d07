package org.talenthub.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.talenthub.analysis.signs.Signs.Sign;

/** Cuts a run of signs into words: the most likely way by how often the words are used. */
public final class Segmenter {

    private final Lexicon lexicon;

    Segmenter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Where words begin and end. */
    record Word(int from, int to, String text) {

        int signs() {
            return to - from;
        }
    }

    /** The words that begin with a sign, of two signs or more. */
    List<Word> at(List<Sign> signs, int from) {
        List<Word> words = new ArrayList<>();
        WordTree tree = lexicon.words();
        StringBuilder text = new StringBuilder(signs.get(from).text());
        int node = tree.follow(WordTree.ROOT, signs.get(from).text());
        int to = from + 1;
        while (to < signs.size() && signs.get(to).glued() && node != WordTree.NOWHERE) {
            text.append(signs.get(to).text());
            node = tree.follow(node, signs.get(to).text());
            to++;
            if (tree.number(node) > 0) {
                words.add(new Word(from, to, text.toString()));
            }
        }
        return words;
    }

    List<Word> cut(List<Sign> signs) {
        int n = signs.size();
        double[] best = new double[n + 1];
        Word[] last = new Word[n + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int i = 0; i < n; i++) {
            List<Word> words = new ArrayList<>(at(signs, i));
            words.add(new Word(i, i + 1, signs.get(i).text()));
            for (Word w : words) {
                double likelihood = best[i] + lexicon.likelihood(w.text());
                if (likelihood > best[w.to()]) {
                    best[w.to()] = likelihood;
                    last[w.to()] = w;
                }
            }
        }
        List<Word> path = new ArrayList<>();
        for (int i = n; i > 0; i = last[i].from()) {
            path.addFirst(last[i]);
        }
        return path;
    }
}
