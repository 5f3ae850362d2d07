package org.talenthub.talent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.records.Likeness.Names;
import org.talenthub.reference.standards.OrganisationKey;

class PersonNamesTests {

    @ParameterizedTest
    @CsvSource({
        "张国华, 張國華, SAME",
        "张　三, 张三, SAME",
        "阿依古丽·买买提, 阿依古丽•買買提, SAME",
        "JOHN  DOE, Ｊohn Doe, SAME",
        "张伟, 张玮, NEAR",
        "罗静, 罗婧, NEAR",
        "李宁, 李林, NEAR",
        "刘志强, 刘志, NEAR",
        "王建国, 王国建, NEAR",
        "Zhang Wei, 张伟, NEAR",
        "张伟, 李娜, OTHER",
        "张示例, 李示例, OTHER",
        "欧阳春, 司马光, OTHER",
    })
    void namesStandToEachOther(String a, String b, Names expected) {
        assertThat(PersonNames.compare(a, b)).isEqualTo(expected);
        assertThat(PersonNames.compare(b, a)).isEqualTo(expected);
    }

    @Test
    void hubeisDialectsAreOneSound() {
        assertThat(PersonNames.sameSound("李娜", "李拉")).isTrue();
        assertThat(PersonNames.sameSound("张森", "张生")).isTrue();
        assertThat(PersonNames.sameSound("王芳", "王强")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "示例（武汉）光电有限公司, 示例(武汉) 光电有限责任公司",
        "示例光电股份有限公司, 示例光电有限公司",
        "湖北示例光電科技有限公司, 湖北示例光电科技有限公司",
    })
    void employersWrittenOtherwiseAreTheSame(String a, String b) {
        assertThat(OrganisationKey.of(a)).isEqualTo(OrganisationKey.of(b));
    }

    @Test
    void employersStayApart() {
        assertThat(OrganisationKey.of("武汉示例光电有限公司")).isNotEqualTo(OrganisationKey.of("示例光电有限公司"));
        assertThat(OrganisationKey.of("有限公司")).isEqualTo("有限公司");
    }

    @ParameterizedTest
    @CsvSource({
        "E12345678, E12345679, 1",
        "E12345678, E12354678, 1",
        "E1234, E12345, 1",
        "E12345678, E12345678, 0",
        "E1, F2, 2"
    })
    void slipsAreCounted(String a, String b, int apart) {
        assertThat(PersonNames.apart(a, b)).isEqualTo(apart);
    }
}
