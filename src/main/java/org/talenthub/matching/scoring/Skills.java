package org.talenthub.matching.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.matching.scoring.Judge.Finding;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Part.Next;
import org.talenthub.matching.scoring.score.Reason;
import org.talenthub.matching.scoring.score.Verdict;

/**
 * What somebody can do, by words, by what else the words mean, and by what they mean together. The best three of a demand's skills decide,
 * the others add a little: who wrote six does not ask for all of them, and one more or less must not make 30 of 79.
 */
final class Skills {

    private static final int BEST = 3;
    private static final double OF_BEST = 0.75;

    /** What somebody does research on, or is called, is a weaker sign than what the sheet asks for as his skills. */
    private static final double ELSEWHERE = 0.85;

    /** A nearness by meaning is never as sure as the words. */
    private static final double BY_MEANING = 0.8;

    /** What shared characters are worth beside a cosine, as in the search by meaning. */
    private static final double SHARED = 0.45;

    /** What is left of some words in common where the meaning is another, and how near it has to be for all of it. */
    private static final double LEAST = 0.3;

    private static final double NEAR_ENOUGH = 0.5;

    /** Majors of one discipline: much of what was learnt is the same. */
    private static final double RELATED = 0.7;

    private final Weights weights;
    private final Scales scales;
    private final Words words;

    Skills(Weights weights, Scales scales) {
        this.weights = weights;
        this.scales = scales;
        this.words = new Words(weights.general());
    }

    /** Where one skill of the demand is found. */
    private record Evidence(Phrase asked, @Nullable Phrase found, double alike) {}

    Finding skills(Need need, Person person, Kinship kinship) {
        if (need.skills().isEmpty() || person.told().findAny().isEmpty()) {
            return Judge.silent(Aspect.SKILLS);
        }
        List<Evidence> found = new ArrayList<>();
        need.skills().forEach(skill -> found.add(evidence(skill, person, kinship)));
        found.sort(Comparator.comparingDouble(Evidence::alike).reversed());
        double best = found.stream()
                .limit(BEST)
                .mapToDouble(Evidence::alike)
                .average()
                .orElse(0);
        double all = found.stream().mapToDouble(Evidence::alike).average().orElse(0);
        double share = OF_BEST * best + (1 - OF_BEST) * all;
        List<String> there = found.stream()
                .limit(BEST)
                .filter(e -> e.alike >= weights.skillsNear())
                .map(Skills::shown)
                .toList();
        List<String> missing = found.stream()
                .filter(e -> e.alike < weights.skillsNear())
                .map(e -> e.asked.text())
                .limit(BEST)
                .toList();
        if (there.isEmpty()) {
            // who has not said everything may well have it
            boolean silent = person.expertise().isEmpty()
                    || person.research().isEmpty()
                    || person.post().isEmpty();
            return silent
                    ? Finding.unknown(Reason.plain("match.skills.unsaid", missing), Next.ASK)
                    : Finding.unmet(Reason.plain("match.skills.none", missing), Next.RELAX);
        }
        if (share >= weights.skillsMet()) {
            return new Finding(Verdict.MET, share, Reason.quoting("match.skills.met", there), null);
        }
        return Finding.near(
                share,
                missing.isEmpty()
                        ? Reason.quoting("match.skills.like", there)
                        : Reason.quoting("match.skills.some", there, missing),
                Next.ASK);
    }

    /**
     * How near a person is to the best three of the skills that are asked for, by meaning and by the very characters, told apart so finely that
     * it orders those whom the score holds for equal. It is no part of the score: rounding and thresholds keep that from depending on trifles.
     */
    double nearness(Need need, Person person, Kinship kinship) {
        List<Phrase> told = person.told().toList();
        double[] nearest = need.skills().stream()
                .mapToDouble(s -> told.stream()
                        .mapToDouble(t -> kinship.finely(s.text(), t.text()) + SHARED * Words.shared(s, t))
                        .max()
                        .orElse(0))
                .sorted()
                .toArray();
        double sum = 0;
        int best = Math.min(BEST, nearest.length);
        for (int i = nearest.length - best; i < nearest.length; i++) {
            sum += nearest[i];
        }
        return best == 0 ? 0 : sum / best;
    }

    private Evidence evidence(Phrase skill, Person person, Kinship kinship) {
        Evidence best = new Evidence(skill, null, 0);
        for (Phrase has : person.expertise()) {
            best = better(best, has, alike(skill, has, kinship));
        }
        for (Phrase has : person.research()) {
            best = better(best, has, ELSEWHERE * Math.max(spoken(skill, has, kinship), alike(skill, has, kinship)));
        }
        for (Phrase has : person.post()) {
            best = better(best, has, ELSEWHERE * Math.max(spoken(skill, has, kinship), alike(skill, has, kinship)));
        }
        return best;
    }

    private static Evidence better(Evidence best, Phrase has, double alike) {
        return alike > best.alike ? new Evidence(best.asked, has, alike) : best;
    }

    private double alike(Phrase a, Phrase b, Kinship kinship) {
        double literally = tempered(kinship.literally(words.alike(a, b)), a, b, kinship);
        return literally >= BY_MEANING ? literally : Math.max(literally, BY_MEANING * kinship.of(a.text(), b.text()));
    }

    private double spoken(Phrase skill, Phrase prose, Kinship kinship) {
        return tempered(kinship.literally(words.spokenOf(skill, prose)), skill, prose, kinship);
    }

    /** Some words in common say little where the whole is known to mean something else: 销售经理 is no 项目经理. */
    private static double tempered(double literally, Phrase a, Phrase b, Kinship kinship) {
        return literally >= Words.HELD || literally == 0 || !kinship.knows(a.text(), b.text())
                ? literally
                : literally * (LEAST + (1 - LEAST) * Math.min(1, kinship.of(a.text(), b.text()) / NEAR_ENOUGH));
    }

    private static String shown(Evidence e) {
        Phrase found = e.found;
        return found == null || found.key().equals(e.asked.key()) ? e.asked.text() : found.text();
    }

    Finding major(Need need, Person person, Kinship kinship) {
        if (need.majors().isEmpty() || person.major().isEmpty()) {
            return Judge.silent(Aspect.MAJOR);
        }
        Phrase has = person.major().getFirst();
        Optional<Phrase> same = need.majors().stream()
                .filter(m -> m.key().equals(has.key()) || has.holds(m.key()) || m.holds(has.key()))
                .findFirst();
        if (same.isPresent()) {
            return Finding.met(Reason.quoting("match.major.met", has.text()));
        }
        Optional<Phrase> discipline = need.majors().stream()
                .filter(m -> scales.partOf(has.text(), m.text()))
                .findFirst();
        if (discipline.isPresent()) {
            return Finding.met(Reason.quoting(
                    "match.major.part", has.text(), discipline.get().text()));
        }
        double alike = need.majors().stream()
                .mapToDouble(m -> Math.max(scales.related(has.text(), m.text()) ? RELATED : 0, alike(m, has, kinship)))
                .max()
                .orElse(0);
        List<String> wanted =
                need.majors().stream().map(Phrase::text).limit(BEST).toList();
        return alike >= weights.skillsNear()
                ? Finding.near(Math.min(0.8, alike), Reason.quoting("match.major.like", has.text(), wanted), null)
                : Finding.unmet(Reason.quoting("match.major.other", has.text(), wanted), Next.RELAX);
    }
}
