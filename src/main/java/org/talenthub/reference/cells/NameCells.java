package org.talenthub.reference.cells;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Row;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;

/** Names of people: one person is one row, under the name that the person bears. What else stands in the cell is told. */
public final class NameCells {

    private static final Pattern AND_OTHERS = Pattern.compile(
            "(.*?)[（(]?\\s*(?:等\\s*(?:[\\d一二三四五六七八九十两几多数]+\\s*(?:余|多)?\\s*[人名位个]?|人|$)|(?:共|合计)?\\s*[\\d二三四五六七八九十两]+\\s*[人名位]|(?:的)?团队)\\s*[)）]?",
            Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[、，,；;/／|｜＋+&＆]");
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern WORDS = Pattern.compile("和|与|及|以及");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}[\\p{IsHan}·]*");
    private static final Pattern NUMBERED =
            Pattern.compile("[(（]?(?:\\d{1,3}|[①-⑳])[)）.、．:：\\s]+(\\D{2,})|[①-⑳](\\D{2,})");
    private static final Pattern MASKED = Pattern.compile("\\p{IsHan}{0,2}[*＊×xX✕○●□■_?？�]+\\p{IsHan}{0,2}");
    private static final Pattern SOMEBODY = Pattern.compile("\\p{IsHan}{1,2}某{1,2}|\\p{IsHan}某\\p{IsHan}");
    private static final Pattern NOTE = Pattern.compile("(.+?)\\s*[（(\\[【〔](.*?)[)）\\]】〕]?\\s*");

    /** What is said about a person and is no part of the name. */
    private static final Pattern ABOUT = Pattern.compile(
            "男|女|性别.*|先生|女士|小姐|同志|老师|教授|副教授|博士|硕士|博士后|院士|研究员|高工|主任|经理|总工|总经理|董事长|负责人|带头人|组长|组员|成员|骨干|本人|在职|兼职|全职|柔性.*|引进.*|退休|离职|已.+|外籍|外国籍|.*族|中共党员|党员|群众|曾用名.*|原名.*|又名.*|别名.*|英文名.*|.*年生|\\d+岁");

    private static final Pattern ADDRESSED =
            Pattern.compile("(\\p{IsHan}{2,4}?)\\s*(先生|女士|小姐|同志|老师|教授|副教授|博士|院士|研究员|主任|总经理|董事长)");

    private NameCells() {}

    public static CellReader person(Column column, Feed feed) {
        return (typed, row) -> {
            String name = Texts.name(typed);
            if (plain(name) && typed.strip().length() == name.length()) {
                TextCells.put(column, feed, name, typed, row);
                return;
            }
            if (refused(column, typed, name, row)) {
                return;
            }
            String own = own(name);
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

    /** Two to four Chinese characters, none of which says that there are more people, or that it is nobody. */
    private static boolean plain(String name) {
        return name.length() >= 2
                && name.length() <= 4
                && CHINESE.matcher(name).matches()
                && name.indexOf('等') < 0
                && name.indexOf('某') < 0
                && name.indexOf('人') < 0
                && !name.endsWith("团队")
                && (name.length() < 4
                        || !(WORDS.matcher(name).find()
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
        if (borne(parts(WORDS, name)) || borne(parts(LINES, typed))) {
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
        Matcher addressed = ADDRESSED.matcher(name);
        return addressed.matches() ? addressed.group(1) : name;
    }

    private static void doubts(Column column, String typed, String name, Row row) {
        String quoted = Contacts.quoted(typed);
        // Smith, John
        String marks = CHINESE.matcher(name).lookingAt() ? "（(【[〔*＊/／、，,；;|+&?？" : "*＊/／；;|+&?？";
        boolean odd = name.codePoints().anyMatch(c -> Character.isDigit(c) || marks.indexOf(c) >= 0);
        if (name.indexOf('\uFFFD') >= 0) {
            row.warning(column, "name.garbled", Sentence.of("check.name.garbled", quoted), typed);
        } else if (name.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
            row.warning(column, "name.private", Sentence.of("check.name.private", quoted), typed);
        } else if (name.codePointCount(0, name.length()) == 1) {
            row.warning(column, "name.short", Sentence.of("check.name.short", quoted), typed);
        } else if (SOMEBODY.matcher(name).matches()) {
            row.warning(column, "name.placeholder", Sentence.of("check.name.placeholder", quoted), typed);
        } else if (odd) {
            row.warning(column, "name.note", Sentence.of("check.name.note.doubts", quoted), typed);
        } else if (twoPeople(typed)) {
            row.warning(
                    column,
                    "name.several",
                    Sentence.of("check.name.several.doubts", quoted, Contacts.strict(name)),
                    typed);
        }
    }

    /** Two names with a blank or a line break between; a blank within one name leaves a part without a surname. */
    private static boolean twoPeople(String typed) {
        List<String> parts = parts(BLANKS, Texts.clean(typed, false));
        return parts.size() == 2 && borne(parts) && !Surnames.special(parts.getFirst());
    }
}
