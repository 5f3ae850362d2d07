package org.talenthub.importing;

import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.correction.Families;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.reading.Readings;
import org.talenthub.importing.reading.StartOver;
import org.talenthub.importing.sheet.OtherSheets;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.reference.Feed;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** The first look at a file: how it is to be read, or what must be asked. */
@Component
class FirstReading {

    private final Readings readings;
    private final Families families;
    private final JsonMapper json;
    private final StartOver over;

    FirstReading(Readings readings, Families families, JsonMapper json, StartOver over) {
        this.readings = readings;
        this.families = families;
        this.json = json;
        this.over = over;
    }

    /** The sheets of its workbook that are other feeds. */
    List<OtherSheets.Other> others(Path file, ImportBatch batch, List<Feed> reportable) {
        return readings.others(file, batch, reportable);
    }

    /**
     * Notes in the batch how its file is read.
     *
     * @param asks there is a person who can be asked: what is open becomes a question
     */
    void read(ImportBatch batch, Feed feed, Path file, ReadingChoice choice, boolean asks, Viewer viewer) {
        try {
            Layout layout = readings.first(file, batch.fileName, feed, batch.reporter, choice, viewer.username());
            batch.layout = json.writeValueAsString(layout);
            batch.rowsTotal = layout.rowsTotal() > 0 ? (int) layout.rowsTotal() : null;
            families.join(batch, layout.mark());
        } catch (Undecided question) {
            if (!asks) {
                throw question;
            }
            batch.ask(json.writeValueAsString(question.draft()), over.problem(question));
        }
    }
}
