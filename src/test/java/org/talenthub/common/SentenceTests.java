package org.talenthub.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is said before it is known in which language: complete in both, said nowhere else, and kept as keys. */
class SentenceTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern KEY = Pattern.compile("\"((?:check|refused|template|correction)\\.[\\w.-]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    /** A sentence in Chinese where a key belongs. */
    private static final Pattern OUTRIGHT = Pattern.compile(
            "(?:row|Issue)\\s*\\.(?:error|warning|notice)\\(\\s*[^;]{0,120}?\"[^\"]*\\p{IsHan}[^\"]*[。：][^\"]*\"");

    /** A refusal in Chinese where a key belongs. */
    private static final Pattern REFUSED = Pattern.compile(
            "(?:Problem\\.(?:badRequest|forbidden|conflict|unusable)|new Problem|rights\\.require)\\([^;{]{0,200}?\"[^\"]*\\p{IsHan}[^\"]*。\"");

    private final Properties chinese = load("messages-sentences.properties");
    private final Properties english = load("messages-sentences_en.properties");
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSameArguments() {
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
        }
    }

    @Test
    void everyKeyThatTheHubSaysHasASentence() throws IOException {
        Set<String> said = keys();
        assertThat(said).hasSizeGreaterThan(400);
        assertThat(chinese.stringPropertyNames())
                .containsAll(said.stream().filter(k -> !k.endsWith(".")).toList());
        assertThat(said.stream().filter(k -> k.endsWith(".")))
                .allSatisfy(family -> assertThat(chinese.stringPropertyNames()).anyMatch(k -> k.startsWith(family)));
    }

    @Test
    void noSentenceIsLeftThatNobodySays() throws IOException {
        Set<String> said = keys();
        assertThat(chinese.stringPropertyNames())
                .allSatisfy(
                        key -> assertThat(said).anyMatch(k -> k.equals(key) || (k.endsWith(".") && key.startsWith(k))));
    }

    @Test
    void englishIsEnglishAndChineseChinese() {
        Pattern named = Pattern.compile("万|元|面议|；|示例驿站|武汉市洪山区|手机号|联系电话");
        for (String key : english.stringPropertyNames()) {
            assertThat(named.matcher(english.getProperty(key)).replaceAll("").codePoints())
                    .as(key)
                    .noneMatch(Character::isIdeographic);
            String bare = PLACE.matcher(chinese.getProperty(key)).replaceAll("");
            assertThat(bare.replaceAll("[\\p{P}\\s]", "").isEmpty()
                            || bare.codePoints().anyMatch(Character::isIdeographic))
                    .as(key)
                    .isTrue();
        }
    }

    /** Else it would be told in Chinese to everybody. */
    @Test
    void noCheckSaysItsSentenceOutright() throws IOException {
        for (Path file : sources()) {
            assertThat(OUTRIGHT.matcher(Files.readString(file)).results().map(m -> m.group()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void noRefusalSaysItsSentenceOutright() throws IOException {
        for (Path file : sources()) {
            assertThat(REFUSED.matcher(Files.readString(file)).results().map(m -> m.group()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void anIssueIsKeptAsItsKeyAndToldInTheReadersLanguage() {
        Issue issue = Issue.error(
                "出生年月",
                "date.unreadable",
                Sentence.of("check.date.unreadable", "“上世纪”", Sentence.of("check.date.example", "1985-03")),
                "上世纪");
        String kept = json.writeValueAsString(List.of(issue));
        assertThat(kept)
                .contains("\"message\":[\"check.date.unreadable\",\"“上世纪”\",[\"check.date.example\",\"1985-03\"]]")
                .startsWith("[{\"column\":\"出生年月\",\"code\":\"date.unreadable\",");
        Issue read = json.readValue(kept, new TypeReference<List<Issue>>() {}).getFirst();
        assertThat(read).isEqualTo(issue);
        assertThat(read.message()).isEqualTo("“上世纪”不是日期，可写成 1985-03。");
        assertThat(read.message(Locale.ENGLISH)).isEqualTo("“上世纪” is not a date; write 1985-03.");
    }

    @Test
    void whatWasKeptBeforeThereWereKeysIsToldAsItStands() {
        Issue read = json.readValue("""
                {"column":"姓名","code":"required","level":"ERROR","message":"姓名没有填。","value":null}""", Issue.class);
        assertThat(read.message(Locale.ENGLISH)).isEqualTo("姓名没有填。");
    }

    @Test
    void aKeyThatIsGoneLeavesWhatItWasSaidOf() {
        assertThat(Sentence.of("check.gone", "“甲”", "乙").in(Locale.ENGLISH)).isEqualTo("“甲” 乙");
    }

    @Test
    void listsAndNamesFollowTheLanguage() {
        Sentence list = Sentence.list(List.of(Sentence.either("男", "Male"), "x"));
        assertThat(list.in(Locale.CHINESE)).isEqualTo("男、x");
        assertThat(list.in(Locale.ENGLISH)).isEqualTo("Male, x");
    }

    @Test
    void whatIsTypedIsNeverReadAsAPlaceForAnArgument() {
        assertThat(Sentence.of("check.read", "“{1}”", "{0}").in(Locale.ENGLISH)).isEqualTo("“{1}” is read as {0}.");
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (text.contains("Sentence")
                    || text.contains("Refusal")
                    || file.endsWith(Path.of("sheet", "FileKind.java"))) {
                Matcher m = KEY.matcher(text);
                while (m.find()) {
                    keys.add(m.group(1));
                }
            }
        }
        keys.add("template.guide.");
        keys.add("template.kind.");
        keys.add("template.privacy.");
        keys.add("refused.kind.");
        return keys;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(MAIN.resolve("resources").resolve(name))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
