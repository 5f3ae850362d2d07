package org.talenthub.matching.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talenthub.matching.scoring.Judge.Finding;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Part;
import org.talenthub.matching.scoring.score.Part.Next;
import org.talenthub.matching.scoring.score.Reason;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.matching.scoring.score.Verdict;

/** The one scorer: the same pair has the same score whoever asks and from whichever side. Nothing in it depends on anything but its arguments. */
public final class Scorer {

    private final Weights weights;
    private final Judge judge;

    public Scorer(Weights weights, Scales scales) {
        this.weights = weights;
        this.judge = new Judge(weights, scales);
    }

    public Weights weights() {
        return weights;
    }

    public Score score(Need need, Person person, LocalDate today, Kinship kinship) {
        Set<Aspect> asked = need.asked();
        Map<Aspect, Double> of = weights.of(need.mode());
        double all = asked.stream().mapToDouble(a -> of.getOrDefault(a, 0.0)).sum();
        List<Part> parts = new ArrayList<>();
        double sum = 0;
        double known = 0;
        double weighed = 0;
        for (Aspect aspect : asked) {
            double weight = all == 0 ? 0 : of.getOrDefault(aspect, 0.0) * 100 / all;
            Finding f = judge.of(aspect, need, person, today, kinship);
            // rounded along the sum, so that the parts always add up to it
            double points = tenths(tenths(sum + weight * f.share()) - tenths(sum));
            sum += weight * f.share();
            weighed += weight;
            known += f.verdict() == Verdict.UNKNOWN ? 0 : weight;
            parts.add(new Part(
                    aspect.key(),
                    aspect,
                    weights.strength(need, aspect),
                    tenths(weight),
                    points,
                    f.verdict(),
                    f.reason(),
                    f.next()));
        }
        Optional<Part> cap = cap(need, person, parts, tenths(sum));
        double value = Math.min(100, tenths(tenths(sum) + cap.map(Part::points).orElse(0.0)));
        cap.ifPresent(parts::add);
        return new Score(
                value,
                weighed == 0 ? 0 : Math.round(known / weighed * 100) / 100.0,
                weights.band(value),
                weights.broad(need),
                weights.version(),
                parts);
    }

    /** Orders pairs of one score; no part of it. In thousandths. */
    public double nearness(Need need, Person person, Kinship kinship) {
        return Math.round(judge.nearness(need, person, kinship) * 1000) / 1000.0;
    }

    private Optional<Part> cap(Need need, Person person, List<Part> parts, double sum) {
        Optional<Phrase> excluded = need.excluded().stream()
                .filter(w -> person.told().anyMatch(t -> t.holds(w.key())))
                .findFirst();
        boolean unmet = parts.stream().anyMatch(p -> p.hard() && p.verdict() == Verdict.UNMET);
        if (unmet || excluded.isPresent()) {
            Reason reason = excluded.isPresent()
                    ? Reason.quoting("match.cap.excluded", excluded.get().text(), weights.capUnmet())
                    : Reason.plain("match.cap.unmet", weights.capUnmet());
            return cap(sum, weights.capUnmet(), Verdict.UNMET, reason);
        }
        boolean near = parts.stream().anyMatch(p -> p.hard() && p.verdict() == Verdict.NEAR);
        double least = near ? weights.capNear() : 100;
        if (weights.broad(need) && weights.capBroad() <= least) {
            return cap(sum, weights.capBroad(), Verdict.UNKNOWN, Reason.plain("match.cap.broad", weights.capBroad()));
        }
        return near
                ? cap(sum, weights.capNear(), Verdict.NEAR, Reason.plain("match.cap.near", weights.capNear()))
                : Optional.empty();
    }

    private static Optional<Part> cap(double sum, double most, Verdict verdict, Reason reason) {
        return sum <= most
                ? Optional.empty()
                : Optional.of(
                        new Part(Part.CAP, null, Strength.MUST, 0, tenths(most - sum), verdict, reason, Next.RELAX));
    }

    private static double tenths(double x) {
        return Math.round(x * 10) / 10.0;
    }
}
