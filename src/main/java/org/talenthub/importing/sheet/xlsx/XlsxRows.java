package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.Rows;
import org.talenthub.importing.sheet.file.SheetLimits;

/** The rows of one worksheet, pulled from its XML. */
public final class XlsxRows implements Rows {

    private static final int MAX_ROW = 1_048_576;
    /** The format allows as many ranges of columns as there are columns. */
    private static final int MOST_RANGES = 16_384;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final SheetLimits limits;
    private final Map<Integer, Double> widths = new HashMap<>();
    private final StringBuilder buffer = new StringBuilder();
    private int row;
    private int ranges;
    private int width = 16;
    private @Nullable String dimension;
    private boolean ended;

    public XlsxRows(InputStream in, SharedStrings strings, SheetLimits limits) throws XMLStreamException {
        this.in = in;
        this.xml = Xml.open(in);
        this.strings = strings;
        this.limits = limits;
    }

    /** The used range that the file declares before its rows, such as A1:AF1001; not always true. */
    @Nullable
    public String dimension() {
        return dimension;
    }

    @Override
    public @Nullable RawRow next() throws IOException, XMLStreamException {
        while (!ended && xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "col" -> width();
                    case "dimension" -> dimension = Xml.attribute(xml, "ref");
                    case "row" -> {
                        return row();
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                ended = true;
            }
        }
        return null;
    }

    /** Column widths by index from 0, in characters, as far as the sheet sets them; known once the first row is read. */
    public Map<Integer, Double> widths() {
        return widths;
    }

    private void width() {
        if (++ranges > MOST_RANGES) {
            throw Refusal.brokenWorkbook();
        }
        String value = Xml.attribute(xml, "width");
        int from = Math.max(1, Xml.intAttribute(xml, "min", 1));
        int to = Math.min(limits.maxColumns(), Xml.intAttribute(xml, "max", 0));
        for (int i = from; value != null && i <= to; i++) {
            try {
                widths.put(i - 1, Double.valueOf(value));
            } catch (NumberFormatException e) {
                return;
            }
        }
    }

    private RawRow row() throws IOException, XMLStreamException {
        int before = row;
        row = Xml.intAttribute(xml, "r", row + 1);
        if (row < 1 || row > MAX_ROW) {
            throw Refusal.brokenWorkbook();
        }
        if (row <= before) {
            throw Refusal.rowOrder(row);
        }
        String hidden = Xml.attribute(xml, "hidden");
        boolean unseen = "1".equals(hidden) || "true".equals(hidden);
        @Nullable RawCell[] cells = new RawCell[width];
        int column = -1;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                // only the row itself ends here, cells are read to their own end
                return new RawRow(row, cells, unseen);
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!xml.getLocalName().equals("c")) {
                Xml.skip(xml);
                continue;
            }
            column = column(Xml.attribute(xml, "r"), column + 1);
            RawCell cell = cell(column);
            if (cell == null) {
                continue;
            }
            if (column >= limits.maxColumns() - 1 && !cell.blank()) {
                throw Refusal.tooManyColumns(row, column, limits.maxColumns());
            }
            if (column < limits.maxColumns()) {
                if (column >= cells.length) {
                    width = Math.min(limits.maxColumns(), Math.max(column + 1, width * 2));
                    cells = Arrays.copyOf(cells, width);
                }
                if (cells[column] != null) {
                    throw Refusal.brokenWorkbook(); // one cell, two values
                }
                cells[column] = cell;
            }
        }
    }

    private static int column(@Nullable String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = Character.toUpperCase(reference.charAt(i));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private @Nullable RawCell cell(int column) throws IOException, XMLStreamException {
        String type = Xml.attribute(xml, "t");
        int style = Xml.intAttribute(xml, "s", 0);
        String value = null;
        boolean formula = false;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> {
                    buffer.setLength(0);
                    Xml.text(xml, buffer, limits.maxCell(), () -> Refusal.cellTooLong(row, column, limits.maxCell()));
                    value = buffer.toString();
                }
                case "is" -> value = SharedStrings.item(xml);
                case "f" -> {
                    formula = true;
                    Xml.skip(xml);
                }
                default -> Xml.skip(xml);
            }
        }
        if (value == null && formula) {
            return new RawCell(RawCell.Kind.ERROR, RawCell.NOT_CALCULATED, style);
        }
        return value == null ? null : checked(typed(type == null ? "n" : type, value, style), column);
    }

    private RawCell checked(RawCell cell, int column) {
        if (cell.value().length() > limits.maxCell()) {
            throw Refusal.cellTooLong(row, column, limits.maxCell());
        }
        return cell;
    }

    private RawCell typed(String type, String value, int style) throws IOException, XMLStreamException {
        return switch (type) {
            case "s" -> new RawCell(RawCell.Kind.TEXT, strings.get(index(value)), style);
            case "b" -> new RawCell(RawCell.Kind.BOOLEAN, value, style);
            case "e" -> new RawCell(RawCell.Kind.ERROR, value, style);
            case "d" -> new RawCell(RawCell.Kind.DATE, value, style);
            case "n" -> new RawCell(RawCell.Kind.NUMBER, value, style);
            case "str" -> new RawCell(RawCell.Kind.TEXT, SharedStrings.decode(value), style);
            default -> new RawCell(RawCell.Kind.TEXT, value, style);
        };
    }

    private static int index(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
