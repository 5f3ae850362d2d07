package org.talenthub.reference.reading;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.cells.CellReader;
import org.talenthub.reference.cells.CodeCells;
import org.talenthub.reference.cells.ContactCells;
import org.talenthub.reference.cells.DateCells;
import org.talenthub.reference.cells.DocumentCells;
import org.talenthub.reference.cells.NameCells;
import org.talenthub.reference.cells.NumberCells;
import org.talenthub.reference.cells.OrganisationCells;
import org.talenthub.reference.cells.PlaceCells;
import org.talenthub.reference.cells.Row;
import org.talenthub.reference.cells.TextCells;
import org.talenthub.reference.cells.Typed;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;
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
            case NAME ->
                feed.name().equals("talent") && column.field().equals("name")
                        ? NameCells.person(column, feed)
                        : OrganisationCells.name(column, feed);
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
            String text = said(cell.column, typed, row);
            if (text != null) {
                cell.reader.read(text, row);
                told(cell.column, text, typed, row);
            } else if (cell.column.required()) {
                missing(cell.column, row);
            }
        }
        if (documentColumn != null && documents != null) {
            String type = typed.get("documentType");
            String text = said(documentColumn, typed, row);
            if (text != null) {
                documents.read(text, type == null || Texts.saysNothing(Texts.clean(type, true)) ? null : type, row);
                told(documentColumn, text, typed, row);
            } else if (documentColumn.required()) {
                missing(documentColumn, row);
            }
        }
        return row.parsed();
    }

    /** The text as its column can read it, or null when the cell says nothing. */
    private static @Nullable String said(Column column, Map<String, String> cells, Row row) {
        String typed = cells.get(column.field());
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        String text = Typed.of(column, typed);
        row.turn(text, typed);
        if (text.length() > 8 && !Texts.isBlank(text.charAt(0))) {
            return text;
        }
        String clean = Texts.clean(text, true);
        if (Texts.saysNothing(clean)) {
            return null;
        }
        if ((column.required() ? column.type().isProse() : column.type().holdsName()) && Typed.placeholder(clean)) {
            return unsaid(column, text, row);
        }
        return text;
    }

    /** 待定 is nobody's name and nobody's number: two such rows would be one person. */
    private static @Nullable String unsaid(Column column, String text, Row row) {
        if (!column.required()) {
            row.warning(
                    column,
                    "text.placeholder",
                    Sentence.of("check.text.placeholder", Contacts.quoted(text), column.named()),
                    text);
        }
        return null;
    }

    /** Where more than blanks was taken off, and the column itself had nothing to say, that is said. */
    private static void told(Column column, String text, Map<String, String> cells, Row row) {
        String typed = cells.getOrDefault(column.field(), "");
        boolean seen = Texts.hasWide(typed) || !Texts.clean(text, true).equals(Texts.clean(typed, true));
        if (!text.equals(typed) && seen && !row.spokenOf(column)) {
            row.notice(column, "read.text", Texts.clean(text, false), text);
        }
    }

    private static void missing(Column column, Row row) {
        // of a list no value is quoted: it would be copied
        Sentence how = column.hint() != null
                ? Sentence.of("check.required.hint", column.advice())
                : column.dictionary() == null
                        ? Sentence.of("check.required.example", column.example())
                        : Sentence.plain("");
        row.error(column, "required", Sentence.of("check.required.missing", column.named(), how), null);
    }
}
