package org.talenthub.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordTreeTests {

    @Test
    void agreesWithAMapOfWordsAndTheirBeginnings() {
        Random random = new Random(7);
        WordTree tree = new WordTree();
        Map<String, Integer> words = new HashMap<>();
        Set<String> beginnings = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String word = word(random);
            words.put(word, i + 1);
            tree.put(word, i + 1);
            for (int to = 1; to <= word.length(); to++) {
                beginnings.add(word.substring(0, to));
            }
        }
        words.forEach((word, number) -> assertThat(tree.number(tree.follow(WordTree.ROOT, word)))
                .as(word)
                .isEqualTo(number));
        for (int i = 0; i < 20_000; i++) {
            String text = word(random);
            int node = tree.follow(WordTree.ROOT, text);
            assertThat(node != WordTree.NOWHERE).as(text).isEqualTo(beginnings.contains(text));
            assertThat(tree.number(node)).as(text).isEqualTo(words.getOrDefault(text, 0));
        }
    }

    /** One to four of some hundred characters, so that beginnings are shared. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            word.append((char) ('\u4e00' + random.nextInt(120)));
        }
        return word.toString();
    }
}
