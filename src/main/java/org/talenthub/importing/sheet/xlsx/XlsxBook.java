package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.model.ThemesTable;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.xlsx.Parts.Relation;

/** An open workbook: its {@link Parts}, pulled through {@link Xml}; POI's models of them do not fit into memory for a large sheet. */
public final class XlsxBook implements AutoCloseable {

    /** Memory allows spreadsheet programs more; nobody fills them in. */
    static final int MOST_SHEETS = 255;

    /** Names, formats and what else describes a workbook; junk names of ten years take some megabytes. */
    private static final long LARGEST_DESCRIPTION = 64 << 20;

    /** Beyond this the looks of a correction are plain: POI's model of the formats takes twenty times the room. */
    private static final long LARGEST_LOOKS = 4 << 20;

    /** @param part null where the workbook points to nothing; what is no table, such as a chart, has no rows */
    public record Sheet(int index, String name, @Nullable String part, boolean hidden) {}

    private final Parts parts;
    private final SheetLimits limits;
    private final @Nullable Path plain;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, Relation> relations;
    private boolean from1904;
    private @Nullable CellFormats formats;
    private @Nullable SharedStrings strings;

    private XlsxBook(Parts parts, Map<String, Relation> relations, SheetLimits limits, @Nullable Path plain) {
        this.parts = parts;
        this.plain = plain;
        this.relations = relations;
        this.limits = limits;
    }

    public static XlsxBook open(Original original) throws IOException, XMLStreamException {
        Path plain = Unlocked.isOle2(original.file()) ? Unlocked.copy(original) : null;
        Parts parts = null;
        try {
            parts = Parts.open(plain == null ? original : original.at(plain));
            String workbook = parts.main().orElseThrow(Refusal::brokenWorkbook);
            XlsxBook book = new XlsxBook(parts, parts.relations(workbook), original.limits(), plain);
            book.readWorkbook(workbook);
            return book;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            if (parts != null) {
                parts.close();
            }
            if (plain != null) {
                Files.deleteIfExists(plain);
            }
            throw Failures.refusal(e);
        }
    }

    private void readWorkbook(String part) throws IOException, XMLStreamException {
        Set<String> taken = new HashSet<>();
        try (InputStream in = described(part)) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String value = Xml.attribute(xml, "date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.getLocalName().equals("sheet")) {
                    Sheet sheet = sheet(xml);
                    if (sheet.part() != null && !taken.add(sheet.part())) {
                        throw Refusal.brokenWorkbook();
                    }
                    sheets.add(sheet);
                    if (sheets.size() > MOST_SHEETS) {
                        throw Refusal.tooManySheets(MOST_SHEETS);
                    }
                }
            }
        }
    }

    private Sheet sheet(XMLStreamReader xml) {
        String state = Xml.attribute(xml, "state");
        String name = Xml.attribute(xml, "name");
        String id = Xml.attribute(xml, "id");
        Relation relation = id == null ? null : relations.get(id);
        return new Sheet(
                sheets.size(),
                name == null ? "" : name,
                relation == null ? null : relation.target(),
                state != null && !state.equals("visible"));
    }

    private InputStream described(String part) throws IOException {
        if (parts.size(part) > LARGEST_DESCRIPTION) {
            throw Refusal.bomb();
        }
        return parts.open(part);
    }

    /** The part that the workbook needs besides its sheets; null where it has none. */
    private @Nullable String related(String kind) {
        return relations.values().stream()
                .filter(r -> r.kind().equals(kind) && parts.has(r.target()))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    public CellText cellText() throws IOException, XMLStreamException {
        if (formats == null) {
            String part = related("styles");
            try (InputStream in = part == null ? null : described(part)) {
                formats = CellFormats.read(in);
            }
        }
        return new CellText(formats, from1904);
    }

    /** POI's full model of the cell formats, to copy looks from; null where the workbook has none or too many. */
    public @Nullable StylesTable looks() throws IOException {
        String part = related("styles");
        String theme = related("theme");
        if (part == null || parts.size(part) > LARGEST_LOOKS) {
            return null;
        }
        StylesTable looks = new StylesTable();
        try (InputStream in = parts.open(part)) {
            looks.readFrom(in);
        }
        if (theme != null && parts.size(theme) <= LARGEST_LOOKS) {
            try (InputStream in = parts.open(theme)) {
                looks.setTheme(new ThemesTable(in));
            }
        }
        return looks;
    }

    SharedStrings strings() throws IOException, XMLStreamException {
        if (strings == null) {
            String part = related("sharedStrings");
            strings = new SharedStrings(part == null ? null : parts.open(part));
        }
        return strings;
    }

    public XlsxRows rows(Sheet sheet) throws IOException, XMLStreamException {
        return new XlsxRows(stream(sheet), strings(), limits);
    }

    public InputStream stream(Sheet sheet) throws IOException {
        if (sheet.part() == null) {
            throw Refusal.brokenWorkbook();
        }
        return parts.open(sheet.part());
    }

    @Override
    public void close() {
        try {
            if (strings != null) {
                strings.close();
            }
            parts.close();
            if (plain != null) {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
