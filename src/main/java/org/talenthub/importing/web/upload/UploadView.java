package org.talenthub.importing.web.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.web.BatchLine;
import org.talenthub.importing.web.Crumb;

/**
 * The upload page.
 *
 * @param results what became of the files just sent, in their order; empty before
 * @param maxBytes largest file
 */
public record UploadView(
        List<Crumb> crumbs, List<Choice> feeds, List<Result> results, long maxBytes, long maxMegabytes) {

    record Choice(String name, String title, String template, boolean selected) {}

    /**
     * One file.
     *
     * @param status as the API would have answered
     * @param problem why it was refused, null when it was taken in
     * @param again the same file was here before
     * @param recognised it is another feed than it was said to be, and is read as that
     * @param line the batch it became
     */
    record Result(
            String fileName,
            int status,
            @Nullable String problem,
            boolean again,
            boolean recognised,
            @Nullable BatchLine line) {}
}
