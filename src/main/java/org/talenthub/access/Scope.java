package org.talenthub.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one viewer may see of one record type. A record in several grades is seen as the best of them says; one in none does not exist for
 * the viewer.
 */
public record Scope(List<Grade> grades) {

    public static final Scope NONE = new Scope(List.of());

    /** Records, and how they are seen. */
    public record Grade(Extent extent, Visibility visibility) {}

    public Scope {
        grades = List.copyOf(grades);
    }

    public Visibility of(Facts thing) {
        Visibility best = Visibility.NONE;
        for (Grade g : grades) {
            if (g.visibility.compareTo(best) > 0 && thing.live() && g.extent.contains(thing)) {
                best = g.visibility;
            }
        }
        return best;
    }

    /** Records of this type are none of the viewer's business. */
    public boolean none() {
        return grades.isEmpty();
    }

    /** How the records are seen that are seen best. */
    public Visibility best() {
        return grades.stream().map(Grade::visibility).max(Visibility::compareTo).orElse(Visibility.NONE);
    }

    /** The records that are seen in a way that fulfils the condition; a better way is to fulfil it too. */
    public Extent where(Predicate<Visibility> seen) {
        return Extent.any(grades.stream()
                .filter(g -> seen.test(g.visibility))
                .map(Grade::extent)
                .toList());
    }

    /** The organisation, if it is only its own reports that the viewer sees in full. */
    public Optional<String> own() {
        return where(v -> v == Visibility.FULL) instanceof Extent.ReportedBy by
                ? Optional.of(by.reporter())
                : Optional.empty();
    }

    /** Every record of the type is seen in some way. */
    public boolean whole() {
        return where(v -> v != Visibility.NONE) instanceof Extent.Everything;
    }
}
