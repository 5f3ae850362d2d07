package org.talenthub.reference.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNameTests {

    @ParameterizedTest
    @CsvSource(delimiterString = "|", quoteCharacter = '`', textBlock = """
            掩码一|掩码一工作室主任|***工作室主任
            掩码一|掩 码 一工作室|***工作室
            掩码一|掩　码　一工作室|***工作室
            掩码一|掩碼一工作室|***工作室
            掩码一|掩·码·一|***
            掩码一|“掩码一”劳模创新工作室|“***”劳模创新工作室
            掩码一|掩码一、掩码一|***、***
            掩码一|由掩教授领衔|由***领衔
            掩码一|掩教授团队|***团队
            掩码一|掩工|***
            掩码一|掩工团队|***团队
            掩码一|掩总工程师|***
            掩码一|YAN Mayi Lab|*** Lab
            掩码一|Mayi Yan|***
            掩码一|yan-ma-yi|***
            掩码一|yǎn mǎ yī|***
            掩码一|Yan M. Y.|***.
            掩码一|M.Y. Yan|***
            王长江|长江存储王长江院士|长江存储***院士
            王长江|Wang Chang-Jiang|***
            吕绿|Lv Lü|***
            吕绿|Lyu Lyu|***
            吕绿（女）|吕绿工作室|***工作室
            欧阳明月|欧阳教授|***
            欧阳明月|Ouyang Mingyue|***
            阿依古丽·买买提|阿依古丽买买提工作室|***工作室
            阿依古丽·买买提|阿依古麗•買買提|***
            John Smith|Smith Lab, john smith|*** Lab, ***
            張偉|张伟工作室|***工作室
            """)
    void aNameIsFoundInEverySpelling(String name, String text, String masked) {
        OwnName own = OwnName.of(name);
        assertThat(own.mask(text)).isEqualTo(masked);
        assertThat(own.standsIn(text)).isTrue();
        assertThat(own.standsIn(masked)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", quoteCharacter = '`', textBlock = """
            王长江|长江学者
            王长江|长江存储
            王长江|国王工程
            王长江|帝王教授
            王长江|张长江
            王长江|Changjiang River
            王长江|C Wang
            高峰|高级工程师
            高峰|高工
            李松|Li-S 电池
            李松|松木
            施明|施工管理
            金伟|金工实习
            马力|马上
            """)
    void whatIsNobodysNameStays(String name, String text) {
        assertThat(OwnName.of(name).mask(text)).isEqualTo(text);
    }
}
