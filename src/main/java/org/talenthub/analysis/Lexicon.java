package org.talenthub.analysis;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.talenthub.analysis.signs.Lists;
import org.talenthub.analysis.signs.Signs;

/**
 * The words: those of the field ({@code terms.txt}), those of the language with how often they stand in a large corpus
 * ({@code general.txt}), and all that stand in {@code synonyms.txt}.
 */
final class Lexicon {

    /** A term of the field counts as a word that is met now and then: enough to be preferred to its parts. */
    private static final int TERM = 60;

    private static final Lexicon SHIPPED = load();

    private final WordTree words = new WordTree();
    private final WordTree field = new WordTree();
    private final BitSet characters = new BitSet();
    private final Set<String> stops = new HashSet<>();
    private double total;

    Lexicon(List<String> general, List<String> terms, List<String> stops) {
        for (String line : general) {
            int blank = line.indexOf(' ');
            add(line.substring(0, blank), Integer.parseInt(line.substring(blank + 1)));
        }
        for (String line : terms) {
            for (String term : line.split("\\s+", -1)) {
                addTerm(term);
            }
        }
        this.stops.addAll(stops);
    }

    static Lexicon shipped() {
        return SHIPPED;
    }

    private static Lexicon load() {
        Lexicon lexicon =
                new Lexicon(Lists.lines("general.txt"), Lists.lines("terms.txt"), Lists.lines("stopwords.txt"));
        Synonyms.shipped().words().forEach(lexicon::addTerm);
        return lexicon;
    }

    private void addTerm(String typed) {
        add(typed, TERM);
        field.put(Signs.key(typed), 1);
    }

    private void add(String typed, int count) {
        String word = Signs.key(typed);
        if (word.isEmpty()) {
            return;
        }
        int before = words.number(words.follow(WordTree.ROOT, word));
        words.put(word, Math.max(before, count));
        word.codePoints().forEach(characters::set);
        total += Math.max(before, count) - before;
    }

    /** The words, numbered by how often they are used. */
    WordTree words() {
        return words;
    }

    /** Whether a word is one of the field, not of the language only. */
    boolean term(String word) {
        return field.number(field.follow(WordTree.ROOT, word)) > 0;
    }

    /** Whether some word has this character. */
    boolean uses(int character) {
        return characters.get(character);
    }

    boolean stops(String word) {
        return stops.contains(word);
    }

    /** The logarithm of how likely a word is; unknown ones are a little less likely than the rarest. */
    double likelihood(String word) {
        return Math.log(Math.max(0.5, words.number(words.follow(WordTree.ROOT, word))) / total);
    }
}
