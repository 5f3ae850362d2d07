package org.talenthub.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Fields;

class HeadcountTests {

    @ParameterizedTest
    @CsvSource({
        // asked, reported, arrived, filled
        "5, 0, 0, 0",
        "5, 2, 1, 2",
        "5, 2, 4, 4",
        "5, 2, 9, 5",
        "5, 9, 0, 5",
        "0, 3, 0, 1"
    })
    void whoSaysMoreIsRightUpToWhatIsAskedFor(int asked, int reported, int arrived, int filled) {
        assertThat(Headcount.filled(asked, reported, arrived)).isEqualTo(filled);
        Fields fields = new Fields(new TreeMap<>(Map.of("headcount", asked, "filled", reported)));
        assertThat(Headcount.filled(fields, arrived)).isEqualTo(filled);
    }

    @Test
    void aDemandThatDoesNotSayHowManyAsksForOne() {
        assertThat(Headcount.asked(new Fields(Map.of()))).isOne();
        assertThat(Headcount.filled(new Fields(Map.of()), 2)).isOne();
    }
}
