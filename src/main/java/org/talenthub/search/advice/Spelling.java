package org.talenthub.search.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.search.filters.Likeness;
import org.talenthub.search.kinds.Vocabulary;

/**
 * What a word that finds little may have been meant to be, among the skills of the pool: what sounds the same (广芯片, 光芯片), what was typed
 * as pinyin with a slip (guangxinpina), what differs by one character or letter. Only guesses: the caller counts what they find.
 */
@Component
class Spelling {

    private static final int GUESSES = 3;
    private static final int SHORTEST_SLIP = 4;
    private static final int LONG = 10;
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    private final Vocabulary vocabulary;

    Spelling(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The best guesses, the likeliest first. */
    List<String> guesses(String word) {
        String key = Simplified.key(word);
        if (key.codePointCount(0, key.length()) < 2) {
            return List.of();
        }
        boolean letters = LETTERS.matcher(key).matches();
        int[] typed = key.codePoints().toArray();
        Map<String, Long> near = new LinkedHashMap<>();
        vocabulary.entries().forEach(e -> {
            if (letters) {
                letters(key, e, near);
            } else {
                windows(typed, e, near);
            }
        });
        near.remove(key);
        return near.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(GUESSES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Pinyin with a slip, or a term in letters with one. */
    private static void letters(String typed, Vocabulary.Entry e, Map<String, Long> near) {
        if (typed.length() < SHORTEST_SLIP) {
            return;
        }
        int most = typed.length() >= LONG ? 2 : 1;
        for (String sound : e.sounds()) {
            if (Math.abs(sound.length() - typed.length()) <= most && Likeness.distance(typed, sound, most) <= most) {
                near.merge(e.text(), e.count(), Math::max);
                return;
            }
        }
    }

    /** Each run of as many characters: all sound the same, or all but one are the same. */
    private static void windows(int[] typed, Vocabulary.Entry e, Map<String, Long> near) {
        int[] text = e.key().codePoints().toArray();
        for (int from = 0; from + typed.length <= text.length; from++) {
            int other = 0;
            int otherSound = 0;
            for (int i = 0; i < typed.length && otherSound <= 1; i++) {
                if (typed[i] != text[from + i]) {
                    other++;
                    otherSound += sameSound(typed[i], text[from + i]) ? 0 : 1;
                }
            }
            boolean sounds = otherSound == 0;
            if (other > 0 && (sounds || (other == 1 && typed.length > 2))) {
                // what sounds the same is likelier than any other slip
                near.merge(
                        new String(text, from, typed.length),
                        sounds ? e.count() + Integer.MAX_VALUE : e.count(),
                        Long::sum);
            }
        }
        if (Math.abs(text.length - typed.length) == 1
                && typed.length > 2
                && Likeness.distance(new String(typed, 0, typed.length), e.key(), 1) <= 1) {
            near.merge(e.text(), e.count(), Math::max);
        }
    }

    private static boolean sameSound(int a, int b) {
        List<String> sounds = Pinyin.of(b);
        return Character.isIdeographic(a) && Pinyin.of(a).stream().anyMatch(sounds::contains);
    }
}
