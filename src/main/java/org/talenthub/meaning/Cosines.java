package org.talenthub.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** How near some texts are to one another in what they mean; texts whose vector is not known are near to nothing. */
public final class Cosines {

    /** So coarse that two machines, or a rebuilt model, agree. */
    private static final double STEP = 0.05;

    private static final double FINE = 0.005;

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
        return stepped(a, b, STEP).orElse(0);
    }

    /** -1 to 1, in fine steps, to tell apart what is equally near otherwise; empty where nothing is known. */
    public OptionalDouble fine(String a, String b) {
        return stepped(a, b, FINE);
    }

    private OptionalDouble stepped(String a, String b, double step) {
        float[] x = vectors.get(a);
        float[] y = vectors.get(b);
        return x == null || y == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round(Vector.dot(x, y) / step) * step);
    }
}
