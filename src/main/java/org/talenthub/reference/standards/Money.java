package org.talenthub.reference.standards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;

/**
 * A yearly salary in 10,000 yuan as people write it: 30-50万, 30万～50万元/年, 30~50, 1.5万/月, 300000元, 15k-25k, 1万/月*15, 15-20K·14薪,
 * 30万以上, 面议. What is written otherwise, in another currency, by the hour, after tax, or with two sums that are no range, is not read: a wrong
 * sum is worse than none.
 *
 * @param min to a tenth; null when only an upper bound or nothing is said
 * @param max to a tenth; null when only a lower bound or nothing is said
 */
public record Money(@Nullable BigDecimal min, @Nullable BigDecimal max) {

    private static final int MONTHS = 12;
    private static final BigDecimal TEN_THOUSANDTH = new BigDecimal("0.0001");
    /** Nobody is paid 10 million yuan a year by a sheet; a bare number this large is yuan. */
    private static final BigDecimal YUAN_FROM = BigDecimal.valueOf(1000);
    /** Less than the lowest wage of the year, so that a month must be meant. */
    private static final BigDecimal LEAST = new BigDecimal("2.3");
    /** A bare number between this and {@link #YUAN_FROM} may be anything: thousands, a day's pay. */
    private static final BigDecimal BARE_TO = BigDecimal.valueOf(300);

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,4})?";
    private static final String UNIT = "万|w|千|k|百万|元";
    private static final String YUAN = "(?:元|人民币|rmb|cny|块){0,2}";
    private static final String PER_YEAR = "(?:/|每|一)?(?:年|year|y|annum)";
    private static final String PER_MONTH = "(?:/|每|一|per)?(?:个?月|month|mon|m)";
    private static final Pattern SALARY = Pattern.compile(
            "(?<before>年薪|月薪|年收入|月收入|年|月|薪资|薪酬|工资|待遇|范围|税前|综合|总|约|大约|:|不低于|不少于|不超过|不高于|最高|最低|至少|≥|≤|>|<|=)*"
                    + "(?:人民币|rmb|cny|¥|￥)?(?<low>" + NUMBER + ")(?<lowUnit>" + UNIT + ")?" + YUAN + "(?<per1>"
                    + PER_YEAR + "|" + PER_MONTH + ")?"
                    + "(?:(?:-|~|–|—|－|至|到)+(?:人民币|rmb|cny|¥|￥)?(?<high>" + NUMBER + ")(?<highUnit>" + UNIT + ")?"
                    + YUAN + ")?"
                    + "(?<per2>" + PER_YEAR + "|" + PER_MONTH + ")?"
                    + "(?:[*x×·,，;；(/+及]{0,2}(?:年薪)?(?<months>1[2-9]|2[0-4])(?<word>个?月薪?|薪|个月)?(?:/年)?\\)?)?"
                    + "(?<behind>(?:及|或)?以上|起|\\+|以内|(?:及|或)?以下|左右|税前|\\(税前\\)|\\(含税\\)|含税|年薪|/年|薪资|元|。)*");

    public static @Nullable Money read(String typed) {
        String text = Texts.narrow(typed)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "")
                .replace(" ", "");
        if (text.matches("(薪资|待遇|年薪|工资)?(可)?(面议|面谈|协商)(或面谈)?[。.]?")) {
            return new Money(null, null);
        }
        Matcher m = SALARY.matcher(text);
        return m.matches() ? range(text, m) : null;
    }

    private static @Nullable Money range(String text, Matcher m) {
        String last = m.group("high");
        String lowUnit = m.group("lowUnit");
        String highUnit = m.group("highUnit");
        BigDecimal low = new BigDecimal(m.group("low"));
        BigDecimal high = last == null ? low : new BigDecimal(last);
        // 30-50万: the unit stands once; but 5000-1万 are yuan and ten thousands
        boolean yuan = lowUnit == null && last != null && low.compareTo(YUAN_FROM) >= 0;
        String unitOfLast = highUnit == null ? lowUnit : highUnit;
        String unitOfFirst = lowUnit != null ? lowUnit : yuan ? "元" : unitOfLast;
        Integer times = times(text, m, unitOfFirst, unitOfLast, high);
        if (times == null) {
            return null;
        }
        BigDecimal from = amount(low, unitOfFirst, times);
        BigDecimal to = amount(high, unitOfLast, times);
        BigDecimal max = from.max(to);
        BigDecimal min = from.min(to);
        if (min.compareTo(LEAST) < 0 || max.compareTo(MOST) > 0 || min.signum() <= 0) {
            return null;
        }
        if (last != null) {
            return new Money(min, max);
        }
        if (text.matches(".*(以上|起|不低于|不少于|最低|至少|≥|\\+|>).*")) {
            return new Money(min, null);
        }
        return text.matches(".*(以内|以下|不超过|不高于|最高|≤|<).*") ? new Money(null, max) : new Money(min, max);
    }

    /** How many such sums make a year; null when that cannot be told. */
    private static @Nullable Integer times(
            String text, Matcher m, @Nullable String unitOfFirst, @Nullable String unitOfLast, BigDecimal high) {
        String per = m.group("per2") == null ? String.valueOf(m.group("per1")) : m.group("per2");
        boolean yearly = per.matches(".*(年|y).*") || text.matches(".*(年薪|年收入|/年).*|年.*");
        boolean monthly = per.matches(".*(月|m).*") || text.matches(".*(月薪|月收入).*|月.*");
        boolean thousands = "k".equals(unitOfLast) || "千".equals(unitOfLast) || "k".equals(unitOfFirst);
        if (m.group("months") != null) {
            // 30万,14薪: whether 30万 is the year's or the month's nobody can tell; a month's in thousands is
            boolean told = monthly || (thousands && !text.matches("年薪.*|.*年收入.*"));
            return told && (m.group("word") != null || text.matches(".*[*x×]\\d+$"))
                    ? Integer.valueOf(m.group("months"))
                    : null;
        }
        if (monthly) {
            return text.matches(".*(年薪|年收入).*") ? null : MONTHS;
        }
        if (yearly) {
            return 1;
        }
        if (thousands) {
            return high.compareTo(BigDecimal.valueOf(100)) < 0 ? MONTHS : null;
        }
        boolean bare = unitOfLast == null && high.compareTo(YUAN_FROM) < 0;
        return bare && high.compareTo(BARE_TO) > 0 ? null : 1;
    }

    private static BigDecimal amount(BigDecimal number, @Nullable String unit, int times) {
        String bare = number.compareTo(YUAN_FROM) >= 0 ? "元" : "万";
        BigDecimal factor = switch (unit == null ? bare : unit) {
            case "千", "k" -> new BigDecimal("0.1");
            case "元" -> TEN_THOUSANDTH;
            case "百万" -> BigDecimal.valueOf(100);
            default -> BigDecimal.ONE;
        };
        return number.multiply(factor).multiply(BigDecimal.valueOf(times)).setScale(1, RoundingMode.HALF_UP);
    }

    /** As the hub writes it: 30–50 万元/年. */
    public String shown() {
        if (min == null && max == null) {
            return "面议";
        }
        if (max == null) {
            return plain(min) + " 万元/年以上";
        }
        if (min == null) {
            return plain(max) + " 万元/年以内";
        }
        return min.compareTo(max) == 0 ? plain(min) + " 万元/年" : plain(min) + "–" + plain(max) + " 万元/年";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : String.valueOf(number(number));
    }

    /** A whole number as an integer, another to a tenth. */
    public static Number number(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.scale() <= 0) {
            return bare.intValueExact();
        }
        return bare.doubleValue();
    }
}
