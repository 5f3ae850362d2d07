package org.talenthub.matching.scoring;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.records.RecordSnapshot;

/**
 * What of a demand is judged.
 *
 * @param levels code by ladder, the lowest that will do
 * @param nodes of the chains, where its words put it
 * @param mode code of the recruitment mode, FULL_TIME where none is given
 * @param strengths what the owner changed; the others are as the mode has them
 * @param excluded whoever's record holds one of these words is not meant
 */
public record Need(
        long id,
        Map<Aspect, String> levels,
        @Nullable Integer ageMax,
        @Nullable Integer experience,
        @Nullable String category,
        Set<String> industries,
        Set<String> nodes,
        List<Phrase> skills,
        List<Phrase> majors,
        @Nullable String region,
        String mode,
        Map<Aspect, Strength> strengths,
        List<Phrase> excluded) {

    public static final String USUAL_MODE = "FULL_TIME";

    /** What an owner says of a demand's conditions besides the demand. */
    public record Wishes(Map<Aspect, Strength> strengths, List<String> excluded) {

        public static final Wishes NONE = new Wishes(Map.of(), List.of());
    }

    /** A demand that stands on no node. */
    static Need of(RecordSnapshot r, Wishes wishes) {
        return of(r, wishes, List.of());
    }

    /** @param nodes of the chains, where the demand was placed */
    public static Need of(RecordSnapshot r, Wishes wishes, Collection<String> nodes) {
        Fields f = r.fields();
        return new Need(
                r.id(),
                Person.levels(f),
                f.number("ageMax").filter(n -> n > 0).orElse(null),
                f.number("experienceYears").filter(n -> n > 0).orElse(null),
                f.text("category").orElse(null),
                Set.copyOf(f.list("industries")),
                Set.copyOf(nodes),
                Phrase.of(f.list("skills")),
                Phrase.of(f.list("majors")),
                f.text("placeRegion").orElse(null),
                f.text("mode").orElse(USUAL_MODE),
                Map.copyOf(wishes.strengths()),
                Phrase.of(wishes.excluded()));
    }

    /** The same, recruited in another way. */
    public Need inMode(String other) {
        return new Need(
                id,
                levels,
                ageMax,
                experience,
                category,
                industries,
                nodes,
                skills,
                majors,
                region,
                other,
                strengths,
                excluded);
    }

    /** What the demand says something about. */
    public Set<Aspect> asked() {
        Set<Aspect> asked = EnumSet.of(Aspect.WILLINGNESS, Aspect.FRESHNESS);
        asked.addAll(levels.keySet());
        Arrays.stream(Aspect.values()).filter(this::says).forEach(asked::add);
        return asked;
    }

    private boolean says(Aspect aspect) {
        return switch (aspect) {
            case AGE -> ageMax != null;
            case EXPERIENCE -> experience != null;
            case CATEGORY -> category != null;
            case SKILLS -> !skills.isEmpty();
            case MAJOR -> !majors.isEmpty();
            case INDUSTRY -> !industries.isEmpty();
            case NODE -> !nodes.isEmpty();
            case PLACE -> region != null;
            case EDUCATION, DEGREE, TITLE_LEVEL, SKILL_LEVEL, WILLINGNESS, FRESHNESS -> false;
        };
    }

    /** How many conditions can be checked. */
    public int conditions() {
        return (int) asked().stream().filter(Aspect::condition).count();
    }
}
