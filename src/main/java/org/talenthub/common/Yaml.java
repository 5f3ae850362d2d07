package org.talenthub.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of {@code batch-jobs/} bound to records; whatever is wrong with it is said with file and line. */
public record Yaml<T>(String path, List<String> lines, T value) {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public static <T> Yaml<T> read(String path, Class<T> type) {
        try (InputStream in = Yaml.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public static <T> Yaml<T> parse(String path, String text, Class<T> type) {
        try {
            return new Yaml<>(path, text.lines().toList(), MAPPER.readValue(text, type));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalStateException(path + ":" + line + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The exception to throw for a mistake that only the meaning shows.
     *
     * @param fragment what the wrong line contains, such as {@code field: name}
     * @param last the last such line, for a doubled thing; else the first
     */
    public IllegalStateException wrong(String fragment, boolean last, String message) {
        int found = 1;
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(fragment);
            if (at >= 0 && endsThere(lines.get(i), at + fragment.length())) {
                found = i + 1;
                if (!last) {
                    break;
                }
            }
        }
        return new IllegalStateException(path + ":" + found + ": " + message);
    }

    private static boolean endsThere(String line, int end) {
        return end >= line.length() || !Character.isJavaIdentifierPart(line.charAt(end));
    }
}
