package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.correction.Corrections;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.SheetLimits;

/**
 * Files made to keep a reader busy or to fill its memory: each is refused with a word, or read like any other, and soon. They are
 * written here, a part at a time; what is small on the wire is meant to be large behind it.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileFilesTests extends SheetTests {

    /** What one of them may take of a processor: a machine that does other things too takes longer by the clock. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final int CELLS = 12_000;

    static Stream<Arguments> descriptions() {
        return Stream.of(
                Arguments.of("sheets that share a part", 100_000, (Filler) HostileFilesTests::manySheets),
                Arguments.of("sheets beyond what anybody fills in", 300, (Filler) HostileFilesTests::manySheets),
                Arguments.of("content types", 700_000, (Filler) HostileFilesTests::manyTypes),
                Arguments.of("relations of the workbook", 700_000, (Filler) HostileFilesTests::manyRelations),
                Arguments.of("relations of the file", 700_000, (Filler) HostileFilesTests::manyRootRelations),
                Arguments.of("names", 1_500_000, (Filler) HostileFilesTests::manyNames),
                Arguments.of("looks of cells", 200_000, (Filler) HostileFilesTests::manyLooks),
                Arguments.of("number formats", 100_000, (Filler) HostileFilesTests::manyFormats),
                Arguments.of("merged cells", 300_000, (Filler) HostileFilesTests::manyMerges),
                Arguments.of("ranges of columns", 500_000, (Filler) HostileFilesTests::manyColumns),
                Arguments.of("elements within elements", 100_000, (Filler) HostileFilesTests::deep),
                Arguments.of("characters of an attribute", 30_000_000, (Filler) HostileFilesTests::longAttribute),
                Arguments.of("characters of a name", 30_000_000, (Filler) HostileFilesTests::longName),
                Arguments.of("attributes", 1_000_000, (Filler) HostileFilesTests::manyAttributes),
                Arguments.of("characters of a text", 30_000_000, (Filler) HostileFilesTests::longText),
                Arguments.of("characters of a formula", 30_000_000, (Filler) HostileFilesTests::longFormula));
    }

    interface Filler {
        RawBook fill(int times);
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("descriptions")
    void descriptionsWithoutEnd(String what, int times, Filler filler) throws IOException {
        Problem problem = soon(what, filler.fill(times).write(dir));

        assertThat(problem).as(what).isNotNull();
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.detail()).matches("(?s).*\\p{IsHan}.*。");
    }

    private static RawBook manySheets(int times) {
        RawBook book = new RawBook();
        book.part("xl/workbook.xml", out -> {
            StringBuilder sheets = new StringBuilder();
            for (int i = 0; i < times; i++) {
                sheets.append("<sheet name=\"s%d\" sheetId=\"%d\" r:id=\"r%s\"/>"
                        .formatted(i, i + 1, times > 1000 ? "1" : "s" + i));
            }
            out.write(RawBook.workbook(sheets.toString(), ""));
        });
        if (times < 1000) {
            StringBuilder relations = new StringBuilder();
            for (int i = 0; i < times; i++) {
                relations.append(RawBook.relation("rs" + i, "worksheet", "s" + i + ".xml"));
                book.part("xl/s" + i + ".xml", out -> RawBook.sheet(out, RawBook.row(2, person("张一"))));
            }
            book.part("xl/_rels/workbook.xml.rels", out -> RawBook.relations(out, relations.toString(), "sheet.xml"));
        }
        return book;
    }

    private static RawBook manyTypes(int times) {
        return new RawBook()
                .part(
                        "[Content_Types].xml",
                        out -> RawBook.types(
                                out, many(times, "<Override PartName=\"/x/%d.xml\" ContentType=\"a/b\"/>")));
    }

    private static RawBook manyRelations(int times) {
        return new RawBook()
                .part(
                        "xl/_rels/workbook.xml.rels",
                        out -> RawBook.relations(
                                out, many(times, RawBook.relation("x%d", "image", "i%d.png")), "sheet.xml"));
    }

    private static RawBook manyRootRelations(int times) {
        return new RawBook()
                .part(
                        "_rels/.rels",
                        out -> RawBook.relations(
                                out, many(times, RawBook.relation("x%d", "image", "i%d.png")), "sheet.xml"));
    }

    private static RawBook manyNames(int times) {
        return new RawBook()
                .part(
                        "xl/workbook.xml",
                        out -> out.write(RawBook.workbook(
                                "<sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>",
                                many(times, "<definedName name=\"n%d\">人才!$A$%d</definedName>"))));
    }

    private static RawBook manyLooks(int times) {
        return styled("<cellXfs>" + many(times, "<xf numFmtId=\"%d\" fontId=\"%d\"/>") + "</cellXfs>");
    }

    private static RawBook manyFormats(int times) {
        return styled("<numFmts>" + many(times, "<numFmt numFmtId=\"%d\" formatCode=\"0.00%d\"/>") + "</numFmts>");
    }

    private static RawBook styled(String styles) {
        return new RawBook()
                .part("xl/styles.xml", "<styleSheet xmlns=\"" + RawBook.MAIN + "\">" + styles + "</styleSheet>");
    }

    private static RawBook manyMerges(int times) {
        return new RawBook().part("xl/sheet.xml", out -> {
            RawBook.open(out);
            out.write(RawBook.row(2, person("张一")));
            RawBook.close(out, "<mergeCells>" + many(times, "<mergeCell ref=\"A%d:A%d\"/>") + "</mergeCells>");
        });
    }

    private static RawBook manyColumns(int times) {
        return before("<cols>" + many(times, "<col min=\"1\" max=\"16384\" width=\"1%d\"/>") + "</cols>");
    }

    private static RawBook deep(int times) {
        return before(many(times, "<a i=\"%d\">"));
    }

    private static RawBook longAttribute(int length) {
        return before("<a b=\"" + noise(length) + "\"/>");
    }

    private static RawBook longName(int length) {
        return before("<" + noise(length) + "/>");
    }

    private static RawBook manyAttributes(int times) {
        return before("<a " + many(times, "b%d=\"%d\" ") + "/>");
    }

    private static RawBook longText(int length) {
        return before("").part("xl/sheet.xml", out -> RawBook.sheet(out, RawBook.row(2, noise(length))));
    }

    private static RawBook longFormula(int length) {
        return before("")
                .part(
                        "xl/sheet.xml",
                        out -> RawBook.sheet(out, "<row r=\"2\"><c r=\"A2\"><f>" + noise(length) + "</f></c></row>"));
    }

    /** Something before the sheet's rows. */
    private static RawBook before(String what) {
        return new RawBook().part("xl/sheet.xml", out -> {
            out.write("<worksheet xmlns=\"" + RawBook.MAIN + "\">" + what + "<sheetData>" + RawBook.row(1, HEADER)
                    + RawBook.row(2, person("张一")));
            RawBook.close(out, "");
        });
    }

    /** The pattern as often as asked for, with the running number in it. */
    private static String many(int times, String pattern) {
        StringBuilder all = new StringBuilder(times * pattern.length());
        for (int i = 1; i <= times; i++) {
            all.append(pattern.replace("%d", String.valueOf(i)));
        }
        return all.toString();
    }

    /** Letters that no packing makes small. */
    private static String noise(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** What a reader has no use for costs no more than its bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--%s-->", "<?a %s?>", "<a><![CDATA[%s]]></a>", "<a>%s</a>"})
    void longAsideIsPassedOver(String aside) throws IOException {
        String filler = noise(2_000_000).replace("aa", "a<");
        Path file = before(aside.formatted(aside.startsWith("<a>%") ? filler.replace("<", "<b/>") : filler))
                .write(dir);

        assertThat(soon(aside, file)).isNull();
        assertThat(rows(file)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"　", "a@", "("})
    void oneLongTextInEveryCell(String character) throws IOException {
        longText(character);
    }

    @ParameterizedTest
    @ValueSource(strings = {"长", " ", "&#13;", "=1+", "1", "、", "_x000D_"})
    @Tag("long")
    void oneOfManyLongTextsInEveryCell(String character) throws IOException {
        longText(character);
    }

    private void longText(String character) throws IOException {
        int length = 32_000 / character.length();
        for (int column : new int[] {0, 2, 5, 7, 8}) {
            Path file = repeated(character.repeat(length), column);

            Problem problem = soon("“" + character + "” in column " + column, file);

            assertThat(problem == null ? "read" : problem.code()).isIn("read", "file.bomb", "cell.toolong");
        }
    }

    private Path repeated(String text, int column) {
        return new RawBook()
                .part("xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>")
                .part("xl/sheet.xml", out -> {
                    RawBook.open(out);
                    for (int row = 2; row < CELLS; row++) {
                        String[] values = Arrays.copyOf(person("张" + row), 9);
                        values[column] = "@";
                        out.write(RawBook.row(row, values)
                                .replace("t=\"inlineStr\"><is><t>@</t></is>", "t=\"s\"><v>0</v>"));
                    }
                    RawBook.close(out, "");
                })
                .write(dir);
    }

    @Test
    @Tag("long")
    void longTextsInTheHeader() throws IOException {
        Path file = new RawBook()
                .part("xl/sharedStrings.xml", "<sst><si><t>" + "长".repeat(32_000) + "</t></si></sst>")
                .part("xl/sheet.xml", out -> {
                    out.write("<worksheet xmlns=\"" + RawBook.MAIN + "\"><sheetData>");
                    for (int row = 1; row <= 10; row++) {
                        out.write("<row r=\"" + row + "\">" + many(198, "<c t=\"s\"><v>0</v></c>") + "</row>");
                    }
                    RawBook.close(out, "");
                })
                .write(dir);

        assertThat(soon("header", file).code()).isIn("header.notfound", "file.bomb");
    }

    @Test
    @Tag("long")
    void millionsOfTexts() throws IOException {
        Path file = new RawBook()
                .part("xl/sharedStrings.xml", out -> {
                    out.write("<sst>");
                    for (int i = 0; i < 3_000_000; i++) {
                        out.write("<si><t>" + i + "</t></si>");
                    }
                    out.write("</sst>");
                })
                .part(
                        "xl/sheet.xml",
                        out -> RawBook.sheet(
                                out,
                                RawBook.row(2, person("张一"))
                                        .replace("</row>", "<c r=\"H2\" t=\"s\"><v>2999999</v></c></row>")
                                        .replace("<c r=\"H2\" t=\"inlineStr\"><is><t></t></is></c>", "")))
                .write(dir);

        assertThat(soon("texts", file)).isNull();
        assertThat(rows(file).getFirst().cells()).containsEntry("remark", "2999999");
    }

    @Test
    void dimensionThatLies() throws IOException {
        Path file = before("<dimension ref=\"A1:XFD1048576\"/>").write(dir);
        assertThat(inspect(file).rowsTotal()).isEqualTo(1);
        assertThat(soon(
                        "dimension",
                        before("<dimension ref=\"A1:A99999999999999999999\"/>").write(dir)))
                .isNull();
        assertThat(soon("dimension", before("<dimension ref=\"nonsense\"/>").write(dir)))
                .isNull();
    }

    /** Rows are known by their numbers; cells by their places. */
    @Test
    void rowsAndCellsTwice() throws IOException {
        for (int second : new int[] {2, 1, 3}) {
            Path file = new RawBook()
                    .part(
                            "xl/sheet.xml",
                            out -> RawBook.sheet(out, RawBook.row(3, person("张一")) + RawBook.row(second, person("张二"))))
                    .write(dir);
            assertThat(soon("row " + second, file).detail()).contains("第 " + second + " 行", "次序");
        }
        Path twice = new RawBook()
                .part(
                        "xl/sheet.xml",
                        out -> RawBook.sheet(
                                out,
                                RawBook.row(2, person("张一"))
                                        .replace("</row>", "<c r=\"A2\" t=\"str\"><v>张二</v></c></row>")))
                .write(dir);
        assertThat(soon("cell", twice).code()).isEqualTo("file.broken");
    }

    @Test
    void zipsThatLie() throws IOException {
        Path honest = new RawBook().part("xl/media/a.xml", noise(3_000_000)).write(dir);
        byte[] zip = Files.readAllBytes(honest);
        // more in a part than it says
        assertThat(soon("size", file("size.xlsx", patched(zip, "xl/sheet.xml", 24, 10)))
                        .code())
                .isEqualTo("file.bomb");
        // two parts of one name, also in another case
        Path twice = new RawBook().part("XL/Sheet.xml", "<worksheet/>").write(dir);
        assertThat(soon("twice", twice).code()).isEqualTo("file.broken");
        byte[] exactly = new RawBookBytes(Files.readAllBytes(
                        new RawBook().part("xl/sheeu.xml", "<worksheet/>").write(dir)))
                .renamed("xl/sheeu.xml", "xl/sheet.xml")
                .bytes();
        assertThat(soon("twice", file("twice.xlsx", exactly)).code()).isEqualTo("file.broken");
    }

    /** The index is measured before it is loaded. */
    @Test
    void zipWithAnIndexWithoutEnd() throws IOException {
        RawBook book = new RawBook();
        for (int i = 0; i < 30_000; i++) {
            book.part("xl/" + i, "");
        }
        assertThat(soon("entries", book.write(dir)).code()).isEqualTo("file.bomb");

        byte[] zip = Files.readAllBytes(new RawBook().write(dir));
        ByteBuffer claims = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        claims.putInt(zip.length - 22 + 12, Integer.MAX_VALUE);
        assertThat(soon("index", file("index.xlsx", zip)).status()).isEqualTo(422);
    }

    /** Entries that share one piece of packed data count each for itself. */
    @Test
    void zipWhosePartsOverlap() throws IOException {
        byte[] zip = Files.readAllBytes(
                new RawBook().part("xl/z.xml", noise(300_000).repeat(20)).write(dir));
        Path file = file(
                "overlap.xlsx",
                new RawBookBytes(zip).repeated("xl/z.xml", 2_000).bytes());

        assertThat(soon("overlap", file).code()).isEqualTo("file.bomb");
    }

    @Test
    void passwordThatTakesForever() throws Exception {
        Path locked = dir.resolve("locked.xlsx");
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(Decryptor.DEFAULT_PASSWORD);
            try (OutputStream out = encryptor.getDataStream(ole)) {
                Files.copy(workbook(b -> put(b.createSheet(), 0, HEADER)), out);
            }
            byte[] info = ole.createDocumentInputStream(EncryptionInfo.ENCRYPTION_INFO_ENTRY)
                    .readAllBytes();
            String patient = new String(info, StandardCharsets.ISO_8859_1)
                    .replace("spinCount=\"100000\"", "spinCount=\"2000000000\"");
            assertThat(patient).contains("2000000000");
            ole.getRoot()
                    .createOrUpdateDocument(
                            EncryptionInfo.ENCRYPTION_INFO_ENTRY,
                            new ByteArrayInputStream(patient.getBytes(StandardCharsets.ISO_8859_1)));
            try (OutputStream out = Files.newOutputStream(locked)) {
                ole.writeFilesystem(out);
            }
        }

        assertThat(soon("spins", locked).code()).isEqualTo("file.password");
    }

    static Stream<Arguments> texts() {
        String head = String.join(",", HEADER) + "\n";
        String row = String.join(",", person("张一")) + "\n";
        return Stream.of(
                Arguments.of("one line", head + row + noise(30_000_000), "file.broken"),
                Arguments.of("one first line", noise(30_000_000), "file.broken"),
                Arguments.of("a million columns", head + row.strip() + ",x".repeat(1_000_000), "columns.toomany"),
                Arguments.of("a million titles", head.strip() + ",x".repeat(1_000_000) + "\n" + row, "columns.toomany"),
                Arguments.of("separators only", ",".repeat(20_000_000), "columns.toomany"),
                Arguments.of("blank lines", head + "\n".repeat(2_000_000) + row, null),
                Arguments.of("a quote that is never closed", head + row + "\"" + row.repeat(400_000), "file.broken"),
                Arguments.of("quotes", head + "\"".repeat(20_000_000), "file.broken"),
                Arguments.of("pairs of quotes", head + row + "\"\",".repeat(2_000_000), "columns.toomany"),
                Arguments.of("a long cell", head + row.replace("湖北", "湖".repeat(40_000)), "cell.toolong"),
                Arguments.of("blanks", " ".repeat(20_000_000), "file.broken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void textsWithoutEnd(String what, String text, String code) throws IOException {
        Path file = file("a.csv", text.getBytes(StandardCharsets.UTF_8));

        Problem problem = soon(what, file);

        assertThat(problem == null ? null : problem.code()).as(what).isEqualTo(code);
    }

    /** Nothing goes on when the time is over or somebody says stop, wherever the reader is. */
    @Test
    void readingEnds() throws Exception {
        Path endless = new RawBook()
                .part("xl/sheet.xml", out -> {
                    RawBook.open(out);
                    nothing(out);
                    RawBook.close(out, "");
                })
                .write(dir);
        SheetFile hasty = new SheetFile(limits(Duration.ofMillis(200), Duration.ofMillis(200)));
        long start = System.nanoTime();
        Throwable slow = catchThrowable(() -> hasty.inspect(endless, "a", TestFeeds.TALENT, TestFeeds.FEEDS));
        assertThat(slow)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("file.slow"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));

        Throwable[] stopped = {null};
        Thread reader = Thread.ofPlatform().start(() -> stopped[0] = catchThrowable(() -> inspect(endless)));
        Thread.sleep(300);
        reader.interrupt();
        reader.join(10_000);
        assertThat(stopped[0]).isInstanceOf(Patience.Stopped.class);
        Path text = file(
                "long.csv", (String.join(",", HEADER) + "\n").repeat(200_000).getBytes(StandardCharsets.UTF_8));
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> inspect(text))).isInstanceOf(Patience.Stopped.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** What was good as far as it was read in time is taken, and read through later. */
    @Test
    @Tag("long")
    void longFileIsTakenAsFarAsItWasRead() throws IOException {
        Path file = new RawBook()
                .part("xl/sheet.xml", out -> {
                    RawBook.open(out);
                    out.write(RawBook.row(2, person("张一")));
                    nothing(out);
                    RawBook.close(out, "");
                })
                .write(dir);
        Layout layout = inspect(before("").write(dir));
        AtomicLong whole = new AtomicLong();
        AtomicLong part = new AtomicLong();
        Patience endless = new Patience(Duration.ofDays(1), whole::incrementAndGet);
        assertThat(readThrough(file, layout, endless).rowsTotal()).isEqualTo(1);

        Patience brief = new Patience(Duration.ofNanos(whole.get() * 8 / 10), part::incrementAndGet);
        Layout taken = readThrough(file, layout, brief);

        assertThat(brief.over()).isTrue();
        assertThat(taken.rowsTotal()).isEqualTo(layout.rowsTotal());
    }

    private static Layout readThrough(Path file, Layout layout, Patience patience) {
        return SheetFile.readThrough(new Original(file, SheetLimits.defaults(), patience), layout, TestFeeds.TALENT);
    }

    /** A hundred megabytes in which there is no row. */
    private static void nothing(Writer out) throws IOException {
        String aside = "<!--" + noise(50_000) + "-->";
        for (int i = 0; i < 1_000; i++) {
            out.write(aside);
        }
    }

    private static SheetLimits limits(Duration look, Duration maxTime) {
        return new SheetLimits(
                DataSize.ofGigabytes(1),
                DataSize.ofMegabytes(100),
                DataSize.ofGigabytes(1),
                2_000_000,
                200,
                32_767,
                look,
                maxTime);
    }

    /** The way back of such a file is no door either. */
    @Test
    void correctionOfAWorkbookFullOfOtherThings() throws IOException {
        for (String behind : List.of(
                "<mergeCells>" + many(100_000, "<mergeCell ref=\"K%d:K9%d\"/>") + "</mergeCells>",
                "<hyperlinks>" + many(100_000, "<hyperlink ref=\"A%d\" location=\"b\"/>") + "</hyperlinks>",
                "<conditionalFormatting sqref=\"A1:A9\">"
                        + many(50_000, "<cfRule type=\"expression\" priority=\"%d\"><formula>1</formula></cfRule>")
                        + "</conditionalFormatting>")) {
            Path file = new RawBook()
                    .part("xl/sheet.xml", out -> {
                        RawBook.open(out);
                        for (int row = 2; row < 2_000; row++) {
                            out.write(RawBook.row(row, person("张" + row)));
                        }
                        RawBook.close(out, behind);
                    })
                    .write(dir);
            SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
            for (int row = 2; row < 2_000; row++) {
                issues.put(row, List.of(Issue.error("姓名", "x", "不对。", null)));
            }
            Layout layout = inspect(file);
            Duration start = worked();
            try (OutputStream out = OutputStream.nullOutputStream()) {
                new Corrections(SheetLimits.defaults())
                        .write(file, "a", layout, TestFeeds.TALENT, issues, String::valueOf, out);
            }
            Duration took = worked().minus(start);
            System.out.printf("correction %s: %d ms%n", behind.substring(0, 20), took.toMillis());
            assertThat(took).as(behind.substring(0, 20)).isLessThan(SOON);
        }
    }

    /** The refusal, or null when the file is good; either within the time. */
    private Problem soon(String what, Path file) {
        Duration start = worked();
        Throwable thrown = catchThrowable(() -> inspect(file));
        Duration took = worked().minus(start);
        System.out.printf(
                "%s: %d KB, %d ms, %s%n",
                what, file.toFile().length() >> 10, took.toMillis(), thrown instanceof Problem p ? p.code() : thrown);
        assertThat(took).as(what).isLessThan(SOON);
        assertThat(thrown == null || thrown instanceof Problem)
                .as(what + ": " + thrown)
                .isTrue();
        return (Problem) thrown;
    }

    /** What this thread has had of a processor so far. */
    private static Duration worked() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static byte[] patched(byte[] zip, String name, int field, int value) {
        byte[] copy = zip.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(RawBookBytes.directory(copy, name) + field, value);
        return copy;
    }
}
