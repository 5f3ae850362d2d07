package org.talenthub.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a person, before it is known in which language: a key of the bundles {@code messages-sentences} and what the text takes, or
 * the very words. As JSON a string for the very words, else an array of the key and its arguments, so that sentences which were stored
 * as text before there were keys are read as what they are.
 *
 * @param word the key, or the words where there are no arguments to it
 * @param args in the order of the text's {0}, {1} …; null for the very words
 */
public record Sentence(String word, @Nullable List<Sentence> args) {

    /** A list of any length: 甲、乙, or A, B. */
    private static final String LIST = "list";

    /** One thing that has a name in each language: the Chinese one, the English one. */
    private static final String EITHER = "either";

    public Sentence {
        args = args == null ? null : List.copyOf(args);
    }

    /** @param args what the text takes: another one of these, or something whose words are the same in both languages */
    public static Sentence of(String key, @Nullable Object... args) {
        return new Sentence(key, Stream.of(args).map(Sentence::arg).toList());
    }

    /** The very words. */
    public static Sentence plain(String text) {
        return new Sentence(text, null);
    }

    public static Sentence list(Iterable<?> of) {
        return new Sentence(
                LIST,
                StreamSupport.stream(of.spliterator(), false).map(Sentence::arg).toList());
    }

    /** A name as it stands in dictionaries and job descriptions. */
    public static Sentence either(String chinese, String english) {
        return chinese.equals(english) ? plain(chinese) : new Sentence(EITHER, List.of(plain(chinese), plain(english)));
    }

    /** 12,345 in both languages. */
    public static String number(long n) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(n);
    }

    private static Sentence arg(@Nullable Object arg) {
        return arg instanceof Sentence said ? said : plain(String.valueOf(arg));
    }

    /** In English for English readers, else in Chinese. */
    public String in(Locale locale) {
        return in(locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
    }

    private String in(boolean english) {
        if (args == null) {
            return word;
        }
        List<String> words = args.stream().map(a -> a.in(english)).toList();
        return switch (word) {
            case LIST -> String.join(english ? ", " : "、", words);
            case EITHER -> words.get(english ? 1 : 0);
            default -> Sentences.text(word, english, words);
        };
    }

    /** In Chinese. */
    @Override
    public String toString() {
        return in(false);
    }

    @JsonValue
    Object json() {
        if (args == null) {
            return word;
        }
        List<Object> all = new ArrayList<>();
        all.add(word);
        args.forEach(a -> all.add(a.json()));
        return all;
    }

    @JsonCreator
    static Sentence read(Object json) {
        if (json instanceof List<?> all && !all.isEmpty()) {
            return new Sentence(
                    String.valueOf(all.getFirst()),
                    all.stream().skip(1).map(a -> read(a == null ? "" : a)).toList());
        }
        return plain(String.valueOf(json));
    }
}
