package org.talenthub.reference.cells;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Row;
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
    private final String birthTitle;
    private final String sexTitle;
    private final Clock clock;

    public DocumentCells(Column column, Feed feed, Clock clock) {
        this.column = column;
        this.birthTitle = feed.column("birth").map(Column::title).orElse("出生年月");
        this.sexTitle = feed.column("sex").map(Column::title).orElse("性别");
        this.clock = clock;
    }

    public void read(String typed, @Nullable String typedType, Row row) {
        String number = Texts.compact(typed);
        if (number.length() > column.maxLength()) {
            row.error(column, "text.toolong", "证件号码最多 " + column.maxLength() + " 位。", typed);
            return;
        }
        if (row.get("documentType") instanceof String type) {
            byType(type, number, typed, row);
        } else if (typedType == null && (number.length() == 18 || number.length() == 15) && mostlyDigits(number)) {
            resident(number, typed, row);
        } else if (kept(number, typed, row)) {
            if (typedType == null) {
                row.warning(column, "document.type.missing", "没有填写证件类型，证件号码未经核对；请补填证件类型。", typed);
            }
        }
    }

    /** A number without a check digit is kept as it is, if it is one. */
    private boolean kept(String number, String typed, Row row) {
        if (tells(number)) {
            row.seal(column, number);
            return true;
        }
        row.warning(column, "document.placeholder", "这不是一个证件号码，没有采用；照证件填写，没有就空着。", typed);
        return false;
    }

    /** Whether it can be somebody's number: 0, 待补 and 000000 would be many people's. */
    private static boolean tells(String number) {
        return number.length() >= 4
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
                    row.error(column, "document.type", "港澳台居民居住证的号码以 81、82 或 83 开头，核对证件类型和号码。", typed);
                }
            }
            case "FOREIGN_PERMANENT_RESIDENT_ID" -> {
                if (number.startsWith("9")) {
                    resident(number, typed, row);
                } else if (isOldPermanentResident(number)) {
                    row.seal(column, number);
                } else {
                    row.error(column, "document.type", "外国人永久居留身份证的号码是 18 位、以 9 开头（旧证为 3 个字母加 12 位数字）。", typed);
                }
            }
            case "OTHER" -> kept(number, typed, row);
            default -> {
                boolean fits = number.length() >= 5 && number.length() <= 20;
                if (fits && number.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
                    kept(number, typed, row);
                } else {
                    row.error(column, "document.form", "护照或通行证的号码是 5 至 20 位字母和数字，核对证件类型和号码。", typed);
                }
            }
        }
    }

    private void resident(String number, String typed, Row row) {
        switch (IdNumbers.check(number, LocalDate.now(clock))) {
            case Valid valid -> agree(valid, number, typed, row);
            case Fault fault -> {
                if (eatenByExcel(number)) {
                    row.error(column, "document.excel", "证件号码被 Excel 当成了数字，末三位已丢失；先把单元格设为文本格式，再重新填写。", typed);
                } else {
                    fault(fault, number, typed, row);
                }
            }
        }
    }

    private void fault(Fault fault, String number, String typed, Row row) {
        switch (fault) {
            case LENGTH ->
                row.error(column, "document.length", "身份证号码是 18 位，现在是 " + number.length() + " 位；核对有无漏写或多写。", typed);
            case CHARACTERS -> row.error(column, "document.characters", "身份证号码只有数字，末位可以是 X；核对有无误写的字母。", typed);
            case DATE -> row.error(column, "document.date", "身份证号码第 7 至 14 位不是可能的出生日期，核对这几位。", typed);
            case CHECK -> row.error(column, "document.check", "身份证号码的校验位不对，多半是某一位写错，照证件逐位核对。", typed);
        }
    }

    private void agree(Valid valid, String number, String typed, Row row) {
        boolean right = true;
        if (row.get("birth") instanceof String birth
                && !valid.birth().toString().startsWith(birth)) {
            right = false;
            row.error(column, "document.birth", "证件号码里的出生日期与“" + birthTitle + "”（" + birth + "）不一致，核对哪一处写错。", typed);
        }
        if (row.get("sex") instanceof String sex
                && (sex.equals("1") || sex.equals("2"))
                && sex.equals("1") != valid.male()) {
            right = false;
            row.error(column, "document.sex", "证件号码表示的性别与“" + sexTitle + "”不一致，核对哪一处写错。", typed);
        }
        boolean other = startsLikeHongKongMacaoTaiwan(number) || number.startsWith("9");
        if (other && "RESIDENT_ID".equals(row.get("documentType"))) {
            row.warning(column, "document.type", "号码像港澳台居民居住证或外国人永久居留身份证，请核对证件类型。", typed);
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

    private static boolean mostlyDigits(String number) {
        return number.chars().filter(c -> c >= '0' && c <= '9').count() >= number.length() - 2;
    }
}
