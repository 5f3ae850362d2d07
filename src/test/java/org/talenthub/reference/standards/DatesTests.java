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
        "2000-02-29,2000-02-29"
    })
    void asPeopleTypeThem(String typed, String iso) {
        assertThat(Dates.read(typed)).isEqualTo(Dates.Found.certain(iso));
    }

    @ParameterizedTest
    @CsvSource({
        "上世纪,UNREADABLE",
        "1985-3-123,UNREADABLE",
        "2004.9-2008.6,UNREADABLE",
        "198503121,UNREADABLE",
        "61000,UNREADABLE",
        "0085-03,UNREADABLE",
        "'-',UNREADABLE",
        "85-3-12,TWO_DIGIT_YEAR",
        "850312,TWO_DIGIT_YEAR",
        "1985-13,NO_SUCH_DAY",
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

    /** Nobody knows the day, or the month; what is known is kept. */
    @ParameterizedTest
    @CsvSource({
        "1985-03-00,1985-03",
        "1985.3.0,1985-03",
        "1985/03/00,1985-03",
        "1985年3月0日,1985-03",
        "1985年03月00日,1985-03",
        "1985-3-0 00:00:00,1985-03",
        "19850300,1985-03"
    })
    void dayZeroIsAMonth(String typed, String iso) {
        assertThat(Dates.read(typed)).isEqualTo(Dates.Found.certain(iso));
    }

    @ParameterizedTest
    @CsvSource({"1985-00-00", "1985.0.0", "19850000", "1985年00月00日"})
    void monthZeroIsAYear(String typed) {
        assertThat(Dates.read(typed)).isEqualTo(Dates.Fault.YEAR_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "一九八五年三月十二日,1985-03-12",
        "一九八五年三月,1985-03",
        "二〇二六年十月一日,2026-10-01",
        "二○○○年十二月三十一日,2000-12-31",
        "二零零五年元月,2005-01",
        "一九八五年〇三月,1985-03",
        "1985年三月十二日,1985-03-12",
        "一九九〇年十月廿八日,1990-10-28",
        "一九九〇年十月卅一日,1990-10-31",
        "壹玖捌伍年叁月拾贰日,1985-03-12",
        "一九八五.三,1985-03",
        "一九八五年二十月,NO_SUCH_DAY",
        "农历一九八五年三月,LUNAR",
        "1985年正月,LUNAR",
        "1985年3月（农历）,LUNAR",
        "1985年腊月初八,LUNAR",
        "三月十二日,UNREADABLE"
    })
    void chineseNumerals(String typed, String read) {
        assertThat(Dates.read(typed)).isEqualTo(reading(read));
    }

    private static Dates.Reading reading(String read) {
        return Character.isDigit(read.charAt(0)) ? Dates.Found.certain(read) : Dates.Fault.valueOf(read);
    }

    /** The day in China, also in the summers when its clocks were an hour ahead. */
    @ParameterizedTest
    @CsvSource({
        "1985-02-28T16:00:00.000Z,1985-03-01",
        "1985-03-11T16:00:00Z,1985-03-12",
        "1988-06-30T15:00:00.000Z,1988-07-01",
        "1985-03-01T00:00:00.000Z,1985-03-01",
        "1985-03-01T00:00:00+08:00,1985-03-01",
        "1985-03-01T00:00:00+0800,1985-03-01",
        "1985-02-28 16:00:00+00:00,1985-03-01",
        "1985-02-28 16:00:00 UTC,1985-03-01",
        "Fri Mar 01 1985 00:00:00 GMT+0800 (中国标准时间),1985-03-01",
        "Fri Mar 01 1985 00:00:00 GMT+0800 (China Standard Time),1985-03-01",
        "'Thu, 28 Feb 1985 16:00:00 GMT',1985-03-01",
        "Fri Mar 01 00:00:00 CST 1985,1985-03-01",
        "1985-03-12T00:00:00,1985-03-12"
    })
    void momentsAreDaysInChina(String typed, String iso) {
        assertThat(Dates.read(typed)).isEqualTo(Dates.Found.certain(iso));
    }

    @Test
    void aMomentBetweenIsDoubtful() {
        assertThat(Dates.read("1985-02-28T20:30:00Z"))
                .isEqualTo(new Dates.Found("1985-03-01", Dates.Doubt.ELSEWHERE, "1985-02-28"));
        assertThat(Dates.read("1985-02-30T16:00:00Z")).isEqualTo(Dates.Fault.NO_SUCH_DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "Mar-85,1985-03,2085-03",
        "Oct-26,2026-10,1926-10",
        "12-Mar-85,1985-03-12,2085-03-12",
        "Mar 85,1985-03,2085-03",
        "Sept-85,1985-09,2085-09",
        "March-1985,1985-03,",
        "Mar 1985,1985-03,",
        "12 March 1985,1985-03-12,",
        "'March 12, 1985',1985-03-12,",
        "'Mar 12th, 1985',1985-03-12,",
        "12-Mar-1985,1985-03-12,",
        "1985-Mar-12,1985-03-12,",
        "1985 Mar,1985-03,"
    })
    void monthsByName(String typed, String iso, String other) {
        assertThat(Dates.read(typed))
                .isEqualTo(new Dates.Found(iso, other == null ? null : Dates.Doubt.SHORT_YEAR, other));
    }

    @ParameterizedTest
    @CsvSource({"Mar-85,1926,2012,1985-03", "Mar-10,1926,2012,2010-03", "Mar-30,1926,2012,1930-03"})
    void aYearOfTwoDigitsIsTheOneThatCanBe(String typed, int from, int to, String iso) {
        assertThat(Dates.read(typed, from, to))
                .isInstanceOfSatisfying(
                        Dates.Found.class, f -> assertThat(f.iso()).isEqualTo(iso));
        assertThat(Dates.read("Mar-20", 1926, 2012)).isEqualTo(Dates.Fault.TWO_DIGIT_YEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "19853,1985-03,1954-05-09",
        "19909,1990-09,1954-07-04",
        "3/4/1985,1985-03-04,1985-04-03",
        "12.3.1985,1985-12-03,1985-03-12"
    })
    void twoDatesAndNothingTellsWhich(String typed, String one, String two) {
        assertThat(Dates.read(typed)).isEqualTo(new Dates.Ambiguous(one, two));
    }

    @ParameterizedTest
    @CsvSource({
        "3/25/1985,1985-03-25",
        "25/3/1985,1985-03-25",
        "3/3/1985,1985-03-03",
        "3/1985,1985-03",
        "03.1985,1985-03"
    })
    void theYearMayStandLast(String typed, String iso) {
        assertThat(Dates.read(typed)).isEqualTo(Dates.Found.certain(iso));
    }

    @ParameterizedTest
    @CsvSource({"31118,1985-03-12,1989-03-13", "31118.5,1985-03-12,1989-03-13", "45000,2023-03-15,2027-03-16"})
    void aSpreadsheetsCountMayHaveBegunElsewhere(String typed, String iso, String other) {
        assertThat(Dates.read(typed)).isEqualTo(new Dates.Found(iso, Dates.Doubt.SERIAL, other));
    }

    @Test
    void aLostZeroIsSuspected() {
        assertThat(Dates.read("1985.1")).isEqualTo(new Dates.Found("1985-01", Dates.Doubt.LOST_ZERO, "1985-10"));
        assertThat(Dates.read("1985-1")).isEqualTo(Dates.Found.certain("1985-01"));
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
                assertThat(Dates.read(spelling)).as(spelling).isEqualTo(Dates.Found.certain(iso));
            }
        }
    }
}
