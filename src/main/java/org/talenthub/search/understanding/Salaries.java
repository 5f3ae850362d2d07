package org.talenthub.search.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 年薪30万以上, 30-50万, 月薪不低于2万, 15k-25k, 30w+; in 10,000 yuan a year. */
final class Salaries implements Phrase {

    private static final int MONTHS = 12;
    private static final double YUAN = 10_000;

    /** A bare number this large is yuan, see the reading of cells. */
    private static final double YUAN_FROM = 1_000;

    private static final double MOST = 10_000;

    private static final Bounds SALARY = new Bounds(
            "(?:税前|税后|期望|最低)?(?:年薪|月薪|年收入|月收入|薪资|薪酬|薪水|工资|待遇|报酬)(?:范围|待遇|要求)?",
            "(?:\\d{1,7}(?:\\.\\d{1,2})?)",
            "(?:万元?|w|k|千元?|元)(?:人民币)?(?:\\s*(?:/|每|一)?\\s*(?:年|月))?",
            "年薪|月薪|薪资|薪酬",
            true);

    @Override
    public @Nullable Match at(String text, int from) {
        Optional<Bounds.Found> found = SALARY.at(text, from);
        if (found.isEmpty()) {
            return null;
        }
        Bounds.Found f = found.get();
        boolean noun = !f.before().isEmpty() || text.substring(from, f.end()).matches(".*(?:薪|/年|/月|每年|每月).*");
        // 30万 alone may be of anything; with a bound it is of a salary, as thousands are with k
        if (!noun && (f.exact() || f.unit().startsWith("元") || f.unit().startsWith("千"))) {
            return null;
        }
        boolean monthly = f.unit().endsWith("月")
                || f.before().contains("月")
                || (f.unit().startsWith("k")
                        && !f.before().contains("年")
                        && !f.unit().endsWith("年"));
        List<One> ends = new ArrayList<>();
        if (f.low() != null) {
            double least = amount(f.low(), f.unit(), monthly);
            if (least > MOST) {
                return null;
            }
            ends.add(new One("salaryMin", String.valueOf((int) Math.ceil(least - 1e-9))));
        }
        if (f.high() != null && !f.exact()) {
            double most = amount(f.high(), f.unit(), monthly);
            if (most > MOST || most <= 0) {
                return null;
            }
            ends.add(new One("salaryMax", String.valueOf((int) Math.floor(most + 1e-9))));
        }
        return new Match(f.end(), ends);
    }

    private static double amount(String number, String unit, boolean monthly) {
        double n = Double.parseDouble(number);
        double yearly = monthly ? n * MONTHS : n;
        return switch (unit.isEmpty() ? ' ' : unit.charAt(0)) {
            case '万', 'w' -> yearly;
            case 'k', '千' -> yearly / 10;
            case '元' -> yearly / YUAN;
            default -> n >= YUAN_FROM ? yearly / YUAN : yearly;
        };
    }
}
