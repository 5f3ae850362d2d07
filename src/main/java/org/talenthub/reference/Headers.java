package org.talenthub.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Texts;

/** How the headers of people's sheets are compared with the titles and aliases of a feed. */
public final class Headers {

    private Headers() {}

    /**
     * The header without what does not matter: NFKC, lower case, no blanks, no {@code *}, no notes in brackets, no colon. So
     * “* 出生年月（如 1985-03）：” is 出生年月. May be empty.
     */
    public static String key(String header) {
        String text = Texts.key(header);
        StringBuilder key = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '(', '[', '【', '〔', '{', '<' -> depth++;
                case ')', ']', '】', '〕', '}', '>' -> depth = Math.max(0, depth - 1);
                case '*', '※', ':' -> {}
                default -> {
                    if (depth == 0) {
                        key.append(c);
                    }
                }
            }
        }
        return key.toString();
    }

    /** What goes on longer is prose. */
    private static final int LONGEST = 100;

    private static final String MARKS = "[★☆●○◆◇■□▲△▼▽▶►※*＊#＃√✓✔☑•·!！?？▪◎⊙♦✱✳⭐❗＋+↓↑→_。.，,、;；|/／\\\\\\-–—\\s]+";
    private static final Pattern AROUND = Pattern.compile("^" + MARKS + "|" + MARKS + "$");
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?:第\\s*\\d{1,2}\\s*[列栏项]|(?:字段|列|栏目?)\\s*\\d{1,2})[.．、:：\\s]*|[(（\\[]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）\\].．、:：_-]+\\s*|[①-⑳]\\s*|\\d{1,2}\\s*(?=\\p{IsHan}))");
    private static final Pattern ASKED =
            Pattern.compile("^(?:是否)?(?:必填|选填|必选|可选|非必填|必须)[项]?[:：\\s]*|[-—:：\\s]*(?:必填|选填|必选|可选|非必填|必须)[项]?$");
    /** A reference to a note: 姓名①, 姓名注1. */
    private static final Pattern REFERENCE = Pattern.compile("(?<=\\p{IsHan})(?:[①-⑳¹²³⁴-⁹]|注\\d{0,2})$");

    private static final Pattern VALUES = Pattern.compile("男\\s*[/／、]\\s*女|是\\s*[/／、]\\s*否");
    private static final Pattern HINT = Pattern.compile(
            "(?:例|如|格式|请|从下拉|下拉|单选|多选|可多选|填写|文本|日期|数字|数值|参照|参考|见|须|不超过|\\d+字|yyyy).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOREIGN = Pattern.compile("[A-Za-zÀ-ÿА-я][A-Za-zÀ-ÿА-я0-9 .,'’&/\\\\|_()（）-]*");

    /**
     * What a title may be recognised by, the plainest first: as {@link #key}, then without marks, numbers and words such as 必填 around
     * it, then without its translation. So ★姓名, 1.姓名, “姓名 必填” and “姓名 Name” are 姓名.
     */
    public static List<String> keys(String header) {
        if (header.length() > LONGEST) {
            return List.of(key(header));
        }
        Set<String> keys = new LinkedHashSet<>(List.of(key(header)));
        String lines = header.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !hint(l))
                .collect(Collectors.joining("\n"));
        keys.add(key(lines));
        String bare = bare(lines);
        keys.add(key(bare));
        String own = bare(FOREIGN.matcher(bare).replaceAll(" ").replaceAll("^[\\s/|]+|[\\s/|]+$", ""));
        keys.add(key(own));
        keys.add(key(bare.replaceAll("^[(（\\[【〔『「《<{](.*)[)）\\]】〕』」》>}]$", "$1")));
        int blank = bare.indexOf(' ');
        if (blank > 0 && hint(bare.substring(blank).strip())) {
            keys.add(key(bare.substring(0, blank)));
        }
        keys.add(key(Simplified.of(own)));
        keys.remove("");
        return List.copyOf(keys);
    }

    private static boolean hint(String line) {
        return HINT.matcher(line).matches() || VALUES.matcher(line).matches();
    }

    private static String bare(String text) {
        String before = "";
        String bare =
                text.lines().map(Headers::unasked).filter(l -> !l.isEmpty()).collect(Collectors.joining("\n"));
        while (!bare.equals(before)) {
            before = bare;
            bare = REFERENCE
                    .matcher(NUMBER.matcher(AROUND.matcher(unasked(bare)).replaceAll(""))
                            .replaceFirst(""))
                    .replaceFirst("");
        }
        return bare;
    }

    private static String unasked(String text) {
        return ASKED.matcher(text.strip()).replaceAll("").strip();
    }
}
