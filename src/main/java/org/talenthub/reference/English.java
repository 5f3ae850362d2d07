package org.talenthub.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.talenthub.common.Sentence;
import org.talenthub.common.Yaml;

/**
 * The English of the job descriptions: titles of sheets and columns as the screens have them ({@code messages_en}), and what else their
 * files say in Chinese by {@code batch-jobs/english.yml}, phrase by phrase.
 */
public final class English {

    private static final Properties TITLES = titles();

    /** @param phrases Chinese to English */
    record Phrases(Map<String, String> phrases) {}

    private static final Map<String, String> PHRASES = new TreeMap<>(
            Yaml.read("batch-jobs/english.yml", Phrases.class).value().phrases());

    private English() {}

    /** The title of a column; the other where there is none. */
    public static String column(String field, String otherwise) {
        return TITLES.getProperty("column." + field, otherwise);
    }

    public static String feed(String name, String otherwise) {
        return TITLES.getProperty("feed." + name, otherwise);
    }

    /** What a sentence of a job description or the title of a dictionary says; the sentence itself where nobody has put it into English. */
    public static String phrase(String chinese) {
        return PHRASES.getOrDefault(chinese, chinese);
    }

    /** A sentence of a job description in both languages. */
    public static Sentence said(String chinese) {
        return Sentence.either(chinese, phrase(chinese));
    }

    private static Properties titles() {
        Properties titles = new Properties();
        try (InputStream in = English.class.getResourceAsStream("/messages_en.properties")) {
            if (in == null) {
                throw new IllegalStateException("messages_en.properties is missing");
            }
            titles.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
