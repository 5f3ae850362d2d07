package org.talenthub.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.talenthub.analysis.Signs.Sign;

/** Cuts a run of signs into words: the most likely way by how often the words are used. */
final class Segmenter {

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
        String text = signs.get(from).text();
        int to = from + 1;
        while (to < signs.size() && signs.get(to).glued() && lexicon.begins(text)) {
            text += signs.get(to).text();
            to++;
            if (lexicon.has(text)) {
                words.add(new Word(from, to, text));
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
