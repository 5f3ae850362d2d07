package org.talenthub.search.language;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talenthub.analysis.AnalysisPlugin;

/** Names of people as they are copied from lists: 郑立新，王长江 means either of them, 吕绿（女）, 吕绿同志 and 吕绿老师 are 吕绿. */
public final class People {

    private static final Pattern BETWEEN = Pattern.compile("[、，,/；;|\\r\\n\\t]+|\\s+(?=[(（]?\\d{1,3}[)）.．、])");

    /** Between two names only: 张三和李四. */
    private static final Pattern AND = Pattern.compile("(?<=\\p{IsHan}{2})(?:以及|和|与|及|跟|或者|或)(?=\\p{IsHan}{2})");

    private static final Pattern NUMBER = Pattern.compile("^(?:[(（]?\\d{1,3}[)）.．、:：]|[①-⑳])\\s*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[（(](?:男|女|先生|女士)[）)]|先生|女士|同志|同学|小姐|夫人|老师|师傅|大夫|医生|教授|副教授|研究员|博士|院士|专家"
                    + "|高工|工程师|总工程师|总工|总经理|总监|经理|董事长|总裁|主任|院长|所长|校长|处长|部长|科长|厂长|技师|等人|等|本人)+$");

    private static final Pattern POLITE = Pattern.compile("\\s(?:先生|女士|同志|老师|小姐)$");

    /** 李总, 王工: a mere character, which some names end with too (张总 is none). */
    private static final Pattern SHORT = Pattern.compile("^(\\p{IsHan}{2,4})[总工]$");

    /** A name in Latin letters, of two or three words. */
    private static final Pattern LATIN =
            Pattern.compile("\\p{Lu}[\\p{IsLatin}'’.-]+(?: \\p{Lu}[\\p{IsLatin}'’.-]*){1,3}");

    /** Of so many at least in a list one may not look like a name. */
    private static final int LIST = 3;

    private static final int LONGEST = 16;

    private People() {}

    /** The line with several names joined by bars, and forms of address left out. */
    public static String joined(String typed) {
        String line = names(typed.strip());
        if (!line.isEmpty()) {
            return line;
        }
        return Arrays.stream(typed.split("(?<=[\\s\u3000])|(?=[\\s\u3000])", -1))
                .map(chunk -> {
                    String joined = names(chunk);
                    return joined.isEmpty() ? chunk : joined;
                })
                .collect(Collectors.joining());
    }

    /** The names, when a text is nothing but names; else empty. */
    private static String names(String text) {
        if (text.isEmpty()) {
            return "";
        }
        List<String> items = Arrays.stream(BETWEEN.split(text))
                .map(n -> NUMBER.matcher(n.strip()).replaceFirst(""))
                .filter(n -> !n.isEmpty() && !n.matches("\\d{1,3}"))
                .toList();
        List<String> names = all(items);
        if (names.isEmpty() && AND.matcher(text).find()) {
            names = all(items.stream().flatMap(i -> Arrays.stream(AND.split(i))).toList());
        }
        return String.join("|", names);
    }

    /** Each as it is looked for; none when they are something else. */
    private static List<String> all(List<String> items) {
        List<String> plain = items.stream().map(People::plain).toList();
        long sure = plain.stream().filter(p -> name(p) || latin(p)).count();
        boolean list = plain.size() >= LIST
                && 2 * sure > plain.size()
                && plain.stream().allMatch(p -> p.length() <= LONGEST && (latin(p) || p.indexOf(' ') < 0))
                && plain.stream().noneMatch(p -> AnalysisPlugin.knows(p) && p.codePointCount(0, p.length()) > LIST);
        boolean names = plain.stream().anyMatch(People::name) && (sure == plain.size() || list);
        return names ? plain.stream().map(p -> latin(p) ? "\"" + p + "\"" : p).toList() : List.of();
    }

    private static boolean latin(String text) {
        return text.length() <= 2 * LONGEST && LATIN.matcher(text).matches();
    }

    /** Without forms of address, as far as a name is left. */
    private static String plain(String item) {
        if (AnalysisPlugin.knows(item)) {
            return item; // 教授级高工 is a title, not somebody called 教授级
        }
        String cut = ADDRESS.matcher(item).replaceFirst("");
        String plain = cut.strip();
        // 陈建国 博士 may be a name and a condition
        boolean apart = !cut.equals(plain) && !POLITE.matcher(item).find();
        if (name(plain) && !apart) {
            return plain;
        }
        String shorter = SHORT.matcher(item).replaceFirst("$1");
        return !shorter.equals(item) && name(shorter) && !name(item) ? shorter : item;
    }

    /** Whether a word is most likely somebody's name: begins as one and is no word of the language. */
    public static boolean name(String word) {
        return Namelike.is(word) && !AnalysisPlugin.knows(word);
    }
}
