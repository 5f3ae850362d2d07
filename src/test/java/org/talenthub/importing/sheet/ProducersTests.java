package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.importing.sheet.rows.SheetRow;

/**
 * Producers × read: one small workbook in the manner of each program that people's sheets come out of, written part by part after what
 * those programs write. All hold the same two people; a date is a serial number with a date format, a phone a number.
 */
class ProducersTests extends SheetTests {

    private static final String MAIN = RawBook.MAIN;
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String ML = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** 1985-03-12. */
    private static final int BIRTH = 31118;

    private static final List<List<String>> PEOPLE = List.of(
            List.of("司徒示例", "男", String.valueOf(BIRTH), "", "本科", "湖北示例一号有限公司", "13800138000", "甲 & 乙"),
            List.of("张示例乙", "女", String.valueOf(BIRTH), "", "硕士", "湖北示例二号有限公司", "13900139000", ""));

    private static final List<String> TABLE = new ArrayList<>();

    /** A package's parts by name, in their order. */
    private static final class Book {

        private final Map<String, String> parts = new LinkedHashMap<>();

        Book part(String name, String content) {
            parts.put(name, content);
            return this;
        }

        /** Content types, relations and workbook for one sheet at this place, as most programs have them. */
        Book around(String sheet, String types, String more) {
            return part(
                            "[Content_Types].xml",
                            HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                    + type("/xl/workbook.xml", "sheet.main") + type("/xl/" + sheet, "worksheet")
                                    + type("/xl/styles.xml", "styles") + types + "</Types>")
                    .part("_rels/.rels", HEAD + relations(relation("rId1", "officeDocument", "xl/workbook.xml")))
                    .part(
                            "xl/workbook.xml",
                            HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                                    + "\"><sheets><sheet name=\"人才\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                    .part(
                            "xl/_rels/workbook.xml.rels",
                            HEAD
                                    + relations(relation("rId1", "worksheet", sheet)
                                            + relation("rId2", "styles", "styles.xml")
                                            + more))
                    .part("xl/styles.xml", HEAD + styles(MAIN));
        }

        Path write(Path folder) throws IOException {
            Path file = Files.createTempFile(folder, "made", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> p : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(p.getKey()));
                    zip.write(p.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return file;
        }

        /** With every part and every word about parts changed. */
        Book each(UnaryOperator<String> name, UnaryOperator<String> content) {
            Book changed = new Book();
            parts.forEach((n, c) -> changed.part(name.apply(n), content.apply(c)));
            return changed;
        }
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + ML + kind + "+xml\"/>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + all + "</Relationships>";
    }

    /** Look 1 is a date. */
    private static String styles(String namespace) {
        return "<styleSheet xmlns=\"" + namespace
                + "\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }

    private static boolean number(String value) {
        return value.matches("\\d{5,11}");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;");
    }

    private static List<List<String>> lines() {
        return Stream.concat(Stream.of(List.of(HEADER)), PEOPLE.stream()).toList();
    }

    /** Rows, each cell as the program writes a text. */
    private static String rows(Function<String, String> text, String rowMore, boolean references) {
        StringBuilder rows = new StringBuilder();
        List<List<String>> lines = lines();
        for (int r = 0; r < lines.size(); r++) {
            rows.append("<row")
                    .append(references ? " r=\"" + (r + 1) + "\"" : "")
                    .append(rowMore)
                    .append('>');
            for (int c = 0; c < lines.get(r).size(); c++) {
                String value = lines.get(r).get(c);
                String at = references ? " r=\"" + (char) ('A' + c) + (r + 1) + "\"" : "";
                if (value.isEmpty()) {
                    rows.append(references ? "" : "<c/>");
                } else if (number(value)) {
                    rows.append("<c").append(at).append(value.length() == 5 ? " s=\"1\"" : "");
                    rows.append("><v>").append(value).append("</v></c>");
                } else {
                    rows.append("<c")
                            .append(at)
                            .append(' ')
                            .append(text.apply(value))
                            .append("</c>");
                }
            }
            rows.append("</row>");
        }
        return rows.toString();
    }

    private static String shared(Map<String, Integer> table, String value) {
        return "t=\"s\"><v>" + table.computeIfAbsent(value, v -> table.size()) + "</v>";
    }

    private static String table(Map<String, Integer> texts, String open, String close) {
        StringBuilder all = new StringBuilder(HEAD + "<sst xmlns=\"" + MAIN + "\" count=\"" + texts.size()
                + "\" uniqueCount=\"" + texts.size() + "\">");
        texts.keySet().forEach(t -> all.append(open).append(escaped(t)).append(close));
        return all.append("</sst>").toString();
    }

    private static String worksheet(String more, String before, String rows, String behind) {
        return HEAD + "<worksheet xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"" + more + ">" + before
                + "<sheetData>" + rows + "</sheetData>" + behind + "</worksheet>";
    }

    private static Book withTable(String sheet, String more, String before, String rowMore, String behind, String si) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        String rows = rows(v -> shared(texts, v), rowMore, true);
        return new Book()
                .around(
                        sheet,
                        type("/xl/sharedStrings.xml", "sharedStrings"),
                        relation("rId3", "sharedStrings", "sharedStrings.xml"))
                .part("xl/" + sheet, worksheet(more, before, rows, behind))
                .part("xl/sharedStrings.xml", table(texts, "<si><t" + si + ">", "</t></si>"));
    }

