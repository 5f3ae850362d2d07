package org.talenthub.matching.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.records.RecordSnapshot;

/**
 * What of a person is judged, and nothing besides: who it is, sex, ethnicity, school and the like never get here, so that they cannot count.
 *
 * @param levels code by ladder: education, degree, title level, skill level
 * @param birth year × 12 + month − 1
 * @param graduated the same
 * @param region GB/T 2260 code of where the person works, as the record itself says
 */
public record Person(
        long id,
        Map<Aspect, String> levels,
        @Nullable Integer birth,
        @Nullable Integer graduated,
        @Nullable String category,
        Set<String> industries,
        List<Phrase> expertise,
        List<Phrase> research,
        List<Phrase> post,
        List<Phrase> major,
        @Nullable String region,
        @Nullable String availability,
        @Nullable LocalDate confirmed) {

    public static Person of(RecordSnapshot r) {
        Fields f = r.fields();
        return new Person(
                r.id(),
                levels(f),
                f.text("birth").map(Person::month).orElse(null),
                f.text("graduated").map(Person::month).orElse(null),
                f.text("category").orElse(null),
                Set.copyOf(f.list("industries")),
                Phrase.of(f.list("expertise")),
                Phrase.of(f.list("research")),
                Phrase.of(f.list("post")),
                Phrase.of(f.list("major")),
                f.text("placeRegion").orElse(null),
                f.text("availability").orElse(null),
                r.confirmedOn() == null ? null : day(r.confirmedOn()));
    }

    static Map<Aspect, String> levels(Fields f) {
        Map<Aspect, String> levels = new TreeMap<>();
        Scales.LADDERS.keySet().forEach(a -> f.text(a.key()).ifPresent(code -> levels.put(a, code)));
        return levels;
    }

    /** Everything professional that a skill may stand in. */
    public Stream<Phrase> told() {
        return Stream.of(expertise, research, post).flatMap(List::stream);
    }

    /** The same person with another rung of a ladder. */
    public Person with(Aspect ladder, String code) {
        Map<Aspect, String> changed = new TreeMap<>(levels);
        changed.put(ladder, code);
        return new Person(
                id,
                changed,
                birth,
                graduated,
                category,
                industries,
                expertise,
                research,
                post,
                major,
                region,
                availability,
                confirmed);
    }

    /** The same person with one skill more. */
    public Person with(Phrase skill) {
        return new Person(
                id,
                levels,
                birth,
                graduated,
                category,
                industries,
                Stream.concat(expertise.stream(), Stream.of(skill)).toList(),
                research,
                post,
                major,
                region,
                availability,
                confirmed);
    }

    /** @param text 1985, 1985-03 or 1985-03-12 */
    private static int month(String text) {
        int month = text.length() >= 7 ? Integer.parseInt(text, 5, 7, 10) : 1;
        return Integer.parseInt(text, 0, 4, 10) * 12 + month - 1;
    }

    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10),
                text.length() >= 7 ? Integer.parseInt(text, 5, 7, 10) : 1,
                text.length() >= 10 ? Integer.parseInt(text, 8, 10, 10) : 1);
    }
}
