package org.talenthub.analysis.signs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of {@code index-mappings/analysis/}; the plugin's jar has them at the same place. */
public final class Lists {

    static final String DIRECTORY = "/index-mappings/analysis/";

    private Lists() {}

    /** Without blank lines and comments ({@code #} to the end of the line). */
    public static List<String> lines(String file) {
        try (InputStream in = Lists.class.getResourceAsStream(DIRECTORY + file)) {
            if (in == null) {
                throw new IllegalStateException(DIRECTORY + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(l -> l.startsWith("#")
                            ? ""
                            : l.replaceFirst("\\s#.*", "").strip())
                    .filter(l -> !l.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
