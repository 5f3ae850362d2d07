package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Feed;

/** What the tests of this package share: writing small files and reading them the way importing does. */
public abstract class SheetTests {

    public static final String[] HEADER = {"姓名", "性别", "出生年月", "证件号码", "学历", "工作单位", "联系电话", "备注"};

    @TempDir
    public Path dir;

    public final SheetFile sheets = new SheetFile(SheetLimits.defaults());

    public Layout inspect(Path file) {
        return sheets.inspect(file, "表.xlsx", TestFeeds.TALENT, TestFeeds.FEEDS);
    }

    public Problem refused(Path file) {
        Problem problem = catchThrowableOfType(Problem.class, () -> inspect(file));
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }

    public List<SheetRow> rows(Path file) {
        Layout layout = inspect(file);
        List<SheetRow> rows = rows(file, layout, TestFeeds.TALENT);
        assertThat(layout.rowsTotal()).isEqualTo(rows.size());
        return rows;
    }

    public List<SheetRow> rows(Path file, Layout layout, Feed feed) {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = sheets.read(file, layout, feed)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    public Path file(String name, byte[] content) throws IOException {
        return Files.write(dir.resolve(name), content);
    }

    public Path workbook(Consumer<XSSFWorkbook> content) throws IOException {
        Path file = Files.createTempFile(dir, "book", ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(book);
            book.write(out);
        }
        return file;
    }

    public static void put(Sheet sheet, int row, String... values) {
        Row r = sheet.createRow(row);
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                r.createCell(i).setCellValue(values[i]);
            }
        }
    }

    public static String[] person(String name) {
        return new String[] {name, "男", "1985-03", "", "本科", "湖北示例单位", "", ""};
    }
}
