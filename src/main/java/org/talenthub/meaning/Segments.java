package org.talenthub.meaning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talenthub.records.RecordSnapshot;

/**
 * The texts of a record whose meaning counts, each by itself. Only fields about the profession; of people none that a viewer of any role who
 * may search them could not read: no name, no employer, no contact, no prose that might hold them. Equal skills of many people are one
 * text, which is why a record's vector is put together from its texts' and not computed from all of them at once. Of people and needs
 * only: the long texts of enterprises and platforms are near to everything of their industry.
 */
public final class Segments {

    private static final Map<String, Map<String, Float>> WEIGHTS = Map.of(
            "talent", ordered("expertise", 1f, "research", 1f, "post", 0.7f, "major", 0.5f),
            "demand", ordered("skills", 1f, "post", 1f, "majors", 0.5f, "duties", 0.5f));

    private Segments() {}

    private static Map<String, Float> ordered(Object... pairs) {
        Map<String, Float> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Float) pairs[i + 1]);
        }
        return map;
    }

    /** The fields that go into a vector, most telling first; empty for types that have none. */
    public static List<String> fields(String type) {
        return List.copyOf(WEIGHTS.getOrDefault(type, Map.of()).keySet());
    }

    /** Text to its weight. */
    static Map<String, Float> of(RecordSnapshot r) {
        Map<String, Float> texts = new LinkedHashMap<>();
        WEIGHTS.getOrDefault(r.type(), Map.of())
                .forEach((field, weight) -> r.fields().list(field).forEach(t -> {
                    if (!t.isBlank()) {
                        texts.merge(t.strip(), weight, Math::max);
                    }
                }));
        return texts;
    }
}
