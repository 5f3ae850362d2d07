package org.talenthub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trail's page shows of an action is words, whatever module wrote it. */
class TrailWordsTests {

    private static final Path SOURCES = Path.of("src/main/java");

    /** The action in a call of the pen: whole, or a thing's word and a dot where the action of a table follows. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:audit\\.record\\(\\s*(?:[\\w.]+\\(?\\)?),\\s*|AuditEntry\\.of\\(\\s*[\\w.]+,\\s*)(?:whether \\? )?\"([a-z.-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void everyActionHasWords(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources", bundle))) {
            words.load(in);
        }
        List<String> actions = actions();
        assertThat(actions).hasSizeGreaterThan(50).contains("event.", "account.create", "talent.read");
        assertThat(actions).allSatisfy(a -> assertThat(worded(a, words)).as(a).isTrue());
    }

    private static boolean worded(String action, Properties words) {
        if (action.endsWith(".")) {
            String thing = action.substring(0, action.length() - 1);
            return words.containsKey("audit.thing." + thing)
                    && words.stringPropertyNames().stream()
                            .anyMatch(k -> k.startsWith(thing + ".act.")
                                    || k.startsWith("audit.action." + thing.toLowerCase(Locale.ROOT) + "."));
        }
        return words.containsKey("audit.action." + action);
    }

    private static List<String> actions() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                WRITTEN.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
            }
        }
        return found;
    }
}
