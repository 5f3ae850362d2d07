package org.talenthub.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upload page.
 *
 * @param problem why the file just sent was refused; null before
 * @param maxBytes largest file
 */
record UploadView(
        List<Crumb> crumbs,
        List<Choice> feeds,
        @Nullable String fileName,
        @Nullable String problem,
        long maxBytes,
        long maxMegabytes) {

    record Choice(String name, String title, String template, boolean selected) {}
}
