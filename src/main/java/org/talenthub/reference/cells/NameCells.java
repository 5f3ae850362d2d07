package org.talenthub.reference.cells;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;

/** Names of people: one person is one row, under the name that the person bears. What else stands in the cell is told. */
public final class NameCells {

    private static final Pattern AND_OTHERS = Pattern.compile(
            "(.*?)[（(]?\\s*(?:等\\s*(?:[\\d一二三四五六七八九十两几多数]+\\s*(?:余|多)?\\s*[人名位个]?|人|$)|(?:共|合计)?\\s*[\\d二三四五六七八九十两]+\\s*[人名位]|(?:的)?团队)\\s*[)）]?",
            Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[、，,；;/／|｜＋+&＆\\\\→]|(?i:\\s+vs\\.?\\s+)");
    private static final Pattern DASHES = Pattern.compile("[-–—―－~～]+");
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern WORDS = Pattern.compile("和|与|及|以及");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}[\\p{IsHan}·]*");
    private static final Pattern NUMBERED =
            Pattern.compile("[(（]?(?:\\d{1,3}|[①-⑳])[)）.、．:：\\s]+(\\D{2,})|[①-⑳](\\D{2,})");
    private static final Pattern MASKED = Pattern.compile("\\p{IsHan}{0,2}[*＊×xX✕○●□■_?？�]+\\p{IsHan}{0,2}");
    private static final Pattern SOMEBODY = Pattern.compile("\\p{IsHan}{1,2}某{1,2}|\\p{IsHan}某\\p{IsHan}");
    private static final Pattern BRACKETS = Pattern.compile("[（(\\[【〔][^）)\\]】〕]*[)）\\]】〕]");

    /** A surname with what somebody is, who is not named by it; what nobody is called; what a firm is called. */
    private static final Pattern NOBODY =
            Pattern.compile("\\p{IsHan}(?:先生|女士|小姐|太太|同志|老师|教授|博士|院士|师傅|工|总|经理|主任)|\\p{IsHan}〇〇|.*测试.*|(?i:test\\d*)"
                    + "|[（(【](?:例|示例|样例)[)）】].+|(?:例如?|示例|样例)[:：].+|.{2,}(?:公司|集团|大学|学院|研究院|研究所|医院|工厂).*");

    private static final Pattern TITLED = Pattern.compile("(?:院士|博士|硕士|教授|副教授|研究员|主任|经理|工程师|高工)\\s*(\\p{IsHan}{2,4})");
    private static final String ENDS = ".。,，、;；:：/／|·*";

    private static final Pattern NOTE = Pattern.compile("(.+?)\\s*[（(\\[【〔](.*?)[)）\\]】〕]?\\s*");

    /** What is said about a person and is no part of the name. */
    private static final Pattern ABOUT = Pattern.compile(
            "男|女|性别.*|先生|女士|小姐|同志|老师|教授|副教授|博士|硕士|博士后|院士|研究员|高工|主任|经理|总工|总经理|董事长|负责人|带头人|组长|组员|成员|骨干|本人|在职|兼职|全职|柔性.*|引进.*|退休|离职|已.+|外籍|外国籍|.*族|中共党员|党员|群众|曾用名.*|原名.*|又名.*|别名.*|英文名.*|.*年生|\\d+岁");

    private static final Pattern ADDRESSED =
            Pattern.compile("(\\p{IsHan}{2,4}?)\\s*(先生|女士|小姐|同志|老师|教授|副教授|博士|院士|研究员|主任|总经理|董事长)");

    private NameCells() {}

    public static CellReader person(Column column, Feed feed) {
        return (typed, row) -> {
            String name = trimmed(Texts.name(typed));
            if (plain(name) && typed.strip().length() == name.length()) {
                TextCells.put(column, feed, name, typed, row);
                return;
            }
            if (refused(column, typed, name, row)) {
                return;
            }
            String own = beside(name, typed);
            if (!own.equals(name)) {
                row.warning(
                        column,
                        "name.note",
                        Sentence.of("check.name.note", Contacts.quoted(typed), Contacts.strict(own)),
                        typed);
            } else {
                doubts(column, typed, name, row);
            }
            TextCells.put(column, feed, own, typed, row);
        };
    }

    /** Without the commas and stops that are left of a list. */
    private static String trimmed(String name) {
        if (name.length() < 3 || !CHINESE.matcher(name.substring(1, 2)).matches()) {
            return name;
        }
        int from = ENDS.indexOf(name.charAt(0)) >= 0 && name.charAt(0) != '*' ? 1 : 0;
        int to = name.length();
        while (to - from > 2 && ENDS.indexOf(name.charAt(to - 1)) >= 0 && name.charAt(to - 1) != '*') {
            to--;
        }
        return name.substring(from, to).strip();
    }

    /** Two to four Chinese characters, none of which says that there are more people, or that it is nobody. */
    private static boolean plain(String name) {
        return name.length() >= 2
                && name.length() <= 4
                && CHINESE.matcher(name).matches()
                && name.indexOf('等') < 0
                && name.indexOf('某') < 0
                && name.indexOf('人') < 0
                && !NOBODY.matcher(name).matches()
                && !TITLED.matcher(name).matches()
                && !name.endsWith("团队")
                && (name.length() < 4
                        || !(glued(name)
                                || WORDS.matcher(name).find()
                                || ADDRESSED.matcher(name).matches()))
                && !(name.length() > 2 && ADDRESSED.matcher(name).matches());
    }

