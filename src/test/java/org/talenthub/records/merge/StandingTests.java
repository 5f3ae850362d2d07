package org.talenthub.records.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talenthub.records.Headline;

class StandingTests {

    private static final String CODE = "91420100MA00000001";

    private final Standing station = new Standing("甲驿站", "420100", true, CODE, "示例光电", Set.of());
    private final Standing base = new Standing("乙基地", "420100", false, null, "园区公司", Set.of(CODE, "示例光电"));
    private final Standing city = new Standing(null, "420100", false, null, null, Set.of());
    private final Standing province = new Standing(null, null, false, null, null, Set.of());

    @Test
    void aStationIsOwnByCodeElseByExactName() {
        assertThat(station.closeness(of(CODE, "改了名的光电", null))).isEqualTo(2);
        assertThat(station.closeness(of(null, "示例光电", null))).isEqualTo(2);
        assertThat(station.closeness(of("91420100MA00000002", "示例光电", null)))
                .as("another code is another enterprise")
                .isZero();
        assertThat(station.closeness(of(null, "示例", null))).isZero();
    }

    @Test
    void aBaseIsNextToTheEnterprisesOfItsArea() {
        assertThat(base.closeness(of(CODE, "x", null))).isOne();
        assertThat(base.closeness(of(null, "示例光电", null))).isOne();
        assertThat(base.closeness(of(null, "别家", "乙基地"))).isOne();
        assertThat(base.closeness(of(null, "别家", null))).isZero();
    }

    @Test
    void aCityIsCloseToWhatLiesInIt() {
        Headline hongshan = new Headline("x", null, "420111", null, null, null);
        Headline yichang = new Headline("x", null, "420500", null, null, null);
        assertThat(city.closeness(hongshan)).isEqualTo(2);
        assertThat(city.closeness(yichang)).isZero();
        assertThat(province.closeness(hongshan)).isZero();
    }

    private static Headline of(@Nullable String code, String name, @Nullable String area) {
        return new Headline("张示例", null, null, code, name, area);
    }
}
