package org.talenthub.pictures;

import java.time.Instant;

/**
 * A photograph as it is kept.
 *
 * @param caption what is to be seen on it; told to who does not see it
 * @param size bytes, of what is left of the file
 */
public record Picture(
        String id,
        String name,
        String caption,
        PictureKind kind,
        int width,
        int height,
        long size,
        String sha256,
        String by,
        Instant at) {}
