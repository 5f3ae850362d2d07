package org.talenthub.importing.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchView.ProblemView;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.importing.reading.MappingView.Target;
import org.talenthub.importing.reading.MappingView.Title;
import org.talenthub.importing.reading.Samples.Sample;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.header.Layout;
import org.talenthub.importing.sheet.header.Layout.Source;
import org.talenthub.importing.sheet.header.Likeness;
import org.talenthub.importing.sheet.header.OtherSheets;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.importing.sheet.header.Wishes;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Headers;
import org.talenthub.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** How a file is read: which sheet, which column is what. Found by titles, remembered from before, or said by hand. */
@Component
public class Readings {

    private static final int LETTERS = 26;

    /** A larger file, in bytes, is opened once more for its first values only when somebody has to answer a question. */
    private static final long LOOKED_INTO = 8 << 20;

    private final SheetFile sheets;
    private final Feeds feeds;
    private final ImportFiles files;
    private final Mappings mappings;
    private final Batches batches;
    private final BatchRows rows;
    private final CorrectedRows corrected;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Samples samples;
    private final Texts texts;

    Readings(
            SheetFile sheets,
            Feeds feeds,
            ImportFiles files,
            Mappings mappings,
            Batches batches,
            BatchRows rows,
            CorrectedRows corrected,
            TransactionTemplate transaction,
            JsonMapper json,
            Samples samples,
            Texts texts) {
        this.texts = texts;
        this.samples = samples;
        this.sheets = sheets;
        this.feeds = feeds;
        this.files = files;
        this.mappings = mappings;
        this.batches = batches;
        this.rows = rows;
        this.corrected = corrected;
        this.transaction = transaction;
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

    public MappingView view(ImportBatch batch) {
        Feed feed = feeds.get(batch.feed);
        Layout layout = layout(batch);
        ProblemView problem = batch.asking()
                ? json.readValue(Objects.requireNonNull(batch.problem), Impediment.class)
                        .in(texts.locale())
                : null;
        Set<String> taken = new HashSet<>(layout.columnToField().values());
        boolean looked = !layout.sheetOpen() && (problem != null || batch.fileSize <= LOOKED_INTO);
        Map<Integer, Sample> seen = looked ? samples.of(batch, feed, layout) : Map.of();
        List<Title> titles = new ArrayList<>();
        new TreeMap<>(layout.titles()).forEach((index, title) -> {
            String field = layout.columnToField().getOrDefault(index, "");
            Source source = layout.sources().get(index);
            Sample sample = seen.getOrDefault(index, Sample.NONE);
            String likely = field.isEmpty() && source == null
                    ? Likeness.of(feed, title, taken)
                            .map(Column::field)
                            .or(() -> sample.only(taken))
                            .orElse(null)
                    : null;
            titles.add(
                    new Title(index, letters(index), title, field, how(field, source, likely), likely, sample.shown()));
        });
        return new MappingView(
                problem,
                problem == null || problem.choices() == null ? List.of() : problem.choices(),
                layout.sheetName(),
                layout.headerRow(),
                titles,
                layout.sheetOpen()
                        ? List.of()
                        : feed.columns().stream()
                                .filter(c -> c.required() && !taken.contains(c.field()))
                                .map(Column::title)
                                .toList(),
                feed.columns().stream()
                        .map(c -> new Target(c.field(), c.title(), c.required()))
                        .toList());
    }

    private static String how(String field, @Nullable Source source, @Nullable String likely) {
        return source != null
                ? source.name().toLowerCase(Locale.ROOT)
                : !field.isEmpty() ? "exact" : likely != null ? "likely" : "none";
    }

    static String letters(int index) {
        StringBuilder out = new StringBuilder();
        for (int i = index; i >= 0; i = i / LETTERS - 1) {
            out.insert(0, (char) ('A' + i % LETTERS));
        }
        return out.toString();
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
        batches.allow(batch, Action.REREAD);
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
            start(batch, feed, layout);
            return true;
        } catch (Undecided question) {
            ask(batch, feed, question);
            return false;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What another feed said of the rows is forgotten. */
    private void ask(ImportBatch batch, Feed feed, Undecided question) {
        transaction.executeWithoutResult(status -> {
            batches.ask(batch, feed, json.writeValueAsString(question.draft()), problem(question));
            if (!feed.name().equals(batch.feed)) {
                rows.drop(batch.id);
                corrected.drop(batch.id);
            }
        });
    }

    private void start(ImportBatch batch, Feed feed, Layout layout) {
        Integer total = layout.rowsTotal() > 0 ? (int) layout.rowsTotal() : null;
        transaction.executeWithoutResult(status -> {
            batches.reread(batch, feed, json.writeValueAsString(layout), total);
            rows.drop(batch.id);
            corrected.drop(batch.id);
        });
    }

    /** The question as it is kept with the batch. */
    public String problem(Undecided question) {
        return json.writeValueAsString(Impediment.of(question, question.sheets()));
    }
}
