package org.talenthub.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The texts of {@link Sentence} in both languages, from the class path's bundles. */
final class Sentences {

    private static final Properties CHINESE = load("/messages-sentences.properties");
    private static final Properties ENGLISH = load("/messages-sentences_en.properties");

    private Sentences() {}

    /** A key that is gone since it was stored leaves what was said about: its arguments. */
    static String text(String key, boolean english, List<String> args) {
        String text = (english ? ENGLISH : CHINESE).getProperty(key);
        return text == null ? String.join(" ", args) : filled(text, args);
    }

    /** Not by {@link java.text.MessageFormat}, which would take apostrophes out and reads the pattern anew for every cell. */
    private static String filled(String text, List<String> args) {
        int open = text.indexOf('{');
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        int from = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            int index = close < 0 ? -1 : index(text, open + 1, close);
            if (index >= 0 && index < args.size()) {
                out.append(text, from, open).append(args.get(index));
                from = close + 1;
            }
            open = text.indexOf('{', Math.max(open + 1, from));
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The number between two places; -1 where something else stands there. */
    private static int index(String text, int from, int to) {
        int digits = to - from;
        if (digits < 1 || digits > 2) {
            return -1;
        }
        int index = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + c - '0';
        }
        return index;
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream in = Sentences.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
