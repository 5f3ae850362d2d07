package org.talenthub.editions.urgency;

import java.util.List;

/**
 * How urgent a need is (急需紧缺指数): 0 to 1, to three places, and what it is made of.
 */
public record Urgency(double index, List<Part> parts) {

    /** What is looked at. */
    public record Situation(int gap, long supply, int years, double chain, double difficulty) {}

    /** Fewer people than this are not told apart, neither here nor where the index is shown. */
    public static final int FEW = 3;

    static Urgency of(Situation s, IndexRules rules) {
        int gap = Math.max(1, s.gap());
        // nobody can tell from a public figure whether it stands for none, one or two people
        long supply = s.supply() < FEW ? 1 : s.supply();
        double ratio = 1 - Math.min(1, supply / (gap * rules.enough()));
        double heads = Math.min(1, Math.log1p(s.gap()) / Math.log1p(rules.manyHeads()));
        double years = Math.clamp((s.years() - 1.0) / Math.max(1, rules.longYears() - 1), 0, 1);
        IndexRules.Weights w = rules.weights();
        double all = w.ratio() + w.gap() + w.years() + w.chain() + w.difficulty();
        List<Part> parts = List.of(
                part("ratio", ratio, w.ratio() / all),
                part("gap", heads, w.gap() / all),
                part("years", years, w.years() / all),
                part("chain", s.chain(), w.chain() / all),
                part("difficulty", s.difficulty(), w.difficulty() / all));
        return new Urgency(rounded(parts.stream().mapToDouble(Part::points).sum()), parts);
    }

    private static Part part(String name, double value, double weight) {
        return new Part(name, rounded(value), rounded(weight), rounded(value * weight));
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
