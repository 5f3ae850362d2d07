package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.Failures;
import org.talenthub.importing.sheet.FileKind;
import org.talenthub.importing.sheet.Refusal;
import org.talenthub.importing.sheet.SheetLimits;
import org.talenthub.importing.sheet.XlsxRows;

/**
 * An open workbook: POI finds the parts and guards against zip bombs; the parts themselves are pulled through {@link Xml}, since
 * POI's models of them do not fit into memory for a large sheet.
 */
public final class XlsxBook implements AutoCloseable {

    public record Sheet(int index, String name, @Nullable String relation, boolean hidden) {}

    static {
        ZipSecureFile.setMinInflateRatio(1.0 / FileKind.MAX_RATIO);
    }

    private final OPCPackage container;
    private final XSSFReader reader;
    private final SheetLimits limits;
    private final @Nullable Path plain;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;
    private @Nullable CellFormats formats;
    private @Nullable SharedStrings strings;

    private XlsxBook(OPCPackage container, XSSFReader reader, SheetLimits limits, @Nullable Path plain) {
        this.container = container;
        this.plain = plain;
        this.reader = reader;
        this.limits = limits;
    }

    public static XlsxBook open(Path file, SheetLimits limits) throws IOException, XMLStreamException {
        OPCPackage container = null;
        Path plain = null;
        try {
            if (FileMagic.valueOf(file.toFile()) == FileMagic.OLE2) {
                try (POIFSFileSystem locked = new POIFSFileSystem(file.toFile(), true)) {
                    plain = Unlocked.copy(locked);
                }
            }
            container = OPCPackage.open((plain == null ? file : plain).toFile(), PackageAccess.READ);
            XlsxBook book = new XlsxBook(container, new XSSFReader(container), limits, plain);
            book.readWorkbook();
            return book;
        } catch (OpenXML4JException | IOException | XMLStreamException | RuntimeException e) {
            if (container != null) {
                container.revert();
            }
            if (plain != null) {
                Files.deleteIfExists(plain);
            }
            throw Failures.refusal(e);
        }
    }

    private void readWorkbook() throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream in = reader.getWorkbookData()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String value = Xml.attribute(xml, "date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.getLocalName().equals("sheet")) {
                    String state = Xml.attribute(xml, "state");
                    String name = Xml.attribute(xml, "name");
                    sheets.add(new Sheet(
                            sheets.size(),
                            name == null ? "" : name,
                            Xml.attribute(xml, "id"),
                            state != null && !state.equals("visible")));
                }
            }
        }
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    public CellText cellText() throws IOException, XMLStreamException {
        if (formats == null) {
            try (InputStream in = reader.getStylesData()) {
                formats = CellFormats.read(in);
            } catch (OpenXML4JException e) {
                throw new IOException(e);
            }
        }
        return new CellText(formats, from1904);
    }

    /** POI's full model of the cell formats, to copy looks from. */
    public StylesTable styles() throws IOException, OpenXML4JException {
        return reader.getStylesTable();
    }

    SharedStrings strings() throws IOException, XMLStreamException {
        if (strings == null) {
            try {
                strings = new SharedStrings(reader.getSharedStringsData());
            } catch (OpenXML4JException e) {
                throw new IOException(e);
            }
        }
        return strings;
    }

    public XlsxRows rows(Sheet sheet) throws IOException, XMLStreamException {
        return new XlsxRows(stream(sheet), strings(), limits);
    }

    public InputStream stream(Sheet sheet) throws IOException {
        if (sheet.relation() == null) {
            throw Refusal.brokenWorkbook();
        }
        try {
            return reader.getSheet(sheet.relation());
        } catch (OpenXML4JException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (strings != null) {
                strings.close();
            }
            if (plain != null) {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            container.revert();
        }
    }
}
