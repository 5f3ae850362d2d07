package org.talenthub.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talenthub.analysis.AnalysisPlugin;

/** Names of people as they are copied from lists: 郑立新，王长江 means either of them, 吕绿（女）, 吕绿同志 and 吕绿老师 are 吕绿. */
final class People {

    private static final Pattern BETWEEN = Pattern.compile("[、，,/；;\\r\\n\\t]+");
    private static final Pattern ADDRESS = Pattern.compile("(?:[（(](?:男|女)[）)]|先生|女士|同志|老师|教授|博士|院士|总工|小姐|主任)+$");

    private People() {}

    /** The line with several names joined by bars, and forms of address left out. */
    static String joined(String typed) {
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
        List<String> names = Arrays.stream(BETWEEN.split(text))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .map(n -> {
                    String plain = ADDRESS.matcher(n).replaceFirst("");
                    return name(plain) ? plain : "";
                })
                .toList();
        return names.isEmpty() || names.contains("") ? "" : String.join("|", names);
    }

    /** Whether a word is most likely somebody's name: begins as one and is no word of the language. */
    static boolean name(String word) {
        return Namelike.is(word) && !AnalysisPlugin.knows(word);
    }
}
