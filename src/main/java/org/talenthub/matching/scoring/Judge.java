package org.talenthub.matching.scoring;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Part.Next;
import org.talenthub.matching.scoring.score.Reason;
import org.talenthub.matching.scoring.score.Reason.Coded;
import org.talenthub.matching.scoring.score.Verdict;

/** One aspect of a pair: what is found, and why. A side that says nothing is judged by nothing. */
final class Judge {

    private static final Set<String> WILLING = Set.of("LOOKING", "OPEN");
    private static final String FLEXIBLE_ONLY = "FLEXIBLE_ONLY";

    private final Weights weights;
    private final Scales scales;
    private final Skills skills;

    Judge(Weights weights, Scales scales) {
        this.weights = weights;
        this.scales = scales;
        this.skills = new Skills(weights, scales);
    }

    /** @param share of its weight that the part gives, 0 to 1 */
    record Finding(
            Verdict verdict,
            double share,
            Reason reason,
            @Nullable Next next) {

        static Finding met(Reason reason) {
            return new Finding(Verdict.MET, 1, reason, null);
        }

        static Finding near(double share, Reason reason, @Nullable Next next) {
            return new Finding(Verdict.NEAR, share, reason, next);
        }

        static Finding unmet(Reason reason, @Nullable Next next) {
            return new Finding(Verdict.UNMET, 0, reason, next);
        }

        static Finding unknown(Reason reason, Next next) {
            return new Finding(Verdict.UNKNOWN, 0, reason, next);
        }
    }

    Finding of(Aspect aspect, Need need, Person person, LocalDate today, Kinship kinship) {
        return switch (aspect) {
            case EDUCATION, DEGREE, TITLE_LEVEL, SKILL_LEVEL -> level(aspect, need, person);
            case AGE -> age(need, person, today);
            case EXPERIENCE -> experience(need, person, today);
            case CATEGORY -> category(need, person);
            case SKILLS -> skills.skills(need, person, kinship);
            case MAJOR -> skills.major(need, person, kinship);
            case INDUSTRY -> industry(need, person);
            case NODE -> node(need, person);
            case PLACE -> place(need, person);
            case WILLINGNESS -> willingness(need, person);
            case FRESHNESS -> freshness(person, today);
        };
    }

    double nearness(Need need, Person person, Kinship kinship) {
        return skills.nearness(need, person, kinship);
    }

    static Finding silent(Aspect aspect) {
        return Finding.unknown(Reason.plain("match.unknown." + aspect.key()), Next.ASK);
    }

    private Finding level(Aspect aspect, Need need, Person person) {
        String asked = need.levels().get(aspect);
        String has = person.levels().get(aspect);
        if (asked == null || has == null) {
            return silent(aspect);
        }
        OptionalInt below = scales.below(aspect, asked, has);
        if (below.isEmpty()) {
            return Finding.unknown(Reason.plain("match.incomparable"), Next.CORRECT);
        }
        String ladder = Scales.LADDERS.getOrDefault(aspect, "");
        Coded is = new Coded(ladder, has);
        Coded want = new Coded(ladder, asked);
        int missing = below.getAsInt();
        if (missing <= 0) {
            return Finding.met(Reason.quoting("match.level.met", is, want));
        }
        Reason reason = Reason.quoting("match.level.below", is, want, missing);
        return missing <= weights.near(aspect)
                ? Finding.near(0.5, reason, Next.RELAX)
                : Finding.unmet(reason, Next.RELAX);
    }

    private Finding age(Need need, Person person, LocalDate today) {
        if (need.ageMax() == null || person.birth() == null) {
            return silent(Aspect.AGE);
        }
        int age = years(person.birth(), today);
        int over = age - need.ageMax();
        if (age < 0) {
            return Finding.unknown(Reason.plain("match.incomparable"), Next.CORRECT);
        }
        if (over <= 0) {
            return Finding.met(Reason.quoting("match.age.met", age, need.ageMax()));
        }
        Reason reason = Reason.quoting("match.age.over", age, need.ageMax(), over);
        return over <= weights.near(Aspect.AGE)
                ? Finding.near(0.5, reason, Next.RELAX)
                : Finding.unmet(reason, Next.RELAX);
    }

    private Finding experience(Need need, Person person, LocalDate today) {
        if (need.experience() == null || person.graduated() == null) {
            return silent(Aspect.EXPERIENCE);
        }
        int years = Math.max(0, years(person.graduated(), today));
        int missing = need.experience() - years;
        if (missing <= 0) {
            return Finding.met(Reason.quoting("match.experience.met", years, need.experience()));
        }
        Reason reason = Reason.quoting("match.experience.below", years, need.experience(), missing);
        return missing <= weights.near(Aspect.EXPERIENCE)
                ? Finding.near(0.5, reason, Next.RELAX)
                : Finding.unmet(reason, Next.RELAX);
    }

