package org.talenthub.reference.cells;

import java.util.Optional;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;

/** Administrative divisions and places, and the credit codes of organisations. */
public final class PlaceCells {

    private PlaceCells() {}

    public static CellReader region(Column column, Regions regions) {
        return (typed, row) -> {
            Optional<Region> region = regions.find(typed);
            if (region.isPresent()) {
                String code = region.get().code();
                row.put(column.field(), code);
                if (!code.equals(typed) && regions.named(typed).isEmpty()) {
                    row.notice(column, "read.region", regions.fullName(code), typed);
                }
            } else {
                row.error(
                        column,
                        "region.unknown",
                        Contacts.quoted(typed) + "不是湖北省的行政区划，写到市州或区县，如 武汉市洪山区，也可写六位代码。",
                        typed);
            }
        };
    }

    public static CellReader place(Column column, Feed feed, Regions regions) {
        CellReader text = TextCells.text(column, feed);
        return (typed, row) -> {
            text.read(typed, row);
            regions.locate(typed).ifPresent(r -> row.put(column.field() + "Region", r.code()));
        };
    }

    public static CellReader creditCode(Column column) {
        return (typed, row) -> {
            String code = CreditCodes.normalise(typed);
            switch (CreditCodes.check(code)) {
                case VALID -> {
                    row.put(column.field(), code);
                    if (!code.equals(typed)) {
                        row.notice(column, "read.text", code, typed);
                    }
                }
                case LENGTH ->
                    row.error(column, "uscc.length", "统一社会信用代码是 18 位，现在是 " + code.length() + " 位；照营业执照填写。", typed);
                case ALPHABET ->
                    row.error(column, "uscc.alphabet", "统一社会信用代码只有数字和大写字母，不含 I、O、S、V、Z；核对是否把 1 写成 I、0 写成 O。", typed);
                case CHECK_DIGIT, ORGANISATION_CHECK_DIGIT -> {
                    row.put(column.field(), code);
                    row.warning(column, "uscc.check", "统一社会信用代码的校验位不符，照原样保留；请对照营业执照核对。", typed);
                }
            }
        };
    }
}
