package org.talenthub.matching.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.talenthub.analysis.TextWords;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Texts;

/**
 * A text made ready for being compared: its words with what else they mean, and its pairs of characters.
 *
 * @param text as the record has it
 * @param key the text in its compared form
 */
public record Phrase(String text, String key, List<Set<String>> words, Set<String> all, Set<String> pairs) {

    public static Phrase of(String text) {
        String key = Simplified.of(Texts.key(text));
        List<Set<String>> words = TextWords.of(text);
        Set<String> all = new HashSet<>();
        words.forEach(all::addAll);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < key.length(); i++) {
            pairs.add(key.substring(i, i + 2));
        }
        return new Phrase(text, key, words, all, pairs);
    }

    static List<Phrase> of(List<String> texts) {
        return texts.stream().filter(t -> !t.isBlank()).map(t -> of(t.strip())).toList();
    }

    public boolean holds(String otherKey) {
        return !otherKey.isEmpty() && key.contains(otherKey);
    }
}
