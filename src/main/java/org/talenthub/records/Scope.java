package org.talenthub.records;

/**
 * What one viewer may see of one record type.
 *
 * @param extent the records seen as {@code inside}
 * @param outside how the others are seen; NONE hides them
 */
public record Scope(Extent extent, Visibility inside, Visibility outside) {}
