package org.talenthub.security.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody signs in with, in words: “Chrome · Windows” of a {@code User-Agent} (RFC 9110, 10.1.5), which names many others beside itself. */
final class Browser {

    /** Each names those after it, too: the first that is there is the one. */
    private static final Map<String, String> PROGRAMS = ordered(
            "MicroMessenger/", "WeChat",
            "wxwork/", "WeCom",
            "DingTalk/", "DingTalk",
            "QQBrowser/", "QQ Browser",
            "Quark/", "Quark",
            "UCBrowser/", "UC Browser",
            "Edg", "Edge",
            "OPR/", "Opera",
            "Firefox/", "Firefox",
            "Chrome/", "Chrome",
            "Safari/", "Safari",
            "curl/", "curl",
            "python-", "Python",
            "Java", "Java");

    private static final Map<String, String> SYSTEMS = ordered(
            "HarmonyOS", "HarmonyOS",
            "OpenHarmony", "HarmonyOS",
            "Android", "Android",
            "iPhone", "iOS",
            "iPad", "iPadOS",
            "Windows", "Windows",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    private static final int LONGEST = 60;

    private Browser() {}

    /** Program and system; of one that is not known the beginning of what it says of itself. Without control characters. */
    static String of(String userAgent) {
        String known = Stream.of(PROGRAMS, SYSTEMS)
                .flatMap(names -> first(names, userAgent).stream())
                .collect(Collectors.joining(" · "));
        String said = userAgent.replaceAll("\\p{Cntrl}+", " ").strip();
        return known.isEmpty() ? said.substring(0, Math.min(LONGEST, said.length())) : known;
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(n -> userAgent.contains(n.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
