package org.talenthub.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.talenthub.analysis.signs.Characters;

/** The words of a text as typed words are read ({@code hub_words}), for those who compare texts without asking the index. */
public final class TextWords {

    private static final Tokens TOKENS = Tokens.shipped();

    private TextWords() {}

    /** Place by place: the word that stands there first, then what else is meant by it. */
    public static List<Set<String>> of(String text) {
        List<Set<String>> places = new ArrayList<>();
        for (Tokens.Token t : TOKENS.words(Characters.fold(text))) {
            if (t.advance() > 0 || places.isEmpty()) {
                places.add(new LinkedHashSet<>());
            }
            places.getLast().add(t.text());
        }
        return places;
    }
}
