package org.talenthub.records.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;

class AgreementTests {

    private static final Feeds FEEDS = Feeds.load(Dictionaries.load());

    @ParameterizedTest
    @CsvSource({
        "birth, 1990-03-01, 1990-03, true",
        "birth, 1990-03, 1990-03-01, true",
        "birth, 1990, 1990-03, true",
        "birth, 1990-03, 1990-04, false",
        "birth, 1990-03-01, 1990-03-02, false",
        "email, A@B.cn, a@b.CN, true",
        "post, 总监, 总监, true",
        "post, 总监, 副总监, false"
    })
    void theCoarserOfTwoDatesIsNoOther(String field, String a, String b, boolean same) {
        Column c = FEEDS.get("talent").column(field).orElseThrow();
        assertThat(Agreement.same(c, a, b)).isEqualTo(same);
        assertThat(Agreement.same(c, b, a)).isEqualTo(same);
    }
}
