package org.talenthub.records;

/**
 * What one viewer may see of one record type.
 *
 * @param extent the records seen as {@code inside}
 * @param outside how the others are seen; NONE hides them
 */
public record Scope(Extent extent, Visibility inside, Visibility outside) {

    public static Scope all(Visibility v) {
        return new Scope(new Extent.Everything(), v, Visibility.NONE);
    }

    public static Scope none() {
        return new Scope(new Extent.Nothing(), Visibility.NONE, Visibility.NONE);
    }

    public Visibility of(RecordSnapshot r) {
        return !r.live() ? Visibility.NONE : extent.contains(r) ? inside : outside;
    }

    /** Nothing of this type exists for the viewer. */
    public boolean empty() {
        return outside == Visibility.NONE && (inside == Visibility.NONE || extent instanceof Extent.Nothing);
    }
}
