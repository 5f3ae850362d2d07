package org.talenthub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;

/** Chinese and English stay in step, and every text that a page or a class asks for exists. */
class MessagesTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.]*)");
    private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("#\\{\\$\\{'([\\w.]+\\.)' \\+");
    private static final Pattern IN_JAVA = Pattern.compile("texts\\.text\\(\\s*\"([\\w.]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"((?:home\\.task|entity)\\.\\w+)\"");

    private final Properties chinese = load("messages.properties");
    private final Properties english = load("messages_en.properties");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(english.stringPropertyNames().stream().filter(k -> !ofJobDescription(k)))
                .containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames().stream()
                        .filter(k -> !ofJobDescription(k))
                        .toList());
    }

    @Test
    void bothLanguagesTakeTheSameParameters() {
        for (String key : chinese.stringPropertyNames()) {
            assertThat(parameters(english.getProperty(key))).as(key).isEqualTo(parameters(chinese.getProperty(key)));
        }
    }

    @Test
    void noTextIsPinyinOrLeftInTheOtherLanguage() {
        assertThat(english.stringPropertyNames())
                .filteredOn(k -> !k.equals("site.otherLanguage"))
                .noneMatch(k -> english.getProperty(k).codePoints().anyMatch(Character::isIdeographic));
        assertThat(chinese.stringPropertyNames())
                .filteredOn(k -> !Set.of("site.lang", "site.otherLang", "site.otherLanguage")
                        .contains(k))
                .filteredOn(k ->
                        !chinese.getProperty(k).replaceAll("[{}\\d\\p{P}]", "").isBlank())
                .allMatch(k -> chinese.getProperty(k).codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void everyTextThatIsAskedForExists() throws IOException {
        Set<String> wanted = new TreeSet<>();
        wanted.addAll(found("resources/templates", ".html", IN_TEMPLATE));
        wanted.addAll(found("java", ".java", IN_JAVA));
        wanted.addAll(found("java", ".java", QUOTED));
        wanted.removeIf(k -> k.endsWith("."));
        assertThat(wanted).isNotEmpty();
        assertThat(chinese.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everyFamilyOfTextsThatIsAskedForExists() throws IOException {
        Set<String> prefixes = found("resources/templates", ".html", PREFIX_IN_TEMPLATE);
        assertThat(prefixes)
                .isNotEmpty()
                .allMatch(p -> chinese.stringPropertyNames().stream().anyMatch(k -> k.startsWith(p)));
    }

    @Test
    void everyColumnHasAnEnglishName() {
        Set<String> fields = Feeds.load(Dictionaries.load()).all().stream()
                .flatMap(f -> f.columns().stream())
                .map(Column::field)
                .collect(Collectors.toSet());
        assertThat(english.stringPropertyNames())
                .containsAll(fields.stream().map(f -> "column." + f).toList());
    }

    /** In Chinese these come from the job descriptions themselves; where a sheet's title lacks its unit, the screen's has it. */
    private static boolean ofJobDescription(String key) {
        return key.startsWith("column.") || key.startsWith("feed.");
    }

    private static int parameters(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Set<String> found(String folder, String extension, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
            Set<String> keys = new TreeSet<>();
            for (Path file : files.filter(f -> f.toString().endsWith(extension)).toList()) {
                Matcher m = pattern.matcher(Files.readString(file));
                while (m.find()) {
                    keys.add(m.group(1));
                }
            }
            return keys;
        }
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(MAIN.resolve("resources").resolve(name))) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
