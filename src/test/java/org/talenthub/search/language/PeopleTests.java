package org.talenthub.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "陈建国（女）~ 陈建国",
                "陈建国(先生)~ 陈建国",
                "陈建国同志~ 陈建国",
                "陈建国副教授~ 陈建国",
                "陈建国高工~ 陈建国",
                "陈建国总~ 陈建国",
                "尉迟雨桐老师~ 尉迟雨桐",
                "陈建国等~ 陈建国",
                "郑立新，王长江~ 郑立新|王长江",
                "郑立新/王长江；陈建国~ 郑立新|王长江|陈建国",
                "郑立新和王长江~ 郑立新|王长江",
                "郑立新、王长江以及陈建国~ 郑立新|王长江|陈建国",
                "1.郑立新 2.王长江~ 郑立新|王长江",
                "1、郑立新、2、王长江~ 郑立新|王长江",
                "郑立新先生、王长江女士~ 郑立新|王长江",
                "郑立新、Andre Bühler、王长江~ 郑立新|\"Andre Bühler\"|王长江",
                "郑立新、高峰、王长江~ 郑立新|高峰|王长江",
                "王长江 激光~ 王长江 激光",
                "王长江 博士~ 王长江 博士",
                "王长江 先生~ 王长江",
                "光芯片、激光器~ 光芯片、激光器",
                "激光和封装~ 激光和封装",
                "石墨烯、碳纤维、光刻胶~ 石墨烯、碳纤维、光刻胶",
                "王工~ 王工"
            })
    void namesAreReadAsTheyAreCopied(String typed, String joined) {
        assertThat(People.joined(typed)).isEqualTo(joined);
    }

    @Test
    void aLongListIsOnePartOfWhichAnyWillDo() {
        List<String> names = IntStream.range(0, 60)
                .mapToObj(i -> "王" + (char) ('一' + 7 * i) + (char) ('丁' + 11 * i))
                .filter(People::name)
                .toList();
        assertThat(names).hasSizeGreaterThan(30);
        Language read = Language.read(People.joined(names.stream().collect(Collectors.joining("\n"))), f -> false);
        assertThat(read.parts()).hasSize(1);
        assertThat(read.size()).isEqualTo(1);
        assertThat(((Language.Any) read.parts().getFirst().term()).terms()).hasSameSizeAs(names);
    }
}
