package org.talenthub.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.talenthub.records.RecordSnapshot;

/** The vectors of texts and records as the hub has them, computed here and now. */
public final class RecordSpace {

    private final Space space = new Space(new Model());
    private final Map<String, float[]> known = new HashMap<>();

    private float[] text(String t) {
        return known.computeIfAbsent(t, x -> Vector.floats(Vector.bytes(space.vector(x))));
    }

    /** Of length one; what the texts mean together. */
    public float[] mean(Collection<String> texts) {
        float[] sum = new float[Vector.DIMENSIONS];
        texts.forEach(t -> Vector.add(sum, text(t), 1));
        return Vector.unit(sum);
    }

    /** Of length one; as the search has it. */
    public float[] of(RecordSnapshot record) {
        float[] sum = new float[Vector.DIMENSIONS];
        Segments.of(record).forEach((t, weight) -> Vector.add(sum, text(t), weight));
        return Vector.unit(Vector.floats(Vector.bytes(sum)));
    }
}
