package org.talenthub.importing.sheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.sheet.rows.Dittos;
import org.talenthub.importing.sheet.rows.OnePerson;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.importing.sheet.rows.Widths;
import org.talenthub.importing.sheet.xlsx.Merges;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;

/**
 * The data rows of one sheet, forward only and one at a time, so that memory does not grow with the file. Empty rows, notes,
 * the template's example and the footer are left out. Not safe for use by several threads.
 */
public final class SheetReader implements AutoCloseable {

    private final OpenSheet sheet;
    private final Layout layout;
    private final SheetLimits limits;
    private final Merges merges;
    private final DataRows filter;
    private final int[] places;
    private final Column[] columns;
    private final Dittos dittos;
    private final Widths widths;
    private final int name;
    private final Deque<SheetRow> ready = new ArrayDeque<>();
    private @Nullable SheetRow held;
    private int given;

    SheetReader(OpenSheet sheet, Layout layout, Feed feed, SheetLimits limits) throws IOException {
        this.sheet = sheet;
        this.layout = layout;
        this.limits = limits;
        this.merges = new Merges(sheet.merges(), layout);
        List<Integer> indexes = new ArrayList<>();
        List<Column> known = new ArrayList<>();
        layout.columnToField()
                .forEach((index, field) -> feed.column(field).ifPresent(column -> {
                    indexes.add(index);
                    known.add(column);
                }));
        this.places = indexes.stream().mapToInt(Integer::intValue).toArray();
        this.columns = known.toArray(Column[]::new);
        this.filter = new DataRows(known);
        this.dittos = new Dittos(columns, layout.markColumn() != null);
        this.widths = new Widths(layout);
        this.name = known.stream().map(Column::field).toList().indexOf("name");
    }

    /**
     * The next data row; null after the last one.
     *
     * @throws Problem 422 when the file turns out to be unusable further down
     */
    public @Nullable SheetRow next() {
        try {
            if (ready.isEmpty()) {
                fill();
            }
            SheetRow row = ready.poll();
            if (row != null && ++given > limits.maxRows()) {
                throw Refusal.tooManyRows(limits.maxRows());
            }
            return row;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    /** The next row, with those that share its merged name. */
    private void fill() throws IOException, XMLStreamException {
        SheetRow first = held == null ? read() : held;
        held = null;
        if (first == null) {
            return;
        }
        int last = name < 0 ? 0 : merges.last(first.row(), places[name]);
        List<SheetRow> rows = new ArrayList<>(List.of(first));
        while (last > rows.getLast().row() && held == null) {
            SheetRow row = read();
            if (row == null) {
                break;
            }
            if (row.row() <= last) {
                rows.add(row);
            } else {
                held = row;
            }
        }
        ready.addAll(rows.size() == 1 ? rows : OnePerson.told(rows, columns[name]));
    }

    private @Nullable SheetRow read() throws IOException, XMLStreamException {
        for (RawRow raw = sheet.rows().next(); raw != null; raw = sheet.rows().next()) {
            widths.header(raw);
            SheetRow row = raw.number() > layout.headerRow() ? row(raw) : null;
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable SheetRow row(RawRow raw) {
        List<Issue> issues = new ArrayList<>(0);
        String[] texts = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            RawCell cell = raw.cell(places[i]);
            boolean own = cell != null && !cell.blank() && !merges.covers(raw.number(), places[i]);
            texts[i] = own && cell != null ? sheet.text().read(cell, columns[i], issues) : "";
        }
        boolean data = filter.accept(raw, texts);
        for (int i = 0; i < places.length; i++) {
            // asked for every row, so that the merge's top cell is known even when its row is left out
            RawCell cell = merges.cell(raw.number(), places[i], raw.cell(places[i]));
            if (data && texts[i].isEmpty() && cell != null && !cell.blank()) {
                texts[i] = sheet.text().read(cell, columns[i], issues);
            }
        }
        if (!data) {
            return null;
        }
        widths.check(raw, issues);
        dittos.resolve(raw.number(), texts, issues);
        Map<String, String> cells = LinkedHashMap.newLinkedHashMap(places.length);
        for (int i = 0; i < places.length; i++) {
            if (!texts[i].isEmpty()) {
                cells.put(columns[i].field(), texts[i]);
            }
        }
        if (raw.hidden()) {
            issues.add(Issue.notice("", "row.hidden", Sentence.of("check.row.hidden"), null));
        }
        return new SheetRow(raw.number(), cells, issues, mark(raw));
    }

    private @Nullable String mark(RawRow raw) {
        Integer column = layout.markColumn();
        String mark = column == null ? "" : Text.trim(raw.value(column));
        return mark.isEmpty() ? null : mark;
    }

    @Override
    public void close() {
        sheet.close();
    }
}
