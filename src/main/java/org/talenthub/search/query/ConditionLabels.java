package org.talenthub.search.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Dictionary.Entry;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;

/** A condition in words: 年龄 ≤ 45, 学历 硕士研究生及以上, 地区 武汉市. */
@Component
class ConditionLabels {

    /** Have a pattern of their own in the bundle. */
    private static final Set<String> BOUNDS = Set.of(
            "ageMin",
            "ageMax",
            "birthFrom",
            "birthTo",
            "experienceMin",
            "experienceMax",
            "graduatedFrom",
            "graduatedTo",
            "salaryMin",
            "salaryMax");

    /** Tables of filters whose field has another name or is no column of codes. */
    private static final Map<String, String> TABLES = Map.of(
            "school",
            "school",
            "honour",
            "honour",
            "title",
            "title",
            "serviceNeed",
            "service-need",
            "kind",
            "enterprise-kind",
            "sex",
            "sex");

    private final Labels labels;
    private final Regions regions;

    ConditionLabels(Labels labels, Regions regions) {
        this.labels = labels;
        this.regions = regions;
    }

    String of(Kind kind, String filter, List<String> values, boolean not) {
        String label = filter.equals("open")
                ? labels.text("bound.open." + values.getFirst())
                : BOUNDS.contains(filter)
                        ? labels.text("bound." + filter, String.join("、", values))
                        : labels.text("filter." + filter) + " " + values(kind, filter, values);
        return not ? labels.text("understood.not", label) : label;
    }

    private String values(Kind kind, String filter, List<String> values) {
        if (filter.equals("region")) {
            return values.stream()
                    .map(v -> regions.get(v).isPresent() ? labels.region(v) : v)
                    .collect(Collectors.joining("、"));
        }
        Dictionary dictionary = TABLES.containsKey(filter)
                ? labels.table(String.valueOf(TABLES.get(filter)))
                : labels.dictionary(kind.type(), filter);
        List<String> all = dictionary.entries().stream().map(Entry::code).toList();
        if (dictionary.ranked() && values.size() > 1 && values.size() < all.size()) {
            if (all.subList(0, values.size()).equals(values)) {
                return labels.text("understood.upwards", labels.code(dictionary, values.getLast()));
            }
            if (all.subList(all.size() - values.size(), all.size()).equals(values)) {
                return labels.text("understood.downwards", labels.code(dictionary, values.getFirst()));
            }
        }
        return values.stream().map(v -> labels.code(dictionary, v)).collect(Collectors.joining("、"));
    }
}
