package org.talenthub.search.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talenthub.search.Kind;

/**
 * A field that typed words are looked for in.
 *
 * @param field in the index
 * @param column the feed's column that it comes from and whose privacy class it has; null for the words of codes, which whoever may
 *     search the kind may see
 * @param shownAs the field of the item that a highlight belongs to; null when it is not shown as it stands
 * @param boost how much a match counts: names before skills before prose
 */
public record TextField(
        String field, @Nullable String column, @Nullable String shownAs, float boost) {

    private static TextField of(String field, float boost) {
        return new TextField(field, field, field, boost);
    }

    /** Texts with the name of a person who is shown to some without it. */
    private static TextField named(String column) {
        return new TextField("named", column, null, 4);
    }

    /** A field, and where its text stands when a name is in it. */
    static List<TextField> withNamed(Kind kind, TextField field) {
        return of(kind).stream()
                .filter(f ->
                        f.equals(field) || (f.field().equals("named") && !Objects.equals(field.column(), f.column())))
                .toList();
    }

    /** The words of the record's codes. */
    static final TextField LABELS = new TextField("labels", null, null, 1);

    private static final List<TextField> TALENT = List.of(
            of("name", 10),
            of("expertise", 6),
            of("post", 4),
            new TextField("enterpriseName", "employerName", "employer", 4),
            of("research", 3),
            of("title", 3),
            of("major", 2),
            of("honours", 2),
            of("team", 2),
            of("school", 2),
            of("achievements", 1),
            of("place", 1),
            named("name"),
            LABELS);
    private static final List<TextField> DEMAND = List.of(
            new TextField("name", "post", "post", 10),
            of("challengeName", 6),
            of("skills", 6),
            new TextField("enterpriseName", "enterpriseName", "enterprise", 4),
            of("majors", 3),
            of("duties", 2),
            of("content", 2),
            of("targets", 2),
            of("benefits", 1),
            of("place", 1),
            named("contact"),
            LABELS);
    private static final List<TextField> ENTERPRISE = List.of(
            of("name", 10),
            of("products", 5),
            new TextField("area", "baseName", "base", 2),
            of("economicActivity", 2),
            of("profile", 1),
            LABELS);
    private static final List<TextField> CARRIER = List.of(
            of("name", 10),
            new TextField("enterpriseName", "hostName", "host", 4),
            of("profile", 1),
            of("address", 1),
            LABELS);
    private static final List<TextField> PLATFORM =
            List.of(of("name", 10), of("research", 4), new TextField("enterpriseName", "hostName", "host", 4), LABELS);

    /** The field that says in words where something is; null when the kind has none. */
    static @Nullable String placeOf(Kind kind) {
        return switch (kind) {
            case TALENT, DEMAND -> "place";
            case BASE, STATION -> "address";
            case ENTERPRISE -> "profile";
            case PLATFORM -> null;
        };
    }

    public static List<TextField> of(Kind kind) {
        return switch (kind) {
            case TALENT -> TALENT;
            case DEMAND -> DEMAND;
            case ENTERPRISE -> ENTERPRISE;
            case BASE, STATION -> CARRIER;
            case PLATFORM -> PLATFORM;
        };
    }
}
