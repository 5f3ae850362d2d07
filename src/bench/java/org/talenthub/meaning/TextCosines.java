package org.talenthub.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How near texts are in what they mean, computed here and now by the model that the hub has. */
public final class TextCosines {

    private TextCosines() {}

    public static Cosines of(Collection<String> texts) {
        Space space = new Space(new Model());
        Map<String, byte[]> vectors = new HashMap<>();
        texts.forEach(t -> vectors.computeIfAbsent(t, x -> Vector.bytes(space.vector(x))));
        return new Cosines(vectors);
    }
}
