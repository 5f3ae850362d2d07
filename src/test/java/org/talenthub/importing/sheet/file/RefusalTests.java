package org.talenthub.importing.sheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.SheetTests;
import org.talenthub.importing.sheet.TestFeeds;

class RefusalTests extends SheetTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String HEAD = String.join(",", HEADER);

    @Test
    void emptyFiles() throws IOException {
        refused(file("a.csv", new byte[0]), 422, "file.empty");
        refused(csv("\n\n,,,\n"), 422, "file.empty");
        refused(csv(HEAD + "\n,,,\n"), 422, "file.empty");
        assertThat(refused(workbook(b -> put(b.createSheet("人才"), 0, HEADER))).detail())
                .contains("没有数据行", "人才");
        refused(workbook(b -> b.createSheet("人才")), 422, "file.empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n%âãÏÓ",
                "{\"rows\": []}",
                "[\n {\"姓名\": 1}]",
                "<html><table><tr><td>姓名</td></tr></table></html>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "{\\rtf1 abc}",
                "姓名\u0000\u0001\u0002,性别"
            })
    void otherKindsOfFile(String content) throws IOException {
        refused(csv(content), 415, "file.kind");
    }

    @Test
    void images() throws IOException {
        refused(file("a.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}), 415, "file.kind");
        refused(file("a.csv", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0}), 415, "file.kind");
    }

    @Test
    void oldExcelWordAndPlainZip() throws IOException {
        Path xls = dir.resolve("a.xlsx");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            book.createSheet();
            book.write(out);
        }
        assertThat(refused(xls, 415, "file.xls").detail()).contains("另存为", ".xlsx");
        Path word = dir.resolve("b.xlsx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(word)) {
            document.write(out);
        }
        assertThat(refused(word, 415, "file.kind").detail()).contains("Word");
        assertThat(refused(zip("a.txt", "abc"), 415, "file.kind").detail()).contains("解压");
    }

    @Test
    void passwordProtected() throws Exception {
        Path plain = workbook(b -> put(b.createSheet(), 0, HEADER));
        Path locked = dir.resolve("locked.xlsx");
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(ole)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(locked)) {
                ole.writeFilesystem(out);
            }
        }

        refused(locked, 422, "file.password");
    }

    @Test
    void halfAFile() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(b -> {
            Sheet sheet = b.createSheet();
            put(sheet, 0, HEADER);
            for (int i = 1; i < 200; i++) {
                put(sheet, i, person("张" + i));
            }
        }));
        for (int length : new int[] {5, 30, 500, whole.length / 2, whole.length - 30}) {
            refused(file("half.xlsx", Arrays.copyOf(whole, length)), 422, "file.broken");
        }
        refused(csv(HEAD + "\n张一,男,1985-03,,本科,\"湖北示"), 422, "file.broken");
        byte[] text = (HEAD + "\n张一,男,1985-03,,本科,湖北示").getBytes(StandardCharsets.UTF_8);
        refused(file("cut.csv", Arrays.copyOf(text, text.length - 1)), 422, "file.broken");
    }

    @Test
    void damagedParts() throws IOException {
        refused(book("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0"), 422, "file.broken");
        refused(book("not xml"), 422, "file.broken");
        refused(book("<worksheet><sheetData><row r=\"99999999\"/></sheetData></worksheet>"), 422, "file.broken");
    }

    @Test
    void documentTypesAndExternalEntities() throws IOException {
        refused(
                book("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>"),
                422,
                "file.unsafe");
        refused(
                book("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"),
                422,
                "file.unsafe");
    }

    @Test
    void zipBomb() throws IOException {
        refused(book("<worksheet><sheetData>" + " ".repeat(50 << 20) + "</sheetData></worksheet>"), 422, "file.bomb");
    }

    @Test
    void tooWideTooLongTooMany() throws IOException {
        Path wide = workbook(b -> {
            Row row = b.createSheet().createRow(0);
            for (int i = 0; i < HEADER.length; i++) {
                row.createCell(i).setCellValue(HEADER[i]);
            }
            row.createCell(199).setCellValue("多余");
        });
        assertThat(refused(wide, 422, "columns.toomany").detail()).contains("第 200 列", "GR");
        refused(csv(HEAD + ",列".repeat(192) + "\n"), 422, "columns.toomany");
        refused(csv(HEAD + ",列".repeat(191) + "\n张一,男,1985-03,,本科,单位,,\n"), 0, "");
        Path longCell = csv(HEAD + "\n张一,男,1985-03,,本科,单位,," + "长".repeat(33_000) + "\n");
        assertThat(refused(longCell, 422, "cell.toolong").detail()).contains("第 2 行 H 列");
        refused(book(inline("长".repeat(33_000))), 422, "cell.toolong");
        SheetFile few = new SheetFile(new SheetLimits(
                DataSize.ofMegabytes(64),
                DataSize.ofMegabytes(10),
                DataSize.ofGigabytes(1),
                2,
                200,
                32_767,
                SOON,
                SOON));
        Path three = csv(HEAD + "\n张一,男,1985-03,,本科,单位,,".repeat(3));
        Problem problem = catchThrowableOfType(
                Problem.class, () -> few.inspect(three, "a.csv", TestFeeds.TALENT, TestFeeds.FEEDS));
        assertThat(problem.code()).isEqualTo("rows.toomany");
    }

    @Test
    void tooLarge() throws IOException {
        SheetFile small = new SheetFile(new SheetLimits(
                DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofGigabytes(1), 2, 200, 32_767, SOON, SOON));
        Path file = file("a.csv", new byte[(1 << 20) + 1]);
        Problem problem = catchThrowableOfType(
                Problem.class, () -> small.inspect(file, "a.csv", TestFeeds.TALENT, TestFeeds.FEEDS));
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.code()).isEqualTo("file.toolarge");
    }

    @Test
    void headers() throws IOException {
        refused(csv("产品,价格\n苹果,3\n"), 422, "header.notfound");
        assertThat(refused(csv("姓名,性别,学历\n张一,男,本科\n"), 422, "header.missing").detail())
                .contains("出生年月", "工作单位", "姓名、性别、学历");
        assertThat(refused(csv(HEAD + ",手机\n张一,男,1985-03,,本科,单位,,\n"), 422, "header.duplicate")
                        .detail())
                .contains("G 列和 I 列", "联系电话");
        assertThat(refused(csv("需求单位,岗位名称,需求人数,联系电话\n甲,乙,1,\n"), 422, "header.otherfeed")
                        .detail())
                .contains("急需紧缺人才需求表");
        refused(csv("说明\n".repeat(10) + HEAD + "\n张一,男,1985-03,,本科,单位,,\n"), 422, "header.notfound");
    }

    @Test
    void unknownEncoding() throws IOException {
        Problem problem = refused(file("a.csv", "姓名,\u00FF\u00FE\u0081\u00FF".getBytes(Charset.forName("ISO-8859-1"))));
        assertThat(problem.status()).isEqualTo(422);
    }

    private Problem refused(Path file, int status, String code) {
        if (status == 0) {
            inspect(file);
            return Problem.notFound();
        }
        Problem problem = refused(file);
        assertThat(problem.code() + " " + problem.detail()).startsWith(code + " ");
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).matches("(?s).*\\p{IsHan}.*。");
        return problem;
    }

    private Path csv(String text) throws IOException {
        return file("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String inline(String text) {
        return "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + text
                + "</t></is></c></row></sheetData></worksheet>";
    }

    private Path zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, name, content);
        }
        return file("a.xlsx", bytes.toByteArray());
    }

    /** The smallest workbook around the given worksheet part. */
    private Path book(String sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"s.xml\"/></Relationships>");
            entry(zip, "xl/s.xml", sheet);
        }
        return file("a.xlsx", bytes.toByteArray());
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
