package org.talenthub.reference.cells;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.chinese.UsualForms;

/**
 * What a cell says, before its column reads it: the one place where the traces of programs, keyboards and PDFs are taken off for all feeds.
 * The person's own workbook keeps what was typed.
 */
public final class Typed {

    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d+\\.0+\\s*");
    private static final Pattern LABEL = Pattern.compile(
            "\\s*[(（\\[【]?(?:(?:居民|公民|有效)?(?:身份证|证件|护照|社会信用|信用|统一社会信用)[件]?(?:代码|号码?|编号)?|(?:联系)?(?:手机|电话|座机|固话|办公)(?:号码?)?"
                    + "|(?:电子)?(?:邮箱|邮件)(?:地址)?|(?:往来)?(?:港澳|台湾)?(?:居民)?(?:来往(?:内地|大陆))?通行证|台胞证|回乡证|ID|No\\.?|№|Tel\\.?|Mob(?:ile)?\\.?|Phone|E-?mail)[)）\\]】]?\\s*(?:[:：;；=\\s]\\s*|(?=\\d)|(?<=\\p{IsHan})(?=[A-Za-z]))(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("<(?:br|BR)\\s*/?>|</?[pP]>");
    private static final Pattern POWER = Pattern.compile("\\s*(\\d)\\.(\\d{4,16})[Ee]\\+?(\\d{1,2})\\s*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern PHONE_WITH_WORDS = Pattern.compile(
            "[\\p{IsHan}\\s:：]*[(（]?((?:\\+?86[- ]?)?1[3-9]\\d{9}|0\\d{2,3}-\\d{7,8})[)）]?\\s*(?:[(（]?[\\p{IsHan}\\s]+[)）]?)?");
    private static final Pattern RESIDENT = Pattern.compile("\\d{17}[0-9X]|\\d{15}");
    private static final String ENDS = "，。,.;；:：、'‘’\"“”`*#_~·…!！?？|";

    /** Letters of other alphabets that look like those of numbers and codes, and what they look like. */
    private static final String LOOK_ALIKES = "АВЕКМНОРСТУХαВΑΒΕΖΗΙΚΜΝΟΡΤΥΧхХ×✕✖╳⨯ⅹⅩχаеорсу";

    private static final String LATIN = "ABEKMHOPCTYXAB" + "ABEZHIKMNOPTYX" + "XXXXXXXXXX" + "AEOPCY";

    /** What is written where nothing is known yet. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "未定", "待定", "未确定", "待确定", "待补", "待补充", "待填", "待填写", "待核实", "待确认", "待查", "待落实", "待引进", "待招", "待聘", "暂缺",
            "空缺", "缺", "不详", "未知", "未填", "未提供", "不清楚", "保密", "匿名", "某", "某某", "某某某", "x", "xx", "xxx", "xxxx", "×",
            "××", "×××", "*", "**", "***", "?", "??", "???", "tbd", "tba", "unknown", "姓名", "示例", "稍后补充", "后补", "另报",
            "见附件", "详见附件", "见简历", "详见简历", "略");

    private Typed() {}

    /** @param cell the cell's text as it stands in the file */
    public static String of(Column column, String cell) {
        String text = unquoted(UsualForms.of(unescaped(cell)), column);
        return switch (column.type()) {
            case DATE, YEAR, INTEGER, CODE, REGION, MONEY_RANGE -> whole(text);
            case PHONE -> phone(unlabelled(whole(text)));
            case EMAIL -> unlabelled(whole(text));
            case USCC -> latin(unlabelled(whole(text)));
            case DOCUMENT_NUMBER -> document(latin(unlabelled(whole(text))));
            default -> text;
        };
    }

    /** Whether a text stands where nothing is known yet. */
    public static boolean placeholder(String text) {
        return text.length() <= 8 && PLACEHOLDERS.contains(bare(Texts.key(text)));
    }

    /** Without brackets and full stops; by hand, for most cells of most rows come here. */
    private static String bare(String key) {
        StringBuilder bare = null;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if ("()（）.。".indexOf(c) >= 0) {
                bare = bare == null ? new StringBuilder(key.length()).append(key, 0, i) : bare;
            } else if (bare != null) {
                bare.append(c);
            }
        }
        return bare == null ? key : bare.toString();
    }

