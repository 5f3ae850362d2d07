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

    private final Weights weights;
    private final Words words;

    Skills(Weights weights) {
        this.weights = weights;
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

    private Evidence evidence(Phrase skill, Person person, Kinship kinship) {
        Evidence best = new Evidence(skill, null, 0);
        for (Phrase has : person.expertise()) {
            best = better(best, has, alike(skill, has, kinship));
        }
        for (Phrase has : person.research()) {
            best = better(best, has, ELSEWHERE * Math.max(words.spokenOf(skill, has), alike(skill, has, kinship)));
        }
        for (Phrase has : person.post()) {
            best = better(best, has, ELSEWHERE * Math.max(words.spokenOf(skill, has), alike(skill, has, kinship)));
        }
        return best;
    }

    private static Evidence better(Evidence best, Phrase has, double alike) {
        return alike > best.alike ? new Evidence(best.asked, has, alike) : best;
    }

    private double alike(Phrase a, Phrase b, Kinship kinship) {
        double literally = words.alike(a, b);
        return literally >= BY_MEANING ? literally : Math.max(literally, BY_MEANING * kinship.of(a.text(), b.text()));
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
        double alike = need.majors().stream()
                .mapToDouble(m -> alike(m, has, kinship))
                .max()
                .orElse(0);
        List<String> wanted =
                need.majors().stream().map(Phrase::text).limit(BEST).toList();
        return alike >= weights.skillsNear()
                ? Finding.near(Math.min(0.8, alike), Reason.quoting("match.major.like", has.text(), wanted), null)
                : Finding.unmet(Reason.quoting("match.major.other", has.text(), wanted), Next.RELAX);
    }
}
