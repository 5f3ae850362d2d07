package org.talenthub.assessment.web;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;

/** What an address asks for; whatever it does not know it says. */
final class Asked {

    private static final Set<String> PAGES = Set.of("page", "size", "lang");

    private Asked() {}

    /** @throws Problem 400 for a parameter that there is none of, or a page that does not exist */
    static Paging paging(MultiValueMap<String, String> given, Set<String> known) {
        Set<String> all = new TreeSet<>(PAGES);
        all.addAll(known);
        given.keySet().stream().filter(n -> !all.contains(n)).findFirst().ifPresent(n -> {
            throw Problem.badRequest("parameter.unknown", "没有“" + n + "”这个参数。可用的有：" + String.join("、", all) + "。");
        });
        return new Paging(number(given, "page", 0), number(given, "size", 20));
    }

    static int number(MultiValueMap<String, String> given, String name, int otherwise) {
        String text = given.getFirst(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("filter.value", name + " 写整数。");
        }
    }
}
