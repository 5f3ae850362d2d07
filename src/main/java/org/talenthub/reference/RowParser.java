package org.talenthub.reference;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.cells.CellReader;
import org.talenthub.reference.cells.CodeCells;
import org.talenthub.reference.cells.ContactCells;
import org.talenthub.reference.cells.DateCells;
import org.talenthub.reference.cells.DocumentCells;
import org.talenthub.reference.cells.NumberCells;
import org.talenthub.reference.cells.PlaceCells;
import org.talenthub.reference.cells.TextCells;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/** All columns of one feed, made ready once and used for millions of rows; safe for several threads. */
final class RowParser {

    private record Cell(Column column, CellReader reader) {}

    private final Feed feed;
    private final List<Cell> cells;
    private final @Nullable Column documentColumn;
    private final @Nullable DocumentCells documents;

    RowParser(Feed feed, Dictionaries dictionaries, Regions regions, Clock clock) {
        this.feed = feed;
        this.documentColumn = feed.columns().stream()
                .filter(c -> c.type() == ColumnType.DOCUMENT_NUMBER)
                .findFirst()
                .orElse(null);
        this.documents = documentColumn == null ? null : new DocumentCells(documentColumn, feed, clock);
        this.cells = feed.columns().stream()
                .filter(c -> c.type() != ColumnType.DOCUMENT_NUMBER)
                .map(c -> new Cell(c, reader(c, feed, dictionaries, regions, clock)))
                .toList();
    }

    Feed feed() {
        return feed;
    }

    private static CellReader reader(
            Column column, Feed feed, Dictionaries dictionaries, Regions regions, Clock clock) {
        return switch (column.type()) {
            case TEXT -> column.multi() ? TextCells.list(column, feed) : TextCells.text(column, feed);
            case NAME -> TextCells.name(column, feed);
            case CODE -> CodeCells.reader(column, dictionaries);
            case DATE -> DateCells.date(column, clock);
            case YEAR -> DateCells.year(column, clock);
            case INTEGER -> NumberCells.integer(column);
            case MONEY_RANGE -> NumberCells.moneyRange(column, feed);
            case USCC -> PlaceCells.creditCode(column);
            case REGION -> PlaceCells.region(column, regions);
            case PLACE -> PlaceCells.place(column, feed, regions);
            case PHONE -> ContactCells.phone(column);
            case EMAIL -> ContactCells.email(column);
            case URL -> ContactCells.url(column);
            case DOCUMENT_NUMBER -> throw new IllegalArgumentException("read after all others");
        };
    }

    Parsed parse(Map<String, String> typed) {
        Row row = new Row();
        for (Cell cell : cells) {
            String text = said(typed.get(cell.column.field()));
            if (text != null) {
                cell.reader.read(text, row);
            } else if (cell.column.required()) {
                missing(cell.column, row);
            }
        }
        if (documentColumn != null && documents != null) {
            String text = said(typed.get(documentColumn.field()));
            if (text != null) {
                documents.read(text, said(typed.get("documentType")), row);
            } else if (documentColumn.required()) {
                missing(documentColumn, row);
            }
        }
        return row.parsed();
    }

    /** The text, or null when the cell says nothing. */
    private static @Nullable String said(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        if (typed.length() > 8 && !Texts.isBlank(typed.charAt(0))) {
            return typed;
        }
        String text = Texts.clean(typed, true);
        return Texts.saysNothing(text) ? null : typed;
    }

    private static void missing(Column column, Row row) {
        String how = column.hint() == null ? "例如 " + column.example() : column.hint();
        row.error(column, "required", "“" + column.title() + "”必填。" + how + "。", null);
    }
}
