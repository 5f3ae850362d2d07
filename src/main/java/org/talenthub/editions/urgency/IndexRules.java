package org.talenthub.editions.urgency;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.editions.needs.Need.Asked;

/**
 * How the index is made.
 *
 * @param enough people for each head that is missing, from which supply adds nothing
 * @param manyHeads missing heads that count in full
 * @param longYears years in a row that count in full
 * @param chains weight of each chain, 0 to 1
 * @param otherChain of a need without one
 */
public record IndexRules(
        Weights weights,
        double enough,
        int manyHeads,
        int longYears,
        Map<String, Double> chains,
        double otherChain,
        Difficulty difficulty) {

    /** In any unit: only their proportions count. */
    public record Weights(double ratio, double gap, double years, double chain, double difficulty) {}

    /**
     * How hard somebody is to find, by what is asked for.
     *
     * @param weights of the highest of education, degree and skill level, of the title and of the pay
     * @param highPay ten thousand yuan a year that count in full
     * @param notSaid what pay counts that is not given
     */
    public record Difficulty(
            Shares weights,
            Map<String, Double> education,
            Map<String, Double> degree,
            Map<String, Double> titleLevel,
            Map<String, Double> skillLevel,
            double highPay,
            double notSaid) {

        public record Shares(double level, double title, double pay) {}

        public double of(Asked asked) {
            double level = Math.max(
                    Math.max(value(education, asked.education()), value(degree, asked.degree())),
                    value(skillLevel, asked.skillLevel()));
            double pay = asked.salaryMax() == null ? notSaid : Math.min(1, asked.salaryMax() / highPay);
            return (level * weights.level + value(titleLevel, asked.titleLevel()) * weights.title + pay * weights.pay)
                    / (weights.level + weights.title + weights.pay);
        }

        private static double value(Map<String, Double> values, @Nullable String code) {
            return code == null ? 0 : values.getOrDefault(code, 0.0);
        }
    }

    /** The weight of the heaviest of these chains. */
    public double chain(Collection<String> industries) {
        return industries.stream()
                .mapToDouble(i -> chains.getOrDefault(i, otherChain))
                .max()
                .orElse(otherChain);
    }

    public Urgency urgency(Urgency.Situation situation) {
        return Urgency.of(situation, this);
    }
}
