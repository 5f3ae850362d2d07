package org.talenthub.importing.web;

import org.jspecify.annotations.Nullable;

/**
 * A batch in one line, which renews itself while the batch is worked on.
 *
 * @param text how far it is, or what came of it
 * @param rowsTotal null while unknown
 */
public record BatchLine(
        String id,
        String href,
        String fileName,
        String status,
        String tone,
        boolean working,
        String text,
        int rowsRead,
        @Nullable Integer rowsTotal) {}
