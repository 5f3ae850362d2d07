package org.talenthub.search.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.search.SearchQuery;

/** A name that was found by its sound, with the characters marked that were meant; the index only knows the letters. */
public final class NameMarks {

    private NameMarks() {}

    /** Whether letters were typed that may stand for characters. */
    public static boolean bySound(String typed) {
        return typed.chars().anyMatch(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }

    /**
     * @param words as they were typed, see {@link SearchQuery#cut}
     * @return escaped HTML with {@code <mark>} and nothing else; all of the name is marked where a key was mistyped
     */
    public static String mark(String name, List<String> words, boolean person) {
        for (String typed : Stream.concat(
                        Stream.of(String.join("", words)), words.stream().distinct())
                .toList()) {
            String plain = typed.toLowerCase(Locale.ROOT);
            Optional<int[]> meant = person ? Pinyin.inPerson(name, plain) : Pinyin.inOrganisation(name, plain);
            if (meant.isPresent()) {
                return marked(name, meant.get()[0], meant.get()[1]);
            }
        }
        return marked(name, 0, name.length());
    }

    private static String marked(String name, int from, int to) {
        return escape(name.substring(0, from)) + "<mark>" + escape(name.substring(from, to)) + "</mark>"
                + escape(name.substring(to));
    }

    /** As Elasticsearch's html encoder does it. */
    private static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#x27;");
                case '/' -> html.append("&#x2F;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
