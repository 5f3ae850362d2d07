package org.talenthub.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes sheets so that the same content gives the same bytes: no clock, no machine in them. */
final class SheetFiles {

    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 11, 1, 0, 0);

    private SheetFiles() {}

    /** UTF-8 with byte order mark, as a spreadsheet program saves “CSV UTF-8”. */
    static void csv(Path file, Table table) {
        csv(file, table.lines(), StandardCharsets.UTF_8, true, ',');
    }

    static void csv(Path file, List<List<String>> lines, Charset charset, boolean mark, char separator) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, charset);
                CsvWriter csv = CsvWriter.builder()
                        .fieldSeparator(separator)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(out)) {
            if (mark) {
                out.write('\uFEFF');
            }
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        bytes(file, bytes.toByteArray());
    }

    static void xlsx(Path file, Table table) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Sheet1");
            rows(sheet, table.lines());
            sheet.createFreezePane(1, 1);
            workbook(file, book);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    static void rows(XSSFSheet sheet, List<List<String>> lines) {
        for (List<String> line : lines) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int i = 0; i < line.size(); i++) {
                if (!line.get(i).isEmpty()) {
                    row.createCell(i).setCellValue(line.get(i));
                }
            }
        }
    }

    static void workbook(Path file, XSSFWorkbook book) {
        bytes(file, workbookBytes(book));
    }

    /** The workbook with fixed dates in its properties and in its zip entries. */
    static byte[] workbookBytes(XSSFWorkbook book) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            book.getProperties().getCoreProperties().setCreator("talent-hub demo");
            book.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            book.write(raw);
            try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(raw.toByteArray()));
                    ZipOutputStream to = new ZipOutputStream(out)) {
                for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(STAMP);
                    to.putNextEntry(copy);
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static void text(Path file, String text) {
        bytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
