package org.talenthub.portal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the result list. Fields ending in HTML are escaped but for {@code <mark>}.
 *
 * @param label the name as plain text
 * @param preview address of the fragment for the pane beside the list
 * @param name HTML
 * @param urgent what must be acted on, null for most
 * @param when how fresh it is
 * @param text HTML, clipped to two lines
 * @param skills HTML
 * @param why HTML, in small grey words: why it matched
 */
public record HitView(
        String id,
        String label,
        String href,
        String preview,
        String name,
        List<String> tags,
        @Nullable String urgent,
        @Nullable String when,
        List<List<Piece>> lines,
        @Nullable String text,
        List<String> skills,
        @Nullable String why) {

    /** A part of a line. */
    record Piece(String html, @Nullable String href) {}
}