    private static int years(int month, LocalDate today) {
        return Math.floorDiv(today.getYear() * 12 + today.getMonthValue() - 1 - month, 12);
    }

    private static Finding category(Need need, Person person) {
        if (need.category() == null || person.category() == null) {
            return silent(Aspect.CATEGORY);
        }
        Coded is = new Coded("talent-category", person.category());
        Coded want = new Coded("talent-category", need.category());
        return person.category().equals(need.category())
                ? Finding.met(Reason.quoting("match.category.met", is))
                : Finding.unmet(Reason.quoting("match.category.other", is, want), Next.RELAX);
    }

    private static Finding industry(Need need, Person person) {
        if (need.industries().isEmpty() || person.industries().isEmpty()) {
            return silent(Aspect.INDUSTRY);
        }
        return need.industries().stream()
                .filter(person.industries()::contains)
                .sorted()
                .findFirst()
                .map(shared -> Finding.met(Reason.plain("match.industry.met", new Coded("industry", shared))))
                .orElseGet(() -> Finding.unmet(Reason.plain("match.industry.other"), null));
    }

    /** Nodes are told apart finely: another one of the same chain is not far. */
    private static Finding node(Need need, Person person) {
        if (need.nodes().isEmpty() || person.nodes().isEmpty()) {
            return silent(Aspect.NODE);
        }
        return need.nodes().stream()
                .filter(person.nodes()::contains)
                .sorted()
                .findFirst()
                .map(shared -> Finding.met(Reason.plain("match.node.met", new Coded("industry", shared))))
                .orElseGet(() -> need.nodes().stream()
                                .anyMatch(n -> person.nodes().stream().anyMatch(p -> chain(p).equals(chain(n))))
                        ? Finding.near(0.3, Reason.plain("match.node.near"), null)
                        : Finding.unmet(Reason.plain("match.node.other"), null));
    }

    /** A node's code begins with its chain's. */
    private static String chain(String node) {
        int end = node.indexOf('_');
        return end < 0 ? node : node.substring(0, end);
    }

    /** The same prefecture, the same province. */
    private static Finding place(Need need, Person person) {
        if (need.region() == null || person.region() == null) {
            return silent(Aspect.PLACE);
        }
        Coded is = new Coded("region", person.region());
        Coded want = new Coded("region", need.region());
        if (prefecture(need.region()).equals(prefecture(person.region()))) {
            return Finding.met(Reason.quoting("match.place.met", is));
        }
        return need.region().regionMatches(0, person.region(), 0, 2)
                ? Finding.near(0.5, Reason.quoting("match.place.province", is, want), null)
                : Finding.unmet(Reason.quoting("match.place.other", is, want), null);
    }

    /** Units under the province's own rule (429004) have no prefecture above them. */
    private static String prefecture(String code) {
        return code.length() == 6 && !code.startsWith("90", 2) ? code.substring(0, 4) : code;
    }

    private static Finding willingness(Need need, Person person) {
        String says = person.availability();
        if (says == null) {
            return silent(Aspect.WILLINGNESS);
        }
        Coded is = new Coded("availability", says);
        boolean whole = need.mode().equals(Need.USUAL_MODE);
        if (WILLING.contains(says) || (says.equals(FLEXIBLE_ONLY) && !whole)) {
            return Finding.met(Reason.quoting("match.willing.met", is));
        }
        return says.equals(FLEXIBLE_ONLY)
                ? Finding.near(0.3, Reason.quoting("match.willing.flexible", is), Next.RELAX)
                : Finding.unmet(Reason.quoting("match.willing.not", is), Next.ASK);
    }

    private Finding freshness(Person person, LocalDate today) {
        LocalDate confirmed = person.confirmed();
        if (confirmed == null) {
            return silent(Aspect.FRESHNESS);
        }
        long days = Math.max(0, today.toEpochDay() - confirmed.toEpochDay());
        Reason reason = Reason.quoting("match.fresh", confirmed.toString());
        return days <= weights.freshMet()
                ? Finding.met(reason)
                : days <= weights.freshNear()
                        ? Finding.near(0.5, reason, Next.ASK)
                        : Finding.unmet(Reason.quoting("match.fresh.old", confirmed.toString()), Next.ASK);
    }
}
