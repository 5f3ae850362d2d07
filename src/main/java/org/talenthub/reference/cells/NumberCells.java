package org.talenthub.reference.cells;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Money;

/** Whole numbers and ranges of money. */
public final class NumberCells {

    private static final String BEFORE = "≥≤><=约近共不低于超过少至最多小大于";
    private static final String AFTER = "人名个位岁周年万元亿以上下及内左右+余多的";

    /** Digits alone, or in groups of three as in English, of four as in Chinese. */
    private static final Pattern GROUPED = Pattern.compile(
            "\\D*(?:\\d+(?:\\.\\d*)?|\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d*)?|\\d{1,4}(?:,\\d{4})+(?:\\.\\d*)?)(?:\\s*,)?\\D*");

    private static final Set<String> MONEY = Set.of("researchSpend");

    /** More is a year or a slip of the keyboard. */
    private static final Map<String, Integer> MOST = Map.of(
            "ageMax",
            100,
            "experienceYears",
            60,
            "headcount",
            10_000,
            "staff",
            10_000_000,
            "researchers",
            1_000_000,
            "researchSpend",
            5_000_000);

    private NumberCells() {}

    public static CellReader integer(Column column) {
        boolean money = column.title().contains("万元") || MONEY.contains(column.field());
        int most = MOST.getOrDefault(column.field(), Integer.MAX_VALUE);
        return (typed, row) -> {
            Integer value = whole(Texts.narrow(typed), money);
            if (value == null) {
                row.error(
                        column,
                        "number.unreadable",
                        Sentence.of("check.number.unreadable", Contacts.quoted(typed), column.example()),
                        typed);
            } else if (value > most) {
                row.error(
                        column,
                        "number.toolarge",
                        Sentence.of("check.number.toolarge", Contacts.quoted(typed), column.named(), most),
                        typed);
            } else if (value == 0 && column.required()) {
                row.error(column, "number.zero", Sentence.of("check.number.zero", column.named()), typed);
            } else {
                row.put(column.field(), value);
                String read = String.valueOf(value);
                if (!read.equals(typed)) {
                    row.notice(column, "read.number", read, typed);
                }
            }
        };
    }

    /** The number within units and words of degree; null when there is none, a fraction, or more than one. */
    private static @Nullable Integer whole(String typed, boolean money) {
        // blanks and commas group digits; 3,5 and 4 5 are two numbers
        if (!GROUPED.matcher(typed).matches()) {
            return null;
        }
        String text = typed.replace(" ", "");
        int start = 0;
        while (start < text.length() && BEFORE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && "0123456789.,".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String unit = text.substring(end);
        if (end == start || end - start > 15 || !unit.chars().allMatch(c -> AFTER.indexOf(c) >= 0)) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(start, end).replace(",", ""));
            return number.movePointRight(power(unit, money)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Money columns are in 10,000 yuan. */
    private static int power(String unit, boolean money) {
        int power = unit.contains("亿") ? 8 : unit.contains("万") ? 4 : 0;
        boolean told = power > 0 || unit.contains("元");
        return money ? told ? power - 4 : 0 : power;
    }

    public static CellReader moneyRange(Column column, Feed feed) {
        return (typed, row) -> {
            Money money = Money.read(typed);
            if (money == null) {
                row.put(column.field(), TextCells.withoutContacts(column, feed, Texts.clean(typed, false), row));
                row.warning(
                        column,
                        "money.unreadable",
                        Sentence.of("check.money.unreadable", Contacts.quoted(typed)),
                        typed);
                return;
            }
            row.put(column.field(), money.shown());
            if (money.min() != null) {
                row.put(column.field() + "Min", Money.number(money.min()));
            }
            if (money.max() != null) {
                row.put(column.field() + "Max", Money.number(money.max()));
            }
        };
    }
}
