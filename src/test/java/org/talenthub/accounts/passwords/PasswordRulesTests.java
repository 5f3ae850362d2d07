package org.talenthub.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTests {

    private static final List<String> OWNER = List.of("gd.station", "王小明", "湖北示例光电人才驿站");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            correct horse battery     |
            梧桐树下卖豆浆的老板娘         | 字符
            梧桐树下卖豆浆的老板娘和猫       |
            kettle-moth-river-91      |
            aB3$xY7!kQ9z              |
            demo-Hub-2026             |
            short-1                   | 字符
            password2026!             | 常见
            P@ssw0rd2026              | 常见
            admin123456789            | 常见
            woaini1314520             | 常见
            Hubei@2026wuhan           | 常见
            wang-kuaile-2026          | 常见
            123456789012              | 连着
            qwertyuiopas              | 连着
            abcdefghijklmnop          | 连着
            aaaaaaaaaaaaaa            | 重复
            abcabcabcabcabc           | 重复
            qi7Rqi7Rqi7Rqi7R          | 重复
            gd.station-2026           | 用户名
            王小明王小明2026ab           | 用户名
            湖北示例光电人才驿站2026        | 用户名
            """)
    void whatEverybodyTriesFirstIsRefused(String password, String why) {
        if (why == null) {
            assertThat(rules.fault(password, OWNER)).as(password).isEmpty();
        } else {
            assertThat(rules.fault(password, OWNER))
                    .as(password)
                    .get()
                    .asString()
                    .contains(why);
        }
    }

    @ParameterizedTest
    @CsvSource({"128, true", "129, false"})
    void theLongestIsBounded(int length, boolean fits) {
        String password = "kettle moth river ".repeat(8).substring(0, 120) + "0123456789".substring(0, length - 120);
        assertThat(rules.fault(password, OWNER).isEmpty()).isEqualTo(fits);
    }
}
