package org.talenthub.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files that cannot be used, each with the refusal it must get; all of them are uploaded as talent sheets. */
final class BadFiles {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final Path folder;

    BadFiles(Path jobs) {
        folder = DemoData.samples(jobs, "talent");
    }

    void write() throws IOException {
        text();
        tables();
        workbooks();
        otherKinds();
    }

    private void text() {
        bad("bad-empty.csv", "nothing at all", 422, "file.empty", "");
        bad("bad-blank-lines.csv", "only blank lines", 422, "file.empty", "\r\n\r\n  \r\n,,,\r\n");
        bad(
                "bad-header-only.csv",
                "a header and nobody below",
                422,
                "file.empty",
                String.join(",", Titles.TALENT) + "\r\n");
        bad("bad-notes.csv", "text that is no table", 422, "header.notfound", "hello\nworld\n今天天气很好\n");
        bad("bad-json.csv", "JSON under another name", 415, "file.kind", "[{\"姓名\": \"示例甲子\", \"性别\": \"男\"}]\n");
        bad(
                "bad-quote.csv",
                "ends within quotes",
                422,
                "file.broken",
                csv(Titles.TALENT) + "\"示例甲子,男,1985-03\r\n示例乙丑,男,1985-03\r\n");
    }

    private void tables() {
        List<String> missing = List.of("姓名", "性别", "学历", "学位", "工作单位");
        bad(
                "bad-missing.csv",
                "required columns are not there",
                422,
                "header.missing",
                csv(missing) + "示例甲子,男,本科,学士,示例公司\r\n");
        bad(
                "bad-otherfeed.csv",
                "a demand sheet",
                422,
                "header.otherfeed",
                csv(Titles.DEMAND) + "湖北示例光电科技有限公司,91429999MA9999005A,岗位,1\r\n");
        List<String> twice = new ArrayList<>(Titles.TALENT);
        twice.add("人才姓名");
        bad("bad-twice.csv", "two columns for the name", 422, "header.duplicate", csv(twice) + person(Map.of()));
        bad(
                "bad-deep.csv",
                "the header stands in row 12",
                422,
                "header.notfound",
                "说明\r\n".repeat(11) + csv(Titles.TALENT) + person(Map.of()));
        List<String> wide = new ArrayList<>(Titles.TALENT);
        IntStream.rangeClosed(wide.size() + 1, 200).forEach(i -> wide.add("附加" + i));
        bad("bad-columns.csv", "200 columns", 422, "columns.toomany", csv(wide) + person(Map.of()));
        bad(
                "bad-cell.csv",
                "a cell of 33,000 characters",
                422,
                "cell.toolong",
                csv(Titles.TALENT) + person(Map.of("主要业绩", "长".repeat(33_000))));
    }

    private void workbooks() throws IOException {
        byte[] good = workbook();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            for (String month : List.of("十月", "十一月")) {
                XSSFSheet sheet = book.createSheet(month);
                SheetFiles.rows(sheet, List.of(Titles.TALENT, cells(Map.of("姓名", "示例" + month))));
            }
            bad("bad-twosheets.xlsx", "two sheets that fit", 422, "sheet.several", SheetFiles.workbookBytes(book));
        }
        bad("bad-empty.xlsx", "nothing at all under the name of a workbook", 422, "file.empty", new byte[0]);
        bad("bad-half.xlsx", "the upload broke off", 422, "file.broken", Arrays.copyOf(good, good.length / 2));
        bad("bad-garbage.xlsx", "begins like a zip, goes on like nothing", 422, "file.broken", "PK\u0003\u0004garbage");
        bad(
                "bad-nosheet.xlsx",
                "its sheet is broken XML",
                422,
                "file.broken",
                patched(good, s -> s.substring(0, s.length() / 2)));
        bad(
                "bad-cell.xlsx",
                "a cell of 33,000 characters",
                422,
                "cell.toolong",
                patched(
                        good,
                        s -> s.replaceFirst(
                                "<c r=\"A2\"[^>]*><v>\\d+</v></c>",
                                "<c r=\"A2\" t=\"inlineStr\"><is><t>" + "长".repeat(33_000) + "</t></is></c>")));
        bad(
                "bad-doctype.xlsx",
                "declares an external entity",
                422,
                "file.unsafe",
                patched(
                        good,
                        s -> s.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")));
        bad(
                "bad-bomb.xlsx",
                "swells a thousandfold",
                422,
                "file.bomb",
                patched(good, s -> s + " ".repeat(60_000_000), Deflater.BEST_COMPRESSION));
        bad("bad-password.xlsx", "needs a password to open", 422, "file.password", encrypted(good));
    }

    private void otherKinds() throws IOException {
        bad(
                "bad-html.xls",
                "a web page under the name of a workbook",
                415,
                "file.kind",
                "<html><body><table><tr><td>姓名</td></tr></table></body></html>");
        bad("bad-page.pdf", "a PDF", 415, "file.kind", "%PDF-1.4\n%示例\n");
        bad("bad-picture.csv", "a picture under the name of a csv", 415, "file.kind", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
        });
        bad("bad-archive.xlsx", "an archive of something else", 415, "file.kind", archive());
        bad("bad-old.xls", "an old workbook", 415, "file.xls", old());
    }

    private void bad(String name, String why, int status, String problem, String text) {
        bad(name, why, status, problem, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bad(String name, String why, int status, String problem, byte[] bytes) {
        SheetFiles.bytes(folder.resolve(name), bytes);
        Sample.expect(folder, name, Expected.refused(why, status, problem));
    }

    private static String csv(List<String> line) {
        return String.join(",", line) + "\r\n";
    }

    private static String person(Map<String, String> changes) {
        return csv(cells(changes));
    }

    private static List<String> cells(Map<String, String> changes) {
        return Titles.TALENT.stream()
                .map(t -> changes.getOrDefault(t, t.equals("姓名") ? "示例甲子" : MessyTalents.PERSON.getOrDefault(t, "")))
                .toList();
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            SheetFiles.rows(book.createSheet("Sheet1"), List.of(Titles.TALENT, cells(Map.of())));
            return patched(SheetFiles.workbookBytes(book), UnaryOperator.identity());
        }
    }

    /** The workbook with another text for its sheet; not compressed, since half of it must be the same everywhere. */
    private static byte[] patched(byte[] workbook, UnaryOperator<String> patch) throws IOException {
        return patched(workbook, patch, Deflater.NO_COMPRESSION);
    }

    private static byte[] patched(byte[] workbook, UnaryOperator<String> patch, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            to.setLevel(level);
            for (ZipEntry e = from.getNextEntry(); e != null; e = from.getNextEntry()) {
                byte[] part = from.readAllBytes();
                put(
                        to,
                        e.getName(),
                        e.getName().equals(SHEET)
                                ? patch.apply(new String(part, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : part);
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream to, String name, byte[] part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 11, 1, 0, 0));
        to.putNextEntry(entry);
        to.write(part);
        to.closeEntry();
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            put(to, "readme.txt", "示例".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] old() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("姓名");
            return book.getBytes();
        }
    }

    /** Encrypted with fixed salts instead of random ones, so that it is the same file every time; the password is “demo”. */
    private static byte[] encrypted(byte[] workbook) throws IOException {
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = info.getEncryptor();
        byte[] salt = IntStream.range(0, 16)
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::write, (a, b) -> {})
                .toByteArray();
        encryptor.confirmPassword("demo", salt, salt, salt, salt, salt);
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            try (var out = encryptor.getDataStream(ole)) {
                out.write(workbook);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ole.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
