package org.talenthub.meaning;

import java.util.HashMap;
import java.util.Map;

/** How near some texts are to one another in what they mean; texts whose vector is not known are near to nothing. */
public final class Cosines {

    /** So coarse that two machines, or a rebuilt model, agree. */
    private static final double STEP = 0.05;

    private final Map<String, float[]> vectors = new HashMap<>();

    Cosines(Map<String, byte[]> known) {
        known.forEach((text, bytes) -> vectors.put(text, Vector.floats(bytes)));
    }

    /** The vector of no text is known. */
    public boolean none() {
        return vectors.isEmpty();
    }

    /** -1 to 1, in steps of a twentieth; 0 where nothing is known. */
    public double of(String a, String b) {
        float[] x = vectors.get(a);
        float[] y = vectors.get(b);
        return x == null || y == null ? 0 : Math.round(Vector.dot(x, y) / STEP) * STEP;
    }
}
