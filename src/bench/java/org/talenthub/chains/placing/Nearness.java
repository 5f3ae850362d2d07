package org.talenthub.chains.placing;

/**
 * How sure it is that the node whose words are nearest in meaning is the right one: a logistic curve over how near it is and how much nearer
 * than any node of another chain, as {@link NearnessBench} fits it to records whose node is known.
 *
 * @param bias where the curve stands
 * @param near what each tenth of cosine adds
 * @param clear what each tenth that the best node of another chain is behind adds
 */
record Nearness(double bias, double near, double clear) {

    /** More than this another chain can hardly be behind. */
    private static final double FARTHEST = 0.3;

    /**
     * @param best cosine of the nearest node
     * @param other of the nearest node of another chain, 0 where there is none
     * @return 0 to 1
     */
    double confidence(double best, double other) {
        double behind = Math.min(FARTHEST, Math.max(0, best - other));
        return 1 / (1 + Math.exp(-(bias + near * 10 * best + clear * 10 * behind)));
    }
}
