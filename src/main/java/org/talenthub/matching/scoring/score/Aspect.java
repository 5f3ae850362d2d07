package org.talenthub.matching.scoring.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.talenthub.common.Fields;

/** What a demand and a person are compared by: each a part of the score, and no other thing ever is. */
public enum Aspect {
    EDUCATION("education", true, List.of("education"), List.of("education")),
    DEGREE("degree", true, List.of("degree"), List.of("degree")),
    TITLE_LEVEL("titleLevel", true, List.of("titleLevel"), List.of("titleLevel")),
    SKILL_LEVEL("skillLevel", true, List.of("skillLevel"), List.of("skillLevel")),
    AGE("age", true, List.of("ageMax"), List.of("birth")),
    EXPERIENCE("experience", true, List.of("experienceYears"), List.of("graduated")),
    CATEGORY("category", true, List.of("category"), List.of("category")),
    SKILLS("skills", true, List.of("skills"), List.of("expertise", "research", "post")),
    MAJOR("major", true, List.of("majors"), List.of("major")),
    INDUSTRY("industry", false, List.of("industries"), List.of("industries")),
    /** A node of the chain, where the words of both put them; what it stands on is those words. */
    NODE("node", false, List.of("skills", "post"), List.of("expertise", "research")),
    PLACE("place", false, List.of("place"), List.of("place")),
    WILLINGNESS("willingness", false, List.of("mode"), List.of("availability")),
    FRESHNESS("freshness", false, List.of(), List.of("confirmedOn"));

    private final String key;
    private final boolean condition;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> demandFields;

    @SuppressWarnings("ImmutableEnumChecker") // the same
    private final List<String> talentFields;

    Aspect(String key, boolean condition, List<String> demandFields, List<String> talentFields) {
        this.key = key;
        this.condition = condition;
        this.demandFields = demandFields;
        this.talentFields = talentFields;
    }

    /** As the API and the weights name it. */
    public String key() {
        return key;
    }

    /** Whether a demand that says it has one more condition that can be checked; where, when and which chain are no such thing. */
    public boolean condition() {
        return condition;
    }

    public List<String> demandFields() {
        return demandFields;
    }

    public List<String> talentFields() {
        return talentFields;
    }

    /** A demand with these values says something about it. */
    public boolean said(Fields demand) {
        return demandFields.stream()
                .anyMatch(f -> demand.number(f).map(n -> n > 0).orElse(demand.has(f)));
    }

    /** How many conditions of a demand with these values can be checked. */
    public static long conditions(Fields demand) {
        return Arrays.stream(values())
                .filter(a -> a.condition && a.said(demand))
                .count();
    }

    /** What a demand that asks for too little could say besides, at most three; a bound of age is nothing to be asked for. */
    public static List<Aspect> worthAsking(Predicate<Aspect> said) {
        return Stream.of(EDUCATION, MAJOR, EXPERIENCE, DEGREE, TITLE_LEVEL, SKILL_LEVEL, CATEGORY)
                .filter(said.negate())
                .limit(3)
                .toList();
    }

    public static Optional<Aspect> of(String key) {
        return Arrays.stream(values()).filter(a -> a.key.equals(key)).findFirst();
    }
}
