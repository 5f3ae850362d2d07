package org.talenthub.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Explains trade words to the model: {@code meaning/glosses.txt}. */
final class Glosses {

    private static final int MOST = 3;

    private final Map<String, String> glosses = new LinkedHashMap<>();

    Glosses() {
        try (InputStream in = Glosses.class.getResourceAsStream("/meaning/glosses.txt")) {
            if (in == null) {
                throw new IllegalStateException("meaning/glosses.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        int equals = line.indexOf(" = ");
        if (equals < 1) {
            throw new IllegalStateException("meaning/glosses.txt: no “ = ” in " + line);
        }
        glosses.put(
                line.substring(0, equals).strip(), line.substring(equals + 2).strip());
    }

    /** The text with what its trade words mean behind it. */
    String explained(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder explained = new StringBuilder(text);
        glosses.entrySet().stream()
                .filter(g -> lower.contains(g.getKey()) && !lower.contains(g.getValue()))
                .limit(MOST)
                .forEach(g -> explained.append('，').append(g.getValue()));
        return explained.toString();
    }
}
