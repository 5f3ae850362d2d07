package org.talenthub.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.records.RecordSnapshot;

/** The vectors of records, from what is known of their texts; what is not known yet is left to the {@link Enricher}. */
@Component
public class RecordVectors {

    private final Meaning meaning;
    private final Embeddings embeddings;

    RecordVectors(Meaning meaning, Embeddings embeddings) {
        this.meaning = meaning;
        this.embeddings = embeddings;
    }

    /**
     * Never computes: one look into the cache for all of them. A record gets its vector when all its texts have theirs, so that no vector
     * stands for a text that has changed since.
     *
     * @param records as everybody may find them
     * @return record id to vector, a number from -127 to 127 per dimension; the others wait, or have no text that counts
     */
    public Map<Long, byte[]> of(Collection<RecordSnapshot> records) {
        if (!meaning.on() || records.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<String, Float>> segments = new HashMap<>();
        Set<String> texts = new LinkedHashSet<>();
        for (RecordSnapshot r : records) {
            Map<String, Float> own = Segments.of(r);
            if (!own.isEmpty()) {
                segments.put(r.id(), own);
                texts.addAll(own.keySet());
            }
        }
        Map<String, byte[]> known = embeddings.find(texts);
        Map<Long, byte[]> vectors = new HashMap<>();
        List<Long> incomplete = new ArrayList<>();
        segments.forEach((id, own) -> {
            if (known.keySet().containsAll(own.keySet())) {
                float[] sum = new float[Vector.DIMENSIONS];
                own.forEach((text, weight) ->
                        Vector.add(sum, Vector.floats(known.getOrDefault(text, new byte[Vector.DIMENSIONS])), weight));
                if (!Vector.zero(sum)) {
                    vectors.put(id, Vector.bytes(sum));
                }
            } else {
                incomplete.add(id);
            }
        });
        if (!incomplete.isEmpty()) {
            embeddings.want(incomplete);
        }
        return vectors;
    }

    /** What is known of how near these texts are to one another; asked once for all of them. */
    public Cosines cosines(Collection<String> texts) {
        return meaning.on() && !texts.isEmpty() ? new Cosines(embeddings.find(texts)) : new Cosines(Map.of());
    }

    /**
     * Which of some texts is nearest to what was typed.
     *
     * @param texts one list for each question
     * @return of each list the nearest, empty where none of its texts is known
     */
    public List<String> nearest(String typed, List<List<String>> texts) {
        float[] query = meaning.typed(typed).orElse(null);
        if (query == null) {
            return Collections.nCopies(texts.size(), "");
        }
        Map<String, byte[]> known = embeddings.find(texts.stream()
                .flatMap(List::stream)
                .map(String::strip)
                .distinct()
                .toList());
        List<String> nearest = new ArrayList<>();
        for (List<String> own : texts) {
            String best = "";
            float most = -1;
            for (String text : own) {
                byte[] vector = known.get(text.strip());
                float similarity = vector == null ? -1 : Vector.dot(query, Vector.floats(vector));
                if (similarity > most) {
                    most = similarity;
                    best = text;
                }
            }
            nearest.add(best);
        }
        return nearest;
    }
}