    private static boolean refused(Column column, String typed, String name, Row row) {
        String quoted = Contacts.quoted(typed);
        if (name.codePoints().noneMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.PRIVATE_USE)) {
            row.error(column, "name.number", Sentence.of("check.name.number", quoted), typed);
            return true;
        }
        if (MASKED.matcher(name).matches() && !name.matches("\\p{IsHan}+|[xX]\\p{IsHan}+")) {
            row.error(column, "name.masked", Sentence.of("check.name.masked", quoted), typed);
            return true;
        }
        Matcher others = AND_OTHERS.matcher(name);
        if (others.matches()
                && name.length() > 2
                && CHINESE.matcher(others.group(1)).lookingAt()) {
            several(column, typed, row);
            return true;
        }
        if (people(parts(BETWEEN, typed))) {
            several(column, typed, row);
            return true;
        }
        List<String> apart =
                parts(BLANKS, BRACKETS.matcher(Texts.clean(typed, false)).replaceAll(" "));
        if (borne(parts(WORDS, name))
                || borne(parts(LINES, typed))
                || borne(parts(DASHES, name))
                || ((apart.size() > 2 || BRACKETS.matcher(typed).find())
                        && borne(apart)
                        && !Surnames.special(apart.getFirst()))) {
            several(column, typed, row);
            return true;
        }
        return false;
    }

    private static void several(Column column, String typed, Row row) {
        row.error(column, "name.several", Sentence.of("check.name.several", Contacts.quoted(typed)), typed);
    }

    private static List<String> parts(Pattern between, String text) {
        return Stream.of(between.split(text, -1))
                .map(Texts::name)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    /** Where only a word or a line break stands between, each part must begin with a surname. */
    private static boolean borne(List<String> parts) {
        return people(parts) && parts.stream().allMatch(p -> Surnames.known(Surnames.of(Simplified.of(p))));
    }

    /** Whether each of several parts is a whole Chinese name; a name wrapped in the middle is not. */
    private static boolean people(List<String> parts) {
        return parts.size() > 1
                && parts.stream().allMatch(p -> CHINESE.matcher(own(p)).matches() && own(p).length() >= 2)
                && parts.stream().allMatch(p -> own(p).length() <= 4 || own(p).indexOf('·') > 0);
    }

    /** The name alone; the very text where nothing tells what else it is. */
    private static String own(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return Texts.name(numbered.group(1) == null ? numbered.group(2) : numbered.group(1));
        }
        Matcher note = NOTE.matcher(name);
        if (note.matches() && ABOUT.matcher(Texts.key(note.group(2))).matches()) {
            return Texts.name(note.group(1));
        }
        Matcher titled = TITLED.matcher(name);
        if (titled.matches() && Surnames.known(Surnames.of(Simplified.of(titled.group(1))))) {
            return titled.group(1);
        }
        Matcher addressed = ADDRESSED.matcher(name);
        return addressed.matches() ? addressed.group(1) : name;
    }

    /** The name beside a word about the person with a blank between: 张三 男. */
    private static String beside(String name, String typed) {
        List<String> parts = parts(BLANKS, Texts.clean(typed, false));
        if (parts.size() != 2) {
            return own(name);
        }
        List<String> names =
                parts.stream().filter(p -> !ABOUT.matcher(p).matches()).toList();
        return names.size() == 1
                        && CHINESE.matcher(names.getFirst()).matches()
                        && names.getFirst().length() > 1
                ? names.getFirst()
                : own(name);
    }

    private static void doubts(Column column, String typed, String name, Row row) {
        String quoted = Contacts.quoted(typed);
        // Smith, John
        String marks = CHINESE.matcher(name).lookingAt() ? "（(【[〔*＊/／、，,；;|+&?？→\\丶" : "（(【[〔*＊/／；;|+&?？";
        boolean odd = name.codePoints().anyMatch(c -> Character.isDigit(c) || marks.indexOf(c) >= 0)
                || (name.indexOf('·') < 0
                        && CHINESE.matcher(name).lookingAt()
                        && LATIN.matcher(name).find());
        if (name.indexOf('\uFFFD') >= 0) {
            row.warning(column, "name.garbled", Sentence.of("check.name.garbled", quoted), typed);
        } else if (name.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
            row.warning(column, "name.private", Sentence.of("check.name.private", quoted), typed);
        } else if (name.codePointCount(0, name.length()) == 1) {
            row.warning(column, "name.short", Sentence.of("check.name.short", quoted), typed);
        } else if (SOMEBODY.matcher(name).matches() || NOBODY.matcher(name).matches()) {
            row.warning(column, "name.placeholder", Sentence.of("check.name.placeholder", quoted), typed);
        } else if (odd) {
            row.warning(column, "name.note", Sentence.of("check.name.note.doubts", quoted), typed);
        } else if (twoPeople(typed) || glued(name)) {
            row.warning(
                    column,
                    "name.several",
                    Sentence.of("check.name.several.doubts", quoted, Contacts.strict(name)),
                    typed);
        }
    }

    /** 王小明张小红: so long a name in Chinese characters alone, and two whole ones. */
    private static boolean glued(String name) {
        if (name.length() == 4) {
            // 张三李四, but not 欧阳娜娜 nor 刘陈文杰
            return Surnames.of(name).length() == 1
                    && !Surnames.known(name.substring(1, 2))
                    && borne(List.of(name.substring(0, 2), name.substring(2)));
        }
        if (name.length() < 5 || name.length() > 8 || !CHINESE.matcher(name).matches() || name.indexOf('·') > 0) {
            return false;
        }
        for (int i = 2; i <= name.length() - 2; i++) {
            if (i <= 4 && name.length() - i <= 4 && borne(List.of(name.substring(0, i), name.substring(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Two names with a blank or a line break between; a blank within one name leaves a part without a surname. */
    private static boolean twoPeople(String typed) {
        List<String> parts = parts(BLANKS, Texts.clean(typed, false));
        return parts.size() == 2 && borne(parts) && !Surnames.special(parts.getFirst());
    }
}
