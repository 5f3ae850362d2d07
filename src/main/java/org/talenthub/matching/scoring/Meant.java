package org.talenthub.matching.scoring;

import org.talenthub.meaning.Cosines;

/** How near texts are as far as they have their vectors. */
public record Meant(Cosines cosines, Weights weights) implements Kinship {

    @Override
    public double of(String a, String b) {
        return weights.kin(cosines.of(a, b));
    }

    @Override
    public double finely(String a, String b) {
        return cosines.fine(a, b).orElse(0);
    }

    @Override
    public boolean knows(String a, String b) {
        return cosines.fine(a, b).isPresent();
    }
}
