package org.talenthub.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.talenthub.analysis.signs.Lists;
import org.talenthub.analysis.signs.Signs;

/**
 * What else is meant by a typed word. In {@code synonyms.txt} words with commas between are the same in both directions; {@code a => b, c}
 * finds b and c for a, but not the other way round.
 */
final class Synonyms {

    private static final Synonyms SHIPPED = new Synonyms(Lists.lines("synonyms.txt"));

    private final Map<String, Set<String>> others = new HashMap<>();
    private final Set<String> words = new LinkedHashSet<>();

    Synonyms(List<String> lines) {
        for (String line : lines) {
            String[] sides = line.split("=>", -1);
            List<String> right = words(sides[sides.length - 1]);
            List<String> left = sides.length == 1 ? right : words(sides[0]);
            for (String word : left) {
                Set<String> all = others.computeIfAbsent(word, w -> new LinkedHashSet<>());
                all.addAll(right);
                all.remove(word);
            }
            words.addAll(left);
            words.addAll(right);
        }
    }

    static Synonyms shipped() {
        return SHIPPED;
    }

    private static List<String> words(String side) {
        return Stream.of(side.split(",", -1))
                .map(Signs::key)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    Set<String> words() {
        return words;
    }

    Set<String> of(String word) {
        return others.getOrDefault(word, Set.of());
    }
}
