package org.talenthub.importing.sheet.correction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.xlsx.Parts;
import org.talenthub.importing.sheet.xlsx.Unlocked;
import org.talenthub.importing.sheet.xlsx.Xml;

/** Tells workbooks that people made by hand from those that would cost POI too much. */
final class OrdinaryBook {

    private static final long MOST_INFLATED = 8 << 20;
    private static final int MOST_OTHERS = 10_000;

    private OrdinaryBook() {}

    /**
     * An ordinary workbook: neither encrypted nor large, and of everything but cells as much as people put in by hand. POI holds all of
     * it, and for some of it takes a time that grows with the square of the number.
     */
    static boolean fits(Original original, Layout layout) throws IOException, XMLStreamException {
        if (layout.format() != Layout.Format.XLSX
                || Files.size(original.file()) > MOST_INFLATED
                || Unlocked.isOle2(original.file())) {
            return false;
        }
        try (Parts parts = Parts.open(original)) {
            long total = 0;
            for (String name : parts.names()) {
                total += parts.size(name);
                // a pivot table keeps its own copy of all rows
                if (total > MOST_INFLATED || name.contains("pivotcache")) {
                    return false;
                }
            }
            for (String name : parts.names()) {
                if ((name.endsWith(".xml") || name.endsWith(".rels")) && !plain(parts, name)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean plain(Parts parts, String name) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(name)) {
            XMLStreamReader xml = Xml.open(in);
            int others = 0;
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "sheetData", "calcChain", "si" -> Xml.skip(xml);
                        default -> others++;
                    }
                    if (others > MOST_OTHERS) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
