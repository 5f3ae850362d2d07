package org.talenthub.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.search.language.Language.Any;
import org.talenthub.search.language.Language.Field;
import org.talenthub.search.language.Language.Not;
import org.talenthub.search.language.Language.Phrase;
import org.talenthub.search.language.Language.Term;
import org.talenthub.search.language.Language.Word;

class LanguageTests {

    private static final Set<String> FIELDS = Set.of("姓名", "专长", "skill", "产业");

    private static Language read(String typed) {
        return Language.read(typed, FIELDS::contains);
    }

    /** A short way to write trees: w(…) word, p(…) phrase, f:…, -…, a|b. */
    private static String tree(Term t) {
        return switch (t) {
            case Word w -> "w(" + w.text() + ")";
            case Phrase p -> "p(" + p.text() + ")";
            case Field f -> f.name() + ":" + tree(f.value());
            case Not n -> "-" + tree(n.term());
            case Any any -> any.terms().stream().map(LanguageTests::tree).collect(Collectors.joining("|", "[", "]"));
            case Language.Fit fit ->
                fit.terms().stream().map(LanguageTests::tree).collect(Collectors.joining("+"));
        };
    }

    private static String tree(String typed) {
        return read(typed).parts().stream().map(p -> tree(p.term())).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "光芯片 武汉 ~ w(光芯片) w(武汉)",
                "光芯片　武汉，激光 ~ w(光芯片) w(武汉) w(激光)",
                "\"硅 光\" ~ p(硅 光)",
                "“硅光”「模块」 ~ p(硅光) p(模块)",
                "“硅光\" ~ p(硅光)",
                "芯片 -封装 ~ w(芯片) -w(封装)",
                "-“封装 测试” ~ -p(封装 测试)",
                "光芯片 OR 激光器 武汉 ~ [w(光芯片)|w(激光器)] w(武汉)",
                "武汉 光芯片 或 激光器 或 硅光 ~ w(武汉) [w(光芯片)|w(激光器)|w(硅光)]",
                "光芯片|激光器 ~ [w(光芯片)|w(激光器)]",
                "光芯片 | 激光器 ~ [w(光芯片)|w(激光器)]",
                "专长:光芯片 ~ 专长:w(光芯片)",
                "专长：光芯片 ~ 专长:w(光芯片)",
                "SKILL:GaN ~ SKILL:w(GaN)",
                "姓名: 张伟 ~ 姓名:w(张伟)",
                "专长:光芯片|激光器 ~ 专长:[w(光芯片)|w(激光器)]",
                "-产业:“生命健康” ~ -产业:p(生命健康)",
                "产业:北斗 OR 专长:定位 ~ [产业:w(北斗)|专长:w(定位)]",
                "光芯片 AND 武汉 ~ w(光芯片) w(武汉)",
                // ordinary typing
                "C++ ~ w(C++)",
                "C# .NET ~ w(C#) w(.NET)",
                "3-5年 ~ w(3-5年)",
                "-20℃ ~ w(-20℃)",
                "a.b@example.com ~ w(a.b@example.com)",
                "http://example.com/a:b ~ w(http://example.com/a:b)",
                "10:30 ~ w(10:30)",
                "TCP/IP ~ w(TCP/IP)",
                "工程师（高级） ~ w(工程师(高级))",
                "\"光芯片 ~ w(光芯片)",
                "光芯片\" ~ w(光芯片\")",
                "OR ~ w(OR)",
                "OR 手术室 ~ w(OR) w(手术室)",
                "光芯片 OR ~ w(光芯片)",
                "光芯片 or ~ w(光芯片)",
                "光芯片 or 激光器 ~ [w(光芯片)|w(激光器)]",
                "光芯片 And 武汉 ~ w(光芯片) w(武汉)",
                "光芯片 and ~ w(光芯片)",
                "and 光芯片 ~ w(光芯片)",
                "光芯片 NOT 封装 ~ w(光芯片) -w(封装)",
                "not 封装 ~ -w(封装)",
                "光芯片 not ~ w(光芯片)",
                "光芯片 OR - ~ w(光芯片)",
                "产业:-北斗 ~ -产业:w(北斗)",
                "光芯片. ~ w(光芯片)",
                "光\u200b芯\u00ad片 ~ w(光芯片)",
                "光芯片 | ~ w(光芯片)",
                "AND ~ w(AND)",
            })
    void isReadAsItIsMeant(String typed, String tree) {
        assertThat(tree(typed)).isEqualTo(tree);
    }

    @Test
    void nothingIsNothing() {
        for (String typed :
                List.of("", "   ", "\"\"", "“”", "|", "||", "\"", "　，、", "-", "*", "。", "😀", "℃", "\"。\"", "……")) {
            assertThat(read(typed).isEmpty()).as(typed).isTrue();
        }
    }

    @Test
    void aNameThatIsNoFieldIsTextAndIsTold() {
        Language l = read("爱好:足球 http://x 10:30 专长:激光");
        assertThat(l.unknown()).containsExactly("爱好");
        assertThat(tree("爱好:足球")).isEqualTo("w(爱好:足球)");
    }

    @Test
    void whatItIsAboutAndWhatItWouldBeOtherwise() {
        Language l = read("光芯片 -封装 产业:北斗 激光|硅光");
        assertThat(l.plain()).isEqualTo("光芯片 激光 硅光");
        assertThat(l.without(l.parts().get(1))).isEqualTo("光芯片 产业:北斗 激光|硅光");
        assertThat(l.with(l.parts().getFirst(), "电芯")).isEqualTo("电芯 -封装 产业:北斗 激光|硅光");
    }

    /** Whatever is typed is understood somehow, and in bounds. */
    @Test
    void thereIsNoWrongInput() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] bits = {
            "光芯片", "姓名", ":", "：", "\"", "“", "”", "「", "」", "-", "－", "|", "｜", "OR", "或", "AND", " ", "　", "，", "C++",
            "3-5年", "(", ")", "*", "\\", "/", "a", "𠮷", "\ud842", "\u0000", "\u200b", "专长:", "skill:", ":", "é", "😀"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            int n = random.nextInt(25);
            for (int j = 0; j < n; j++) {
                typed.append(bits[random.nextInt(bits.length)]);
            }
            Language l = read(typed.toString());
            String as = "seed " + seed + ": " + typed;
            assertThat(l.parts()).as(as).hasSizeLessThanOrEqualTo(25);
            assertThat(l.plain()).as(as).isNotNull();
            for (Language.Part p : l.parts()) {
                assertThat(p.source()).as(as).isNotBlank();
            }
        }
    }
}
