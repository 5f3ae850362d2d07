package org.talenthub.reference.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "单,shan",
        "仇,qiu",
        "区,ou",
        "解,xie",
        "曾,zeng",
        "查,zha",
        "朴,piao",
        "盖,ge gai",
        "乐,yue le",
        "缪,miao",
        "冼,xian",
        "那,na",
        "逄,pang",
        "覃,qin tan",
        "翟,zhai di",
        "种,chong",
        "秘,bi",
        "折,she",
        "黑,he",
        "召,shao",
        "繁,po",
        "员,yun",
        "贠,yun",
        "洗,xian",
        "隗,wei kui",
        "燕,yan",
        "纪,ji",
        "华,hua",
        "葛,ge",
        "宁,ning",
        "车,che",
        "应,ying",
        "费,fei",
        "令,ling",
        "祭,zhai",
        "柏,bai",
        "薄,bo",
        "卜,bu",
        "曲,qu",
        "瞿,qu",
        "石,shi",
        "万,wan",
        "沈,shen",
        "叶,ye",
        "余,yu",
        "丁,ding",
        "陆,lu",
        "贾,jia",
        "夏,xia",
        "汤,tang",
        "冯,feng",
        "齐,qi",
        "殷,yin",
        "谷,gu",
        "艾,ai",
        "褚,chu",
        "盛,sheng",
        "尉,wei",
        "任,ren",
        "牟,mu mou",
        "阚,kan",
        "訾,zi",
        "庹,tuo",
        "亓,qi",
        "逯,lu",
        "佴,nai",
        "呙,guo",
        "眭,sui",
        "郗,xi chi",
        "钭,tou",
        "吕,lv",
        "王,wang",
        "尹,yin",
        "晁,chao",
        "區,ou",
        "單,shan",
        "賈,jia",
        "葉,ye",
        "䶮,yan"
    })
    void surnamesAreReadAsSurnames(String surname, String readings) {
        assertThat(Pinyin.ofPerson(surname + "一").syllables())
                .isEqualTo(List.of(readings.split(" ")).stream()
                        .map(r -> r + " yi")
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "尉迟恭,yuchigong", "万俟卨,moqixie", "澹台明,tantaiming", "长孙无忌,zhangsunwuji", "单于静,chanyujing", "欧阳翀,ouyangchong",
        "诸葛亮,zhugeliang", "宇文化及,yuwenhuaji", "呼延庆,huyanqing", "尉迟,weichi", "拓跋宏,tuobahong", "司马光,simaguang"
    })
    void surnamesOfTwoCharacters(String name, String first) {
        assertThat(Pinyin.ofPerson(name).full().getFirst()).isEqualTo(first);
    }

    @Test
    void aNameHasAllItsReadingsButNotWithoutBound() {
        assertThat(Pinyin.ofPerson("王乐").full()).containsExactlyInAnyOrder("wangle", "wangyue");
        assertThat(Pinyin.ofPerson("单行").full())
                .contains("shanxing", "shanhang")
                .doesNotContain("danxing");
        assertThat(Pinyin.ofPerson("和和和和和和").full()).hasSizeLessThanOrEqualTo(8);
        assertThat(Pinyin.ofPerson("张伟"))
                .isEqualTo(new Pinyin.Readings(List.of("zhangwei"), List.of("zw"), List.of("zhang wei")));
    }

    @Test
    void otherNames() {
        assertThat(Pinyin.ofPerson("阿依努尔·买买提").full()).contains("ayinuermaimaiti");
        assertThat(Pinyin.ofPerson("阿依努尔·买买提").initials()).contains("aynemmt");
        assertThat(Pinyin.ofPerson("Jürgen Müller").syllables()).containsExactly("jurgen muller");
        assertThat(Pinyin.ofPerson("Hans O'Neil").initials()).containsExactly("hon");
        assertThat(Pinyin.ofPerson("㛃田").syllables()).containsExactly("jie tian");
        assertThat(Pinyin.ofPerson("···")).isEqualTo(new Pinyin.Readings(List.of(), List.of(), List.of()));
    }

    @Test
    void organisations() {
        assertThat(Pinyin.ofOrganisation("华工科技").initials()).containsExactly("hgkj");
        assertThat(Pinyin.ofOrganisation("长江存储").full()).contains("changjiangcunchu");
        assertThat(Pinyin.ofOrganisation("招商银行").full()).contains("zhaoshangyinhang");
        assertThat(Pinyin.ofOrganisation("3D打印中心").initials()).containsExactly("3ddyzx");
    }

    @ParameterizedTest
    @CsvSource({
        "张伟, zhangwei, 张伟", "张伟, zw, 张伟", "张伟, zhw, 张伟", "张伟, zhang伟, 张伟", "张伟, 张wei, 张伟", "张伟, zhangw, 张伟",
        "张伟, zhang, 张", "张伟明, weiming, 伟明", "张伟明, zhangwm, 张伟明", "張偉, ZhangWei, 張偉", "覃乐, qinyue, 覃乐", "覃乐, tanle, 覃乐",
        "阿依努尔·买买提, maimaiti, 买买提", "张伟, lisi,", "张伟, zhnagwei,"
    })
    void whatWasMeantOfAName(String name, String typed, String meant) {
        assertThat(Pinyin.inPerson(name, typed)
                        .map(r -> name.substring(r[0], r[1]))
                        .orElse(null))
                .isEqualTo(meant);
    }

    @Test
    void lettersAsSyllables() {
        assertThat(Syllables.complete("zhangwei")).isTrue();
        assertThat(Syllables.complete("zhangw")).isFalse();
        assertThat(Syllables.splits("xian")).hasSize(2);
        assertThat(Syllables.splits("zhangw"))
                .contains(List.of(new Syllables.Piece("zhang", true), new Syllables.Piece("w", false)));
        assertThat(Syllables.splits("zw")).isEmpty();
        assertThat(Syllables.initials("zhw")).isEqualTo(Set.of("zhw", "zw"));
        assertThat(Syllables.initials("ui")).isEmpty();
        assertThat(Syllables.slips("wangmin")).contains("wangming", "wangmi").doesNotContain("wangmin", "liumin");
    }
}
