package org.talenthub.editions.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.needs.Cluster;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;

/**
 * The words that a line begins with, out of the open demands behind it, for an official to edit. An age limit, people and contacts are left
 * out from the beginning.
 */
@Component
class LineWords {

    private static final int MOST = 8;
    private static final int LONGEST = 2_000;

    private final Dictionaries dictionaries;
    private final Regions regions;

    LineWords(Dictionaries dictionaries, Regions regions) {
        this.dictionaries = dictionaries;
        this.regions = regions;
    }

    Map<String, String> of(EditionKind kind, Cluster cluster, List<RecordSnapshot> open) {
        Map<String, String> words = new LinkedHashMap<>();
        switch (kind) {
            case LIST -> post(words, cluster, open);
            case CHALLENGE -> challenge(words, cluster, open);
        }
        words.values().removeIf(String::isBlank);
        words.replaceAll((field, text) -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return words;
    }

    private void post(Map<String, String> words, Cluster cluster, List<RecordSnapshot> open) {
        words.put("post", cluster.post());
        words.put("enterprise", enterprises(open));
        words.put("requirements", requirements(cluster, open));
        words.put("duties", first(open, "duties"));
        words.put("place", places(open));
        words.put("salary", salary(open));
        words.put("benefits", joined(open.stream().flatMap(r -> r.fields().text("benefits").stream()), "；"));
    }

    private void challenge(Map<String, String> words, Cluster cluster, List<RecordSnapshot> open) {
        words.put(
                "name",
                Optional.of(first(open, "challengeName"))
                        .filter(n -> !n.isEmpty())
                        .orElse(cluster.post()));
        words.put(
                "content",
                Optional.of(first(open, "content")).filter(c -> !c.isEmpty()).orElse(first(open, "duties")));
        words.put("targets", first(open, "targets"));
        words.put("prize", first(open, "prize"));
        words.put("deadline", first(open, "deadline"));
        words.put("conditions", first(open, "conditions"));
        words.put(
                "issuer",
                Optional.of(first(open, "issuer")).filter(i -> !i.isEmpty()).orElse(enterprises(open)));
        words.put("place", places(open));
    }

    private static String enterprises(List<RecordSnapshot> open) {
        List<String> names = open.stream()
                .map(RecordSnapshot::enterpriseName)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return names.size() <= 3
                ? String.join("、", names)
                : String.join("、", names.subList(0, 3)) + " 等 " + names.size() + " 家";
    }

    private String requirements(Cluster cluster, List<RecordSnapshot> open) {
        List<String> all = new ArrayList<>();
        lowest(open, "education", "education").ifPresent(t -> all.add("学历" + t + "及以上"));
        lowest(open, "degree", "degree").ifPresent(t -> all.add(t + "及以上学位"));
        lowest(open, "titleLevel", "title-level").ifPresent(t -> all.add(t + "及以上职称"));
        lowest(open, "skillLevel", "skill-level").ifPresent(t -> all.add(t + "及以上技能等级"));
        String majors = joined(open.stream().flatMap(r -> r.fields().list("majors").stream()), "、");
        if (!majors.isEmpty()) {
            all.add("专业：" + majors);
        }
        if (!cluster.skills().isEmpty()) {
            all.add("技能：" + joined(cluster.skills().stream(), "、"));
        }
        if (open.stream().allMatch(r -> r.fields().has("experienceYears"))) {
            open.stream()
                    .flatMap(r -> r.fields().number("experienceYears").stream())
                    .min(Integer::compare)
                    .filter(y -> y > 0)
                    .ifPresent(y -> all.add("相关工作 " + y + " 年以上"));
        }
        return String.join("；", all);
    }

    /** The lowest that any asks for; empty when one of them asks for nothing. */
    private Optional<String> lowest(List<RecordSnapshot> open, String field, String dictionary) {
        Dictionary d = dictionaries.get(dictionary);
        List<String> ranked = d.entries().stream().map(Dictionary.Entry::code).toList();
        int lowest = -1;
        for (RecordSnapshot r : open) {
            int at = r.fields().text(field).map(ranked::indexOf).orElse(-1);
            if (at < 0) {
                return Optional.empty();
            }
            lowest = Math.max(lowest, at);
        }
        return lowest < 0 || lowest == ranked.size() - 1 ? Optional.empty() : Optional.of(d.label(ranked.get(lowest)));
    }

    private String places(List<RecordSnapshot> open) {
        return joined(
                open.stream()
                        .map(RecordSnapshot::region)
                        .filter(Objects::nonNull)
                        .map(r -> regions.label(regions.prefecture(r))),
                "、");
    }

    private static String salary(List<RecordSnapshot> open) {
        List<Fields> said = open.stream()
                .map(RecordSnapshot::fields)
                .filter(f -> f.has("salaryMin") && f.has("salaryMax"))
                .toList();
        if (said.isEmpty()) {
            return open.stream().anyMatch(r -> r.fields().has("salary")) ? "面议" : "";
        }
        int low = said.stream()
                .flatMap(f -> f.number("salaryMin").stream())
                .min(Integer::compare)
                .orElse(0);
        int high = said.stream()
                .flatMap(f -> f.number("salaryMax").stream())
                .max(Integer::compare)
                .orElse(0);
        return (low == high ? String.valueOf(low) : low + "–" + high) + " 万元/年";
    }

    private static String first(List<RecordSnapshot> open, String field) {
        return open.stream()
                .flatMap(r -> r.fields().text(field).stream())
                .findFirst()
                .orElse("");
    }

    private static String joined(Stream<String> texts, String by) {
        return texts.filter(t -> !t.isBlank()).distinct().limit(MOST).collect(Collectors.joining(by));
    }
}
