package org.talenthub.reference.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;

/**
 * A yearly salary in 10,000 yuan as people write it: 30-50万, 30万～50万元/年, 30~50, 1.5万/月, 300000元, 15k-25k, 30万以上, 面议.
 *
 * @param min null when only an upper bound or nothing is said
 * @param max null when only a lower bound or nothing is said
 */
public record Money(@Nullable Integer min, @Nullable Integer max) {

    private static final int MONTHS = 12;
    /** Nobody is paid 10 million yuan a year by a sheet; a bare number this large is yuan. */
    private static final int YUAN_FROM = 1000;

    public static @Nullable Money read(String typed) {
        String text =
                Texts.narrow(typed).toLowerCase(Locale.ROOT).replace(" ", "").replace(",", "");
        if (text.contains("面议") || text.contains("面谈") || text.contains("协商")) {
            return new Money(null, null);
        }
        List<Double> numbers = new ArrayList<>(2);
        List<Double> units = new ArrayList<>(2);
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
                i++;
            }
            String number = text.substring(start, i);
            boolean months = text.startsWith("薪", i) || text.startsWith("个月", i);
            if (months) {
                continue;
            }
            if (number.length() > 12 || number.indexOf('.') != number.lastIndexOf('.') || number.endsWith(".")) {
                return null;
            }
            numbers.add(Double.parseDouble(number));
            units.add(unit(text, i));
        }
        if (numbers.isEmpty() || numbers.size() > 2) {
            return null;
        }
        boolean monthly = (text.contains("月") && !text.contains("个月")) || text.contains("k");
        return range(text, numbers, units, monthly);
    }

    private static @Nullable Money range(String text, List<Double> numbers, List<Double> units, boolean monthly) {
        // 30-50万: the unit stands once, behind the last
        double shared = units.getLast();
        double low = amount(numbers.getFirst(), units.getFirst() > 0 ? units.getFirst() : shared, monthly);
        double high = amount(numbers.getLast(), shared, monthly);
        if (high > 100_000 || low > 100_000 || high <= 0) {
            return null;
        }
        int min = (int) Math.floor(Math.min(low, high) + 1e-9);
        int max = (int) Math.ceil(Math.max(low, high) - 1e-9);
        if (numbers.size() == 2) {
            return new Money(min, max);
        }
        if (text.contains("以上")
                || text.contains("起")
                || text.contains("不低于")
                || text.contains("≥")
                || text.contains("+")
                || text.startsWith(">")) {
            return new Money(min, null);
        }
        if (text.contains("以内")
                || text.contains("以下")
                || text.contains("不超过")
                || text.contains("最高")
                || text.contains("≤")) {
            return new Money(null, max);
        }
        return new Money(min, max);
    }

    /** In 10,000 yuan for one of the unit that stands here; 0 when none does. */
    private static double unit(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        return switch (text.charAt(at)) {
            case '万', 'w' -> 1;
            case '千', 'k' -> 0.1;
            case '元' -> 0.0001;
            case '百' -> text.startsWith("百万", at) ? 100 : 0.01;
            default -> 0;
        };
    }

    private static double amount(double number, double unit, boolean monthly) {
        double factor = unit > 0 ? unit : number >= YUAN_FROM ? 0.0001 : 1;
        return number * factor * (monthly ? MONTHS : 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** As the hub writes it: 30–50 万元/年. */
    public String shown() {
        if (min == null && max == null) {
            return "面议";
        }
        if (max == null) {
            return min + " 万元/年以上";
        }
        if (min == null) {
            return max + " 万元/年以内";
        }
        return min.equals(max) ? min + " 万元/年" : min + "–" + max + " 万元/年";
    }
}
