package org.talenthub.events.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Both languages have every word. */
class WordsTests {

    private static Properties load(String name) throws IOException {
        Properties p = new Properties();
        p.load(Files.newBufferedReader(Path.of("src/main/resources", name), StandardCharsets.UTF_8));
        return p;
    }

    @Test
    void chineseAndEnglishInStep() throws IOException {
        Properties zh = load("messages-handbook.properties");
        Properties en = load("messages-handbook_en.properties");
        assertThat(en.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(zh.stringPropertyNames());
        assertThat(en.stringPropertyNames())
                .noneMatch(k -> en.getProperty(k).codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void aBookInEnglish() {
        assertThat(new Words(Locale.ENGLISH).of("handbook.version", 2)).isEqualTo("Version 2");
        assertThat(new Words(Locale.SIMPLIFIED_CHINESE).of("handbook.version", 1234))
                .isEqualTo("第 1,234 版");
    }

    @Test
    void times() {
        assertThat(Words.span("2026-12-05T09:00", "2026-12-05T09:30")).isEqualTo("12-05 09:00–09:30");
        assertThat(Words.span("2026-12-05", "2026-12-06")).isEqualTo("2026-12-05–2026-12-06");
        assertThat(Words.span("2026-12-05T22:00", "2026-12-06T01:00")).isEqualTo("12-05 22:00–12-06 01:00");
    }
}
