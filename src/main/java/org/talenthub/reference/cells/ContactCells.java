package org.talenthub.reference.cells;

import java.util.Locale;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;

/** Phone numbers, e-mail and web addresses. A doubtful one is kept with a warning: people know their own numbers. */
public final class ContactCells {

    private ContactCells() {}

    public static CellReader phone(Column column) {
        return (typed, row) -> {
            String number = normalisePhone(typed);
            if (number.codePointCount(0, number.length()) > column.maxLength()) {
                row.error(column, "text.toolong", Sentence.of("check.text.toolong"), typed);
                return;
            }
            row.seal(column, number);
            if (Texts.hasWide(typed)) {
                row.notice(column, "read.text", number, typed);
            }
            if (!isMobile(number) && !isLandline(number)) {
                row.warning(column, "phone.form", Sentence.of("check.phone.form"), typed);
            }
        };
    }

    /** Mobile numbers bare, landlines as 027-87654321, the rest narrow and without blanks. */
    private static String normalisePhone(String typed) {
        String number = Texts.narrow(typed).replace(" ", "").replace("(", "").replace(')', '-');
        String bare = Texts.compact(number);
        if (bare.startsWith("+86")) {
            bare = bare.substring(3);
        } else if (bare.startsWith("0086")) {
            bare = bare.substring(4);
        } else if (bare.startsWith("86") && bare.length() == 13) {
            bare = bare.substring(2);
        }
        if (bare.length() == 12 && bare.charAt(0) == '0' && isMobile(bare.substring(1))) {
            // as it was dialled from another town
            return bare.substring(1);
        }
        if (isMobile(bare)) {
            return bare;
        }
        boolean abroad = number.startsWith("+86") || number.startsWith("0086");
        if (abroad && bare.length() >= 9 && bare.length() <= 11 && bare.charAt(0) != '0') {
            bare = '0' + bare;
        }
        int area = bare.startsWith("01") || bare.startsWith("02") ? 3 : 4;
        boolean landline =
                bare.startsWith("0") && (bare.length() == area + 7 || bare.length() == area + 8) && allDigits(bare);
        return landline ? bare.substring(0, area) + "-" + bare.substring(area) : number;
    }

    /** Eleven digits of which the first is 1 and the second at least 3. */
    private static boolean isMobile(String text) {
        return text.length() == 11 && text.charAt(0) == '1' && text.charAt(1) >= '3' && allDigits(text);
    }

    private static boolean allDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** With an area code, with or without extension; seven or eight digits alone; 400 and 800 numbers. */
    private static boolean isLandline(String number) {
        String bare = number.replace("-", "").replace("转", "");
        if (!allDigits(bare)) {
            return false;
        }
        int length = bare.length();
        boolean area = bare.startsWith("0") && length >= 10 && length <= 16;
        boolean service = (bare.startsWith("400") || bare.startsWith("800")) && length == 10;
        return area || service || ((length == 7 || length == 8) && bare.charAt(0) >= '2');
    }

    public static CellReader email(Column column) {
        return (typed, row) -> {
            String address = Texts.narrow(typed).replace(" ", "");
            if (address.regionMatches(true, 0, "mailto:", 0, "mailto:".length())) {
                address = address.substring("mailto:".length());
            }
            if (address.length() > column.maxLength()) {
                row.error(column, "text.toolong", Sentence.of("check.text.toolong.email", column.maxLength()), typed);
                return;
            }
            int at = address.lastIndexOf('@');
            row.seal(
                    column,
                    at < 0
                            ? address
                            : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
            if (!isEmail(address, at)) {
                row.warning(column, "email.form", Sentence.of("check.email.form"), typed);
            }
        };
    }

    private static boolean isEmail(String address, int at) {
        if (at < 1 || address.indexOf('@') != at) {
            return false;
        }
        int dot = address.lastIndexOf('.');
        boolean domain = dot > at + 1 && dot < address.length() - 2 && address.indexOf("..", at) < 0;
        return domain && address.chars().allMatch(c -> c > ' ' && c < 0x7f && "()<>,;:\\\"[]".indexOf(c) < 0);
    }

    public static CellReader url(Column column) {
        return (typed, row) -> {
            String address = Texts.narrow(typed).replace(" ", "");
            String lower = address.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
                address = "http://" + address;
            }
            String host = host(address);
            boolean plain = !host.isEmpty() && host.indexOf('.') > 0 && !host.endsWith(".");
            if (plain
                    && address.length() <= column.maxLength()
                    && Contacts.find(typed).isEmpty()) {
                row.put(column.field(), address);
            } else {
                // a link that goes nowhere, or to javascript:, is worse than none
                row.warning(column, "url.form", Sentence.of("check.url.form", Contacts.quoted(typed)), typed);
            }
        };
    }

    /** Letters, digits, dots and hyphens before the path; empty when anything else stands there. */
    private static String host(String address) {
        int start = address.indexOf("//") + 2;
        int end = start;
        while (end < address.length() && "/:?#".indexOf(address.charAt(end)) < 0) {
            if (!Character.isLetterOrDigit(address.charAt(end)) && ".-".indexOf(address.charAt(end)) < 0) {
                return "";
            }
            end++;
        }
        boolean port = end < address.length() && address.charAt(end) == ':';
        if (port && (end + 1 == address.length() || !Character.isDigit(address.charAt(end + 1)))) {
            return "";
        }
        return address.indexOf('<') >= 0 || address.indexOf('"') >= 0 ? "" : address.substring(start, end);
    }
}
