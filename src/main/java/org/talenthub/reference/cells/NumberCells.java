package org.talenthub.reference.cells;

import java.math.BigDecimal;
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

    private NumberCells() {}

    public static CellReader integer(Column column) {
        return (typed, row) -> {
            Integer value = whole(Texts.narrow(typed).replace(" ", ""));
            if (value == null) {
                row.error(
                        column,
                        "number.unreadable",
                        Sentence.of("check.number.unreadable", Contacts.quoted(typed), column.example()),
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
    private static @Nullable Integer whole(String text) {
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
            if (unit.contains("亿")) {
                // money columns are in 10,000 yuan
                number = number.movePointRight(4);
            }
            return number.intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
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
