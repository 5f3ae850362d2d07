package org.talenthub.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamelikeTests {

    @ParameterizedTest
    @ValueSource(strings = {"张伟", "張偉", "李小明", "覃勇", "欧阳锋", "欧阳自远", "万俟雄"})
    void names(String word) {
        assertThat(Namelike.is(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"张", "欧阳", "激光", "收银员", "光芯片", "金属增材制造", "高级工程师", "司马台长城"})
    void otherWords(String word) {
        assertThat(Namelike.is(word)).isFalse();
    }
}
