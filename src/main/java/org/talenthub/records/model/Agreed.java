package org.talenthub.records.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who says the same as a record, as it is kept in one column: reporters with their fields, separated by {@code ;} and blanks. */
public final class Agreed {

    private Agreed() {}

    public static String write(Map<String, ? extends Collection<String>> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + ' ' + String.join(" ", e.getValue()))
                .collect(Collectors.joining(";"));
    }

    public static Map<String, List<String>> read(String written) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String one : written.split(";", -1)) {
            List<String> words = Arrays.asList(one.strip().split(" ", -1));
            fields.put(words.getFirst(), List.copyOf(words.subList(1, words.size())));
        }
        return fields;
    }
}
