package org.talenthub.reference.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTests {

    @ParameterizedTest
    @CsvSource({
        "1985-03-12,1985-03-12",
        "1985/3/12,1985-03-12",
        "1985.3,1985-03",
        "1985.03,1985-03",
        "1985.10,1985-10",
        "198503,1985-03",
        "19850312,1985-03-12",
        "19850300,1985-03",
        "1985年3月,1985-03",
        "1985年3月12日,1985-03-12",
        "1985 年 3 月 12 日,1985-03-12",
        "１９８５．０３．１２,1985-03-12",
        "1985—3—12,1985-03-12",
        "1985-3-12 00:00:00,1985-03-12",
        "1985-03-12T00:00:00,1985-03-12",
        "'1985-03（身份证）',1985-03",
        "1985年3月生,1985-03",
        "2026年12月底前,2026-12",
        "' 1985-03 ',1985-03",
        "31118,1985-03-12",
        "2000-02-29,2000-02-29"
    })
    void asPeopleTypeThem(String typed, String iso) {
        assertThat(Dates.read(typed)).isEqualTo(new Dates.Found(iso, false));
    }

    @ParameterizedTest
    @CsvSource({
        "上世纪,UNREADABLE",
        "3/12/1985,UNREADABLE",
        "1985-3-123,UNREADABLE",
        "2004.9-2008.6,UNREADABLE",
        "198503121,UNREADABLE",
        "61000,UNREADABLE",
        "0085-03,UNREADABLE",
        "'-',UNREADABLE",
        "85-3-12,TWO_DIGIT_YEAR",
        "850312,TWO_DIGIT_YEAR",
        "1985-13,NO_SUCH_DAY",
        "1985-00,NO_SUCH_DAY",
        "1985-02-30,NO_SUCH_DAY",
        "1900-02-29,NO_SUCH_DAY",
        "19851301,NO_SUCH_DAY",
        "9999,UNKNOWN",
        "9999-12-31,UNKNOWN",
        "99991231,UNKNOWN",
        "999912,UNKNOWN"
    })
    void othersAreRefused(String typed, Dates.Fault fault) {
        assertThat(Dates.read(typed)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"1985", "1985年", "1985年度", "2027年底"})
    void aYearAloneIsNotADate(String typed) {
        assertThat(Dates.read(typed)).isEqualTo(Dates.Fault.YEAR_ONLY);
    }

    @Test
    void aLostZeroIsSuspected() {
        assertThat(Dates.read("1985.1")).isEqualTo(new Dates.Found("1985-01", true));
        assertThat(Dates.read("1985-1")).isEqualTo(new Dates.Found("1985-01", false));
    }

    @Test
    void everyDayOfTwoCenturiesIsReadInEverySpelling() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2100; day = day.plusDays(7)) {
            String iso = day.toString();
            int y = day.getYear();
            int m = day.getMonthValue();
            int d = day.getDayOfMonth();
            for (String spelling : List.of(
                    iso,
                    iso.replace("-", ""),
                    y + "/" + m + "/" + d,
                    y + "." + m + "." + d,
                    y + "年" + m + "月" + d + "日")) {
                assertThat(Dates.read(spelling)).as(spelling).isEqualTo(new Dates.Found(iso, false));
            }
        }
    }
}
