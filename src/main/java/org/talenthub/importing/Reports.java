package org.talenthub.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.sheet.csv.WrittenRows;
import org.talenthub.records.Reporter;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/**
 * The door for reports without a file: what a department decided elsewhere in the hub becomes rows of its own, on the same way as every
 * other report, so that provenance, look-out for doubles and taking back hold for them too.
 */
@Component
public class Reports {

    private final Uploads uploads;
    private final Feeds feeds;
    private final Workspace workspace;

    Reports(Uploads uploads, Feeds feeds, Workspace workspace) {
        this.uploads = uploads;
        this.feeds = feeds;
        this.workspace = workspace;
    }

    /**
     * Submits rows as the department of the viewer and commits them.
     *
     * @param title what the batch is called, as a file would be: 批复 鄂人才〔2026〕1 号
     * @param rows field of the feed to its text, each row with the same fields
     * @return the batch's id; the same rows are the same batch as long as it stands
     * @throws Problem 403 when the viewer is no department
     */
    public long submit(String feedName, String title, List<Map<String, String>> rows, Viewer viewer) {
        return submit(feedName, title, null, rows, viewer);
    }

    /**
     * The same for what is said again and again, as the states of a carrier are.
     *
     * @param heading stands above the titles, and makes equal rows of another day another batch
     */
    public long submit(
            String feedName, String title, @Nullable String heading, List<Map<String, String>> rows, Viewer viewer) {
        if (!Reporter.isDepartment(Organisation.of(viewer))) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.submit"));
        }
        Feed feed = feeds.get(feedName);
        List<String> fields = List.copyOf(rows.getFirst().keySet());
        List<List<String>> lines = new ArrayList<>();
        if (heading != null) {
            lines.add(List.of(heading));
        }
        lines.add(fields.stream()
                .map(f -> feed.column(f).map(Column::title).orElseThrow(() -> new IllegalArgumentException(f)))
                .toList());
        rows.forEach(
                r -> lines.add(fields.stream().map(f -> r.getOrDefault(f, "")).toList()));
        try {
            Path file = workspace.file();
            try {
                WrittenRows.write(file, lines);
                return uploads.submitAs(
                        feed, title + ".csv", file, Reporter.department(viewer.region(), viewer.displayName()), viewer);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
