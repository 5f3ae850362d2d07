package org.talenthub.importing.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.sheet.OtherSheets;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.importing.sheet.header.Wishes;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Headers;
import tools.jackson.databind.json.JsonMapper;

/** How a file is read: which sheet, which column is what. Found by titles, remembered from before, or said by hand. */
@Component
public class Readings {

    private static final int LETTERS = 26;

    private final SheetFile sheets;
    private final Feeds feeds;
    private final ImportFiles files;
    private final Mappings mappings;
    private final StartOver over;
    private final JsonMapper json;

    Readings(SheetFile sheets, Feeds feeds, ImportFiles files, Mappings mappings, StartOver over, JsonMapper json) {
        this.sheets = sheets;
        this.feeds = feeds;
        this.files = files;
        this.mappings = mappings;
        this.over = over;
        this.json = json;
    }

    /**
     * Finds out how a new upload is to be read.
     *
     * @throws Undecided when a person has to say more
     */
    public Layout first(Path file, String fileName, Feed feed, String reporter, ReadingChoice choice, String by) {
        Wishes wishes = wishes(feed, reporter, choice, 0);
        Layout layout = sheets.inspect(file, fileName, feed, feeds, wishes);
        mappings.remember(reporter, feed.name(), layout, chosen(layout, choice), by);
        return layout;
    }

    private Wishes wishes(Feed feed, String reporter, ReadingChoice choice, int headerRow) {
        Map<Integer, String> columns = new HashMap<>();
        Map<String, String> titles = new HashMap<>(mappings.of(reporter, feed.name()));
        Map<String, String> chosen = new HashMap<>();
        choice.columns().forEach((column, field) -> {
            String known = field(feed, field);
            int index = index(column);
            if (index >= 0) {
                columns.put(index, known);
            } else {
                chosen.put(Headers.key(column), known);
            }
        });
        return new Wishes(choice.sheet(), headerRow, columns, chosen, titles);
    }

    private static String field(Feed feed, String text) {
        return text.isBlank()
                ? ""
                : feed.columns().stream()
                        .filter(c -> c.field().equals(text) || c.title().equals(text))
                        .findFirst()
                        .map(Column::field)
                        .orElseThrow(() -> Problem.badRequest(
                                "mapping.unknown", Sentence.of("refused.mapping.unknown", feed.named(), text)));
    }

    /** A column's letters as its index from 0; -1 for a title. */
    private static int index(String column) {
        if (!column.matches("[A-Za-z]{1,2}")) {
            return -1;
        }
        int index = 0;
        for (char c : column.toUpperCase(Locale.ROOT).toCharArray()) {
            index = index * LETTERS + c - 'A' + 1;
        }
        return index - 1;
    }

    private static Set<Integer> chosen(Layout layout, ReadingChoice choice) {
        Set<Integer> chosen = new TreeSet<>();
        choice.columns().keySet().forEach(column -> {
            int index = index(column);
            layout.titles().forEach((i, title) -> {
                if (i == index || (index < 0 && Headers.key(title).equals(Headers.key(column)))) {
                    chosen.add(i);
                }
            });
        });
        return chosen;
    }

    /** The sheets of the batch's workbook that are other feeds, as long as its file is at hand. */
    public List<OtherSheets.Other> others(Path file, ImportBatch batch, List<Feed> feeds) {
        return sheets.others(file, layout(batch), this.feeds.get(batch.feed), feeds);
    }

    public Layout layout(ImportBatch batch) {
        return json.readValue(Objects.requireNonNull(batch.layout), Layout.class);
    }

    /**
     * Reads a preview's file anew as a person says; true when it can be read now, false when there is a further question.
     *
     * @throws Problem 409 unless it is a preview, 422 when the file cannot be read that way
     */
    public boolean again(ImportBatch batch, ReadingChoice choice, String by) throws IOException {
        over.allow(batch);
        Feed feed = feeds.get(choice.feed() == null ? batch.feed : choice.feed());
        boolean other = !feed.name().equals(batch.feed);
        if (other && batch.family != null) {
            throw Problem.conflict("batch.correction", Sentence.of("refused.batch.correction"));
        }
        Layout before = layout(batch);
        boolean same = !other && (choice.sheet() == null || choice.sheet().equals(before.sheetName()));
        String sheet = !same ? choice.sheet() : before.sheetName().isEmpty() ? null : before.sheetName();
        Wishes wishes =
                wishes(feed, batch.reporter, new ReadingChoice(sheet, choice.columns()), same ? before.headerRow() : 0);
        Path file = files.restore(batch.id);
        try {
            Layout layout = sheets.inspect(file, batch.fileName, feed, feeds, wishes);
            mappings.remember(batch.reporter, feed.name(), layout, chosen(layout, choice), by);
            over.start(batch, feed, layout);
            return true;
        } catch (Undecided question) {
            over.ask(batch, feed, question);
            return false;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
