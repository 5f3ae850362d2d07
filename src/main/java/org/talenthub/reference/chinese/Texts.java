package org.talenthub.reference.chinese;

import java.text.Normalizer;
import java.util.Locale;

/** Small scans over text that people typed; each returns its argument untouched when there is nothing to do, which is the usual case. */
public final class Texts {

    private Texts() {}

    /**
     * What texts are compared by: NFKC, lower case, without blanks, control characters, quotation marks. So 专精特新“小巨人” is
     * 专精特新小巨人 and Ｅ－ｍａｉｌ is e-mail.
     */
    public static String key(String text) {
        if (isPlainKey(text)) {
            return text;
        }
        String wide =
                Normalizer.normalize(UsualForms.of(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(wide.length());
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            if (!isBlank(c) && "\"'“”‘’「」".indexOf(c) < 0) {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static boolean isPlainKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHan(c) && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** The unified ideographs of the basic plane; rarer ones are only handled more slowly. */
    static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }

    /** White space of any kind, zero-width and direction characters, soft hyphens, fillers, byte order marks and control characters. */
    public static boolean isBlank(char c) {
        return c <= ' '
                || (c >= 0x7f && c <= 0xa0)
                || c == 0x3000
                || (c >= 0x2000 && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202f)
                || c == 0x205f
                || c == 0x2800
                || UsualForms.invisible(c);
    }

    /** Any letter of Chinese: unified, rarer planes (as surrogates), compatibility and private-use characters of rare names. */
    private static boolean isIdeographic(char c) {
        return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xd800 && c <= 0xfaff) || c == '〇';
    }

    /** Narrow, capitals, without blanks, hyphens and the apostrophe that keeps Excel from counting: for numbers and codes. */
    public static String compact(String typed) {
        StringBuilder compact = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = narrow(typed.charAt(i));
            if (!isBlank(c) && "-'‘’`–—‐‑‒―−﹣".indexOf(c) < 0) {
                compact.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            }
        }
        return compact.toString();
    }

    /** The ASCII character that a full-width one stands for. */
    public static char narrow(char c) {
        return c >= 0xff01 && c <= 0xff5e ? (char) (c - 0xfee0) : c == 0x3000 ? ' ' : c;
    }

    /** All full-width ASCII narrowed and trimmed; for dates, numbers and addresses, not for prose. */
    public static String narrow(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = narrow(typed.charAt(i));
            narrow.append(isBlank(c) ? ' ' : c);
        }
        return narrow.toString().strip();
    }

    /**
     * Prose as it is kept: trimmed, letters and digits narrow, runs of blanks one, no control or invisible characters, no half
     * surrogates. Rare characters stay what they are (no NFKC), and so does Chinese punctuation.
     *
     * @param lines line breaks are kept as \n; else they are blanks
     */
    public static String clean(String typed, boolean lines) {
        return isClean(typed) ? typed : scrub(typed, lines);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fine = isHan(c)
                    || (c > ' ' && c < 0x7f)
                    || (c >= 0x3001 && c <= 0x3011)
                    || c == '；'
                    || c == '，'
                    || c == '·';
            if (!fine && !(c == ' ' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ')) {
                return false;
            }
        }
        return true;
    }

    private static String scrub(String typed, boolean lines) {
        StringBuilder out = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\r' && i + 1 < typed.length() && typed.charAt(i + 1) == '\n') {
                continue;
            }
            if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0b) {
                c = lines ? '\n' : ' ';
            } else if (c == '\t' || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f) {
                c = ' ';
            } else if (isBlank(c) && c != ' ') {
                continue;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < typed.length()
                        && Character.isLowSurrogate(typed.charAt(i + 1))) {
                    out.append(c).append(typed.charAt(++i));
                }
                continue;
            }
            if (c >= 0xfffe) {
                continue;
            }
            char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
            if (c == ' ' && (last == ' ' || last == '\n')) {
                continue;
            }
            if (c == '\n' && last == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append(c >= 0xff01 && c <= 0xff5e ? narrowInProse(c) : c);
        }
        return out.toString().strip();
    }

    private static char narrowInProse(char c) {
        char narrow = narrow(c);
        boolean word = (narrow >= '0' && narrow <= '9')
                || (narrow >= 'A' && narrow <= 'Z')
                || (narrow >= 'a' && narrow <= 'z');
        return word || "+#_@%&".indexOf(narrow) >= 0 ? narrow : c;
    }

    /**
     * A name as it is kept: clean, no blank between Chinese characters (张　三), one kind of middle dot between them
     * (阿依古丽•买买提 becomes 阿依古丽·买买提).
     */
    public static String name(String typed) {
        String text = clean(typed, false);
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = isHan(text.charAt(i));
        }
        if (plain) {
            return text;
        }
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = i > 0
                    && i + 1 < text.length()
                    && isIdeographic(text.charAt(i - 1))
                    && isIdeographic(text.charAt(i + 1));
            if (between && c == ' ') {
                continue;
            }
            name.append(between && "•‧∙・･.．。".indexOf(c) >= 0 ? '·' : c);
        }
        return name.toString();
    }

    /** What people write into a cell that has nothing to say. */
    public static boolean saysNothing(String text) {
        if (text.length() > 9) {
            return false;
        }
        return switch (text) {
            case "",
                    "无",
                    "暂无",
                    "没有",
                    "不限",
                    "无要求",
                    "/",
                    "//",
                    "\\",
                    "-",
                    "--",
                    "---",
                    "－",
                    "－－",
                    "—",
                    "——",
                    "–",
                    "N/A",
                    "n/a",
                    "NA",
                    "／",
                    "N／A",
                    "''",
                    "‘’",
                    "“”",
                    "…",
                    "……",
                    "空",
                    "空白",
                    "null",
                    "NULL",
                    "None",
                    "nan",
                    "NaN",
                    "NaT",
                    "<NA>",
                    "undefined",
                    "#N/A",
                    "(空白)",
                    "（空白）",
                    "(无)",
                    "（无）",
                    "无。",
                    "无职称",
                    "无学位",
                    "无等级",
                    "未评",
                    "未评定",
                    "未定级",
                    "未评级",
                    "不适用",
                    "不需要",
                    "无需求" -> true;
            default -> false;
        };
    }

    /** Letters or digits of full width, as an input method leaves them. */
    public static boolean hasWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xff10 && c <= 0xff5a && Character.isLetterOrDigit(c)) {
                return true;
            }
        }
        return false;
    }
}