    static Stream<Arguments> producers() {
        String s1 = "worksheets/sheet1.xml";
        String inline = "t=\"inlineStr\"><is><t>";
        return Stream.of(
                Arguments.of(
                        "Excel 365",
                        withTable(
                                s1,
                                " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac xr\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\" xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\" xr:uid=\"{00000000-0001-0000-0000-000000000000}\"",
                                "<dimension ref=\"A1:H3\"/><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"14\" x14ac:dyDescent=\"0.2\"/>",
                                " spans=\"1:8\" x14ac:dyDescent=\"0.2\"",
                                "<phoneticPr fontId=\"1\" type=\"noConversion\"/>",
                                "")),
                Arguments.of("SheetJS", sheetJs()),
                Arguments.of(
                        "openpyxl",
                        withTable(
                                        s1,
                                        "",
                                        "<sheetPr><outlinePr summaryBelow=\"1\"/><pageSetUpPr/></sheetPr><dimension ref=\"A1:H3\"/>",
                                        "",
                                        "<pageMargins left=\"0.75\" right=\"0.75\" top=\"1\" bottom=\"1\" header=\"0.5\" footer=\"0.5\"/>",
                                        "")
                                .each(
                                        n -> n,
                                        c -> c.replace("Target=\"worksheets/", "Target=\"/xl/worksheets/")
                                                .replace("Target=\"sharedStrings", "Target=\"/xl/sharedStrings")
                                                .replace("Target=\"styles", "Target=\"/xl/styles"))),
                Arguments.of(
                        "openpyxl, write-only",
                        new Book()
                                .around(s1, "", "")
                                .part(
                                        "xl/" + s1,
                                        worksheet(
                                                "",
                                                "<sheetPr/>",
                                                rows(v -> inline + escaped(v) + "</t></is>", "", true),
                                                ""))),
                Arguments.of(
                        "ExcelJS",
                        withTable(
                                s1,
                                " mc:Ignorable=\"x14ac\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"",
                                "<sheetPr><pageSetUpPr/></sheetPr><dimension ref=\"A1:H3\"/><cols><col min=\"1\" max=\"1\" width=\"20\" customWidth=\"1\"/></cols>",
                                " spans=\"1:8\" x14ac:dyDescent=\"0.25\"",
                                "",
                                " xml:space=\"preserve\"")),
                Arguments.of(
                        "ExcelJS, streaming",
                        new Book()
                                .around("worksheets/sheet1.xml", "", "")
                                .part(
                                        "xl/" + s1,
                                        worksheet(
                                                "",
                                                "",
                                                rows(v -> "t=\"str\"><v>" + escaped(v) + "</v>", "", true),
                                                ""))),
                Arguments.of(
                        "LibreOffice Calc",
                        withTable(
                                        s1,
                                        " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"",
                                        "<sheetPr filterMode=\"false\"><pageSetUpPr fitToPage=\"false\"/></sheetPr><dimension ref=\"A1:H3\"/><sheetFormatPr defaultColWidth=\"11.53515625\" defaultRowHeight=\"12.8\" zeroHeight=\"false\" outlineLevelRow=\"0\" outlineLevelCol=\"0\"/>",
                                        " customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\"",
                                        "<printOptions headings=\"false\" gridLines=\"false\"/>",
                                        " xml:space=\"preserve\"")
                                .each(
                                        n -> n,
                                        c -> c.replace("<c r=\"G2\">", "<c r=\"G2\" t=\"n\">")
                                                .replace("standalone=\"yes\"", "standalone=\"yes\""))),
                Arguments.of(
                        "WPS Office",
                        withTable(
                                        s1,
                                        " xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"etc\"",
                                        "<sheetPr/><dimension ref=\"A1:H3\"/><sheetFormatPr defaultColWidth=\"9\" defaultRowHeight=\"13.5\" outlineLevelRow=\"2\"/>",
                                        " spans=\"1:8\"",
                                        "<headerFooter/><etc:extend><etc:table/></etc:extend>",
                                        "")
                                .part("customXml/item1.xml", "<x/>")
                                .part(
                                        "docProps/custom.xml",
                                        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>")),
                Arguments.of("Google Sheets", googleSheets(s1)),
                Arguments.of(
                        "pandas, XlsxWriter",
                        withTable(
                                s1,
                                "",
                                "<dimension ref=\"A1:H3\"/><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>",
                                "",
                                "",
                                "")),
                Arguments.of("pandas, with its index", pandasIndex(s1)),
                Arguments.of(
                        "Apache POI, streaming",
                        new Book()
                                .around(s1, "", "")
                                .part(
                                        "xl/" + s1,
                                        worksheet(
                                                "",
                                                "<dimension ref=\"A1\"/>",
                                                rows(v -> inline + escaped(v) + "</t></is>", "", true),
                                                ""))),
                Arguments.of("ClosedXML, prefixed names", prefixed(s1)),
                Arguments.of(
                        "EPPlus, no references",
                        new Book()
                                .around(s1, "", "")
                                .part(
                                        "xl/" + s1,
                                        worksheet(
                                                "", "", rows(v -> inline + escaped(v) + "</t></is>", "", false), ""))),
                Arguments.of(
                        "Apple Numbers",
                        withTable(
                                        "worksheets/sheet.xml",
                                        "",
                                        "<dimension ref=\"A1:H3\"/>",
                                        " ht=\"20\" customHeight=\"1\"",
                                        "",
                                        "")
                                .part(
                                        "docProps/app.xml",
                                        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Numbers</Application></Properties>")),
                Arguments.of(
                        "part names in another case",
                        withTable(s1, "", "", "", "", "")
                                .each(
                                        n -> n.startsWith("xl/")
                                                ? n.replace("xl/w", "XL/W")
                                                        .replace("sheet1.xml", "Sheet1.XML")
                                                        .replace("sharedStrings", "sharedstrings")
                                                : n,
                                        c -> c)),
                Arguments.of(
                        "back-slashed part names",
                        withTable(s1, "", "", "", "", "").each(n -> n.replace('/', '\\'), c -> c)),
                Arguments.of(
                        "Strict Open XML",
                        withTable(s1, "", "", "", "", "")
                                .each(
                                        n -> n,
                                        c -> c.replace(MAIN, STRICT)
                                                .replace(
                                                        OFFICE,
                                                        "http://purl.oclc.org/ooxml/officeDocument/relationships"))));
    }

    /** Types of parts that are not there, texts in the cells, no styles of its own. */
    private static Book sheetJs() {
        String unused = Stream.of("bin", "vml", "data", "bmp", "png", "gif", "emf", "wmf", "jpg", "tif", "pdf", "rtf")
                        .reduce(
                                "",
                                (a, e) -> a + "<Default Extension=\"" + e
                                        + "\" ContentType=\"application/octet-stream\"/>")
                + type("/xl/metadata.xml", "sheetMetadata") + type("/xl/worksheets/sheet2.xml", "worksheet")
                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>";
        return new Book()
                .around("worksheets/sheet1.xml", unused, relation("rId4", "sheetMetadata", "metadata.xml"))
                .part(
                        "xl/worksheets/sheet1.xml",
                        worksheet(
                                "",
                                "<dimension ref=\"A1:H3\"/>",
                                rows(v -> "t=\"str\"><v>" + escaped(v) + "</v>", "", true),
                                "<ignoredErrors><ignoredError numberStoredAsText=\"1\" sqref=\"A1:H3\"/></ignoredErrors>"));
    }

    /** A thousand empty rows in its own looks, a drawing for every sheet. */
    private static Book googleSheets(String sheet) {
        StringBuilder empty = new StringBuilder();
        for (int r = 4; r <= 1000; r++) {
            empty.append("<row r=\"")
                    .append(r)
                    .append("\" ht=\"15.75\" customHeight=\"1\"><c r=\"A")
                    .append(r)
                    .append("\" s=\"0\"/></row>");
        }
        Book book = withTable(
                sheet,
                " xmlns:mx=\"http://schemas.microsoft.com/office/mac/excel/2008/main\" xmlns:mv=\"urn:schemas-microsoft-com:mac:vml\" xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"",
                "<sheetPr><outlinePr summaryBelow=\"0\" summaryRight=\"0\"/></sheetPr>",
                "",
                "<drawing r:id=\"rId1\"/>",
                "");
        return book.each(n -> n, c -> c.replace("</sheetData>", empty + "</sheetData>"))
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        HEAD + relations(relation("rId1", "drawing", "../drawings/drawing1.xml")))
                .part(
                        "xl/drawings/drawing1.xml",
                        "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\"/>");
    }

    /** A first column without a title, counted from 0. */
    private static Book pandasIndex(String sheet) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        StringBuilder rows = new StringBuilder();
        List<List<String>> lines = lines();
        for (int r = 0; r < lines.size(); r++) {
            rows.append("<row r=\"").append(r + 1).append("\">");
            rows.append(r == 0 ? "" : "<c r=\"A" + (r + 1) + "\"><v>" + (r - 1) + "</v></c>");
            for (int c = 0; c < lines.get(r).size(); c++) {
                String value = lines.get(r).get(c);
                String at = (char) ('B' + c) + "" + (r + 1);
                rows.append(
                        value.isEmpty()
                                ? ""
                                : number(value)
                                        ? "<c r=\"" + at + "\"" + (value.length() == 5 ? " s=\"1\"" : "") + "><v>"
                                                + value + "</v></c>"
                                        : "<c r=\"" + at + "\" " + shared(texts, value) + "</c>");
            }
            rows.append("</row>");
        }
        return new Book()
                .around(
                        sheet,
                        type("/xl/sharedStrings.xml", "sharedStrings"),
                        relation("rId3", "sharedStrings", "sharedStrings.xml"))
                .part("xl/" + sheet, worksheet("", "", rows.toString(), ""))
                .part("xl/sharedStrings.xml", table(texts, "<si><t>", "</t></si>"));
    }

    /** {@code x:} before every element. */
    private static Book prefixed(String sheet) {
        return withTable(sheet, "", "", "", "", "")
                .each(
                        n -> n,
                        c -> c.contains("xmlns=\"" + MAIN + "\"")
                                ? c.replace("xmlns=\"" + MAIN + "\"", "xmlns:x=\"" + MAIN + "\"")
                                        .replaceAll("<(/?)(?=[a-zA-Z])", "<$1x:")
                                : c);
    }

    @BeforeAll
    static void head() {
        TABLE.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("producers")
    void isRead(String producer, Book book) throws IOException {
        List<SheetRow> rows = rows(book.write(dir));

        assertThat(rows).hasSize(2);
        for (int i = 0; i < rows.size(); i++) {
            List<String> person = PEOPLE.get(i);
            Map<String, String> cells = rows.get(i).cells();
            assertThat(rows.get(i).row()).isEqualTo(i + 2);
            assertThat(cells)
                    .containsEntry("name", person.getFirst())
                    .containsEntry("sex", person.get(1))
                    .containsEntry("birth", "1985-03-12")
                    .containsEntry("education", person.get(4))
                    .containsEntry("employerName", person.get(5))
                    .containsEntry("phone", person.get(6));
            assertThat(cells.getOrDefault("remark", "")).isEqualTo(person.get(7));
            assertThat(rows.get(i).issues())
                    .noneMatch(issue -> issue.level() != org.talenthub.common.Issue.Level.NOTICE);
        }
        TABLE.add(producer);
    }

    @AfterAll
    static void table() {
        System.out.println("producer | read\n--- | ---");
        producers()
                .map(p -> String.valueOf(p.get()[0]))
                .forEach(p -> System.out.println(p + " | " + (TABLE.contains(p) ? "read" : "NOT READ")));
    }
}
