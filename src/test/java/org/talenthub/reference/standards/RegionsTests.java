package org.talenthub.reference.standards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTests {

    private static final Regions REGIONS = Regions.load();

    @ParameterizedTest
    @CsvSource({
        "武汉,420100",
        "武汉市,420100",
        "湖北省武汉市,420100",
        "湖北武汉,420100",
        "中国湖北省,420000",
        "武汉市洪山区,420111",
        "湖北省-武汉市/洪山区,420111",
        "武汉洪山,420111",
        "洪山,420111",
        "湖北 洪山,420111",
        "洪山区,420111",
        "４２０１１１,420111",
        "420100,420100",
        "恩施,422800",
        "恩施州,422800",
        "恩施市,422801",
        "恩施州恩施市,422801",
        "荆州,421000",
        "荆州区,421003",
        "荆州市荆州区,421003",
        "黄石港区,420202",
        "神农架,429021",
        "仙桃市,429004",
        "襄樊,420600",
        "公安,421022",
        "长阳县,420528",
        "武汉东湖高新区,420100",
        "武汉市东湖高新区,420100",
        "光谷,420100",
        "襄阳市高新技术产业开发区,420600"
    })
    void namesAndCodesAreFound(String text, String code) {
        assertThat(REGIONS.find(text)).map(Region::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "429000", "420199", "武汉大学", "武汉市朝阳区", "湖", "", "湖南省"})
    void othersAreNot(String text) {
        assertThat(REGIONS.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"湖北省武汉市洪山区珞喻路 1 号,420111", "武汉光谷生物城,420100", "武汉大学旁,420100", "宜昌市伍家岗区示例大道,420503", "恩施市,422801"})
    void aPlaceIsLocatedByItsBeginning(String text, String code) {
        assertThat(REGIONS.locate(text)).map(Region::code).contains(code);
    }

    @Test
    void aPlaceElsewhereIsNot() {
        assertThat(REGIONS.locate("公安局旁")).isEmpty();
        assertThat(REGIONS.locate("广东省深圳市")).isEmpty();
    }

    @Test
    void codesKnowWhatTheyBelongTo() {
        assertThat(REGIONS.prefectures()).hasSize(17);
        assertThat(REGIONS.path("420111")).containsExactly("420000", "420100", "420111");
        assertThat(REGIONS.path("429004")).containsExactly("420000", "429004");
        assertThat(REGIONS.path("420000")).containsExactly("420000");
        assertThat(REGIONS.fullName("420111")).isEqualTo("武汉市洪山区");
        assertThat(REGIONS.label("999999")).isEqualTo("999999");
    }
}
