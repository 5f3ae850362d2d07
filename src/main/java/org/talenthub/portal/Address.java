package org.talenthub.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** An address on the site with its query, changed by making a new one; blank values are left out. */
public record Address(String path, Map<String, List<String>> query) {

    public static Address search(String tab) {
        return new Address("/search", Map.of()).with("tab", tab);
    }

    public static String of(String path, String id) {
        return "/" + path + "/" + id;
    }

    public Address with(String name, String value) {
        return with(name, List.of(value));
    }

    public Address with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        List<String> kept = values.stream().filter(v -> !v.isBlank()).toList();
        if (kept.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, kept);
        }
        return new Address(path, changed);
    }

    /** The same query at another path. */
    public Address at(String other) {
        return new Address(other, query);
    }

    public Address without(String name) {
        return with(name, List.of());
    }

    public Address without(String name, String value) {
        List<String> left = new ArrayList<>(query.getOrDefault(name, List.of()));
        left.remove(value);
        return with(name, left);
    }

    @Override
    public String toString() {
        UriComponentsBuilder b = UriComponentsBuilder.fromPath(path);
        Map<String, Object> variables = new LinkedHashMap<>();
        query.forEach((name, values) -> {
            for (String value : values) {
                String variable = "v" + variables.size();
                b.queryParam(name, "{" + variable + "}");
                variables.put(variable, value);
            }
        });
        return b.encode().buildAndExpand(variables).toUriString();
    }
}