    /** As web pages export a text: A&amp;B, 激光&lt;br&gt;芯片. */
    private static String unescaped(String text) {
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0) {
            return text;
        }
        String plain = text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return plain.indexOf('<') < 0 ? plain : BREAK.matcher(plain).replaceAll("\n");
    }

    /** Without the apostrophe that keeps a spreadsheet program from counting; a name may begin with one ('t Hooft). */
    private static String unquoted(String text, Column column) {
        if (text.length() < 2 || "'‘’`＇´".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        char next = text.charAt(1);
        boolean prose = column.type() == ColumnType.NAME
                || column.type() == ColumnType.TEXT
                || column.type() == ColumnType.PLACE;
        boolean latin = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == ' ';
        boolean around = text.length() > 2 && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        if (around) {
            return text.substring(1, text.length() - 1);
        }
        boolean closed = text.indexOf(text.charAt(0), 1) > 0 || text.indexOf('’', 1) > 0;
        return prose && (latin || closed) ? text : text.substring(1);
    }

    /** 13800138017.0, as programs write a whole number that they took for a fraction. */
    private static String whole(String text) {
        int point = text.indexOf('.');
        if (point <= 0) {
            return text;
        }
        return WHOLE.matcher(text).matches() ? text.substring(0, point) : written(text);
    }

    private static String unlabelled(String text) {
        String bare = text.strip();
        if (mayBeLabelled(bare)) {
            Matcher label = LABEL.matcher(bare);
            if (label.matches()) {
                bare = label.group(1).strip();
            }
        }
        int from = 0;
        int to = bare.length();
        while (from < to && ENDS.indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ENDS.indexOf(bare.charAt(to - 1)) >= 0) {
            to--;
        }
        boolean masked = bare.indexOf('*') >= 0;
        return masked || from == to || (from == 0 && to == bare.length() && bare.length() == text.length())
                ? text
                : bare.substring(from, to);
    }

    /** No label begins with a digit or another letter: most numbers and addresses need no closer look. */
    private static boolean mayBeLabelled(String text) {
        char first = text.isEmpty() ? '0' : text.charAt(0);
        boolean letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        return letter ? "eimnptEIMNPT".indexOf(first) >= 0 : first < '0' || first > '9';
    }

    private static String latin(String text) {
        StringBuilder latin = null;
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) < 0x7f ? -1 : LOOK_ALIKES.indexOf(text.charAt(i));
            if (at >= 0) {
                latin = latin == null ? new StringBuilder(text) : latin;
                latin.setCharAt(i, LATIN.charAt(at));
            }
        }
        return latin == null ? text : latin.toString();
    }

    /** A resident's number with whatever stands between and around its digits. */
    private static String document(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Texts.narrow(text.charAt(i));
            if (Character.isLetterOrDigit(c) || c == '*') {
                bare.append(Character.toUpperCase(c));
            }
        }
        if (RESIDENT.matcher(bare).matches()) {
            return bare.toString();
        }
        // 420106198503121479（身份证）: words beside the number
        String digits = HAN.matcher(bare).replaceAll("");
        return RESIDENT.matcher(digits).matches() ? digits : text;
    }

    /** 13800138017（微信同号）: words beside one number, which is the number. */
    private static String phone(String text) {
        Matcher one = PHONE_WITH_WORDS.matcher(text);
        return one.matches() ? one.group(1) : text;
    }

    /** 1.3800138017E10, as programs write a large number; no digit is lost while there are as many as the power says. */
    private static String written(String text) {
        Matcher power = POWER.matcher(text);
        return power.matches() && power.group(2).length() == Integer.parseInt(power.group(3))
                ? power.group(1) + power.group(2)
                : text;
    }
}
