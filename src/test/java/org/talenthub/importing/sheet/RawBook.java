package org.talenthub.importing.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part as a test wants it, right or wrong; nothing of it is held in memory. */
final class RawBook {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    interface Part {
        void write(Writer out) throws IOException;
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();

    RawBook() {
        part("[Content_Types].xml", out -> types(out, ""));
        part(
                "_rels/.rels",
                out -> out.write("<Relationships xmlns=\"" + RELATIONS + "\">"
                        + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"));
        part("xl/workbook.xml", out -> out.write(workbook("<sheet name=\"人才\" sheetId=\"1\" r:id=\"r1\"/>", "")));
        part("xl/_rels/workbook.xml.rels", out -> relations(out, "", "sheet.xml"));
        part("xl/sheet.xml", out -> sheet(out, ""));
    }

    RawBook part(String name, Part content) {
        parts.put(name, content);
        return this;
    }

    RawBook part(String name, String content) {
        return part(name, out -> out.write(content));
    }

    static void types(Writer out, String more) throws IOException {
        out.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/sheet.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                + more + "</Types>");
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    static void relations(Writer out, String more, String sheet) throws IOException {
        out.write("<Relationships xmlns=\"" + RELATIONS + "\">" + relation("r1", "worksheet", sheet)
                + relation("r2", "sharedStrings", "sharedStrings.xml") + relation("r3", "styles", "styles.xml") + more
                + "</Relationships>");
    }

    static String workbook(String sheets, String more) {
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets + "</sheets>" + more
                + "</workbook>";
    }

    /** A worksheet whose header is the tests' own, with what is given below it. */
    static void sheet(Writer out, String rows) throws IOException {
        open(out);
        out.write(rows);
        close(out, "");
    }

    static void open(Writer out) throws IOException {
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + row(1, SheetTests.HEADER));
    }

    static void close(Writer out, String behind) throws IOException {
        out.write("</sheetData>" + behind + "</worksheet>");
    }

    static String row(int number, String... values) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < values.length; i++) {
            row.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(values[i])
                    .append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    Path write(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "raw", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, Part> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                    part.getValue().write(writer);
                    writer.flush();
                    zip.closeEntry();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
