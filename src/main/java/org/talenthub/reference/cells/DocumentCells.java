package org.talenthub.reference.cells;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.IdNumbers;
import org.talenthub.reference.standards.IdNumbers.Fault;
import org.talenthub.reference.standards.IdNumbers.Valid;

/**
 * Document numbers: the type of document decides what is checked, and birth date and sex must agree with their own columns.
 * Read after all other cells. No message quotes a number.
 */
public final class DocumentCells {

    private final Column column;
    private final Sentence birthTitle;
    private final Sentence sexTitle;
    private final Clock clock;

    public DocumentCells(Column column, Feed feed, Clock clock) {
        this.column = column;
        this.birthTitle = feed.column("birth").map(Column::named).orElse(Sentence.either("出生年月", "Born"));
        this.sexTitle = feed.column("sex").map(Column::named).orElse(Sentence.either("性别", "Sex"));
        this.clock = clock;
    }

    public void read(String typed, @Nullable String typedType, Row row) {
        String number = Texts.compact(typed);
        if (number.length() > column.maxLength()) {
            row.error(column, "text.toolong", Sentence.of("check.text.toolong.read", column.maxLength()), typed);
            return;
        }
        if (row.get("documentType") instanceof String type) {
            byType(type, number, typed, row);
        } else if (typedType == null && likeResident(number)) {
            resident(number, typed, row);
        } else if (kept(number, typed, row)) {
            if (typedType == null) {
                row.warning(column, "document.type.missing", Sentence.of("check.document.type.missing"), typed);
            }
        }
    }

    /** A number without a check digit is kept as it is, if it is one. */
    private boolean kept(String number, String typed, Row row) {
        if (tells(number)) {
            row.seal(column, number);
            return true;
        }
        row.warning(column, "document.placeholder", Sentence.of("check.document.placeholder"), typed);
        return false;
    }

    /** Whether it can be somebody's number: 0, 待补 and 000000 would be many people's. */
    private static boolean tells(String number) {
        return number.length() >= 4
                && number.indexOf('*') < 0
                && number.chars().filter(c -> c >= '0' && c <= '9').count() >= 3
                && number.chars().distinct().count() > 1;
    }

    private void byType(String type, String number, String typed, Row row) {
        switch (type) {
            case "RESIDENT_ID" -> resident(number, typed, row);
            case "HMT_RESIDENCE_PERMIT" -> {
                if (startsLikeHongKongMacaoTaiwan(number)) {
                    resident(number, typed, row);
                } else {
                    row.error(column, "document.type", Sentence.of("check.document.type"), typed);
                }
            }
            case "FOREIGN_PERMANENT_RESIDENT_ID" -> {
                if (number.startsWith("9")) {
                    resident(number, typed, row);
                } else if (isOldPermanentResident(number)) {
                    row.seal(column, number);
                } else {
                    row.error(column, "document.type", Sentence.of("check.document.type.byType"), typed);
                }
            }
            case "OTHER" -> kept(number, typed, row);
            default -> {
                boolean fits = number.length() >= 5 && number.length() <= 20;
                if (fits && number.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
                    kept(number, typed, row);
                } else {
                    row.error(column, "document.form", Sentence.of("check.document.form"), typed);
                }
            }
        }
    }

    private void resident(String number, String typed, Row row) {
        switch (IdNumbers.check(number, LocalDate.now(clock))) {
            case Valid valid -> agree(valid, number, typed, row);
            case Fault fault -> {
                if (eatenByExcel(number)) {
                    row.error(column, "document.excel", Sentence.of("check.document.excel"), typed);
                } else {
                    fault(fault, number, typed, row);
                }
            }
        }
    }

    private void fault(Fault fault, String number, String typed, Row row) {
        switch (fault) {
            case LENGTH ->
                row.error(column, "document.length", Sentence.of("check.document.length", number.length()), typed);
            case CHARACTERS ->
                row.error(column, "document.characters", Sentence.of("check.document.characters"), typed);
            case DATE -> row.error(column, "document.date", Sentence.of("check.document.date"), typed);
            case CHECK -> row.error(column, "document.check", Sentence.of("check.document.check"), typed);
        }
    }

    private void agree(Valid valid, String number, String typed, Row row) {
        boolean right = true;
        if (row.get("birth") instanceof String birth
                && !valid.birth().toString().startsWith(birth)) {
            right = false;
            row.error(column, "document.birth", Sentence.of("check.document.birth", birthTitle, birth), typed);
        }
        if (row.get("sex") instanceof String sex
                && (sex.equals("1") || sex.equals("2"))
                && sex.equals("1") != valid.male()) {
            right = false;
            row.error(column, "document.sex", Sentence.of("check.document.sex", sexTitle), typed);
        }
        boolean other = startsLikeHongKongMacaoTaiwan(number) || number.startsWith("9");
        if (other && "RESIDENT_ID".equals(row.get("documentType"))) {
            row.warning(column, "document.type", Sentence.of("check.document.type.agree"), typed);
        }
        if (right) {
            row.seal(column, valid.number());
            if (!valid.number().equals(typed)) {
                row.notice(column, number.length() == 15 ? "read.document15" : "read.text", valid.number(), typed);
            }
        }
    }

    /** A number cell holds 15 digits: the last three come back as zeros, or the whole as 4.2E+17. */
    private static boolean eatenByExcel(String number) {
        return (number.length() == 18 && number.endsWith("000")) || number.contains("E+");
    }

    private static boolean startsLikeHongKongMacaoTaiwan(String number) {
        return number.startsWith("81") || number.startsWith("82") || number.startsWith("83");
    }

    private static boolean isOldPermanentResident(String number) {
        return number.length() == 15
                && number.substring(0, 3).chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && number.substring(3).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** So many digits has no other document: a digit too many or too few, or 4.2E+17. */
    private static boolean likeResident(String number) {
        long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
        return (digits >= 13 && digits >= number.length() - 2)
                || digits >= 17
                || (eatenByExcel(number) && digits >= number.length() - 3);
    }
}
