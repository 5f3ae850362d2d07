package org.talenthub.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.correction.Families;
import org.talenthub.importing.correction.Marks;
import org.talenthub.importing.reading.Readings;
import org.talenthub.importing.sheet.correction.Corrections;
import org.talenthub.importing.sheet.header.CorrectionWords;
import org.talenthub.records.rows.RowIssues;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/** The uploader's own workbook, back with only the rows that need work. */
@Component
public class CorrectionBooks {

    private final BatchDoors doors;
    private final RowIssues rows;
    private final Families families;
    private final ImportFiles files;
    private final Readings readings;
    private final Marks marks;
    private final Corrections corrections;
    private final Feeds feeds;

    CorrectionBooks(
            BatchDoors doors,
            RowIssues rows,
            Families families,
            ImportFiles files,
            Readings readings,
            Marks marks,
            Corrections corrections,
            Feeds feeds) {
        this.doors = doors;
        this.rows = rows;
        this.families = families;
        this.files = files;
        this.readings = readings;
        this.marks = marks;
        this.corrections = corrections;
        this.feeds = feeds;
    }

    /** @throws Problem 404 unless the viewer may change the batch, 409 before it has been read */
    public void write(long id, Viewer viewer, Locale locale, OutputStream out) throws IOException {
        ImportBatch batch = doors.owned(id, viewer);
        if (batch.layout == null || batch.counts == null) {
            throw Problem.conflict("batch.status", Sentence.of("refused.batch.status"));
        }
        SortedMap<Integer, List<Issue>> issues = rows.of(id);
        families.withoutCorrected(id, issues);
        Path file = files.restore(id);
        try {
            corrections.write(
                    file,
                    batch.fileName,
                    readings.layout(batch),
                    new CorrectionWords(feeds.get(batch.feed), locale),
                    issues,
                    row -> marks.of(id, row, batch.reporter),
                    out);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
