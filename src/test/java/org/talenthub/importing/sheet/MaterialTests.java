package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.correction.Corrections;
import org.talenthub.importing.sheet.csv.CsvRows;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.xlsx.XlsxBook;
import org.talenthub.importing.sheet.xlsx.XlsxRows;
import tools.jackson.databind.json.JsonMapper;

/** Files that broke somebody's reader once. They are read where they lie; where they are absent, this does not run. */
class MaterialTests extends SheetTests {

    private static final Path MATERIAL = Path.of(System.getProperty("hub.material", "../shared/material"));

    static List<Path> workbooks() throws IOException {
        return files("spreadsheets", ".xls", ".xlsx", ".xlsm");
    }

    static List<Path> csvs() throws IOException {
        return files("csv/csvs", ".csv");
    }

    /** Those that open; nothing can be given back of an .xls, nor of what POI cannot read either. */
    static List<Path> opening() throws IOException {
        List<Path> opening = new ArrayList<>();
        for (Path file : workbooks()) {
            if (!Files.isRegularFile(file)
                    || (!file.toString().endsWith(".xls") && outcome(file).equals("OPEN"))) {
                opening.add(file);
            }
        }
        return opening;
    }

    private static List<Path> files(String folder, String... endings) throws IOException {
        Path at = MATERIAL.resolve(folder);
        if (!Files.isDirectory(at)) {
            return List.of(at);
        }
        try (Stream<Path> files = Files.list(at)) {
            return files.filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** Every file ends in a row report or a clear refusal, within 10 s and a heap of 512 MB. */
    @Test
    void everyFileEndsInTimeAndMemory() throws Exception {
        assumeTrue(Files.isDirectory(MATERIAL), "no material at " + MATERIAL.toAbsolutePath());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MaterialReading.class.getName(),
                        MATERIAL.resolve("spreadsheets").toString(),
                        MATERIAL.resolve("csv/csvs").toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        assertThat(process.waitFor()).as("%s", lines).isZero();
        List<String> results =
                lines.stream().filter(l -> l.matches("\\d+\\t.*")).toList();
        assertThat(results).hasSize(workbooks().size() + csvs().size());
        Files.write(Path.of("target/material-report.tsv"), results);
        for (String result : results) {
            String[] parts = result.split("\t");
            assertThat(Integer.parseInt(parts[0])).as(result).isLessThan(10_000);
            assertThat(parts[1]).as(result).matches("4\\d\\d [a-z.]+|\\d+ rows, \\d+ issues");
            assertThat(parts[2]).as(result).matches("4\\d\\d [a-z.]+|\\d+ rows, \\d+ issues|no header|");
        }
    }

    /** Each ends in a refusal or in rows, nothing else; and POI's rejects are never read. */
    @ParameterizedTest
    @MethodSource("workbooks")
    void workbookEndsInRowsOrARefusal(Path file) throws IOException {
        assumeTrue(Files.isRegularFile(file), "no material at " + MATERIAL.toAbsolutePath());
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                inspect(file);
            } catch (Problem e) {
                assertThat(e.status()).isIn(415, 422);
            }
        });
        String outcome = outcome(file);
        if (file.toString().endsWith(".xls")) {
            assertThat(refused(file).code()).isIn("file.xls", "file.kind", "file.password");
        } else if (outcome.equals("OPEN")) {
            List<String> rows = new ArrayList<>();
            Problem problem = catchThrowableOfType(Problem.class, () -> rows.addAll(raw(file)));
            assertThat(problem == null || problem.code().equals("columns.toomany"))
                    .as("%s %s", file, problem)
                    .isTrue();
        } else {
            assertThat(refused(file)).isNotNull();
        }
    }

    /** Whatever its looks are, a workbook that opens can be given back. */
    @ParameterizedTest
    @MethodSource("opening")
    void workbookCanBeGivenBack(Path file) throws IOException {
        assumeTrue(Files.isRegularFile(file), "no material at " + MATERIAL.toAbsolutePath());
        Layout layout = new Layout(
                Layout.Format.XLSX,
                null,
                null,
                0,
                "",
                1,
                Map.of(0, "name"),
                List.of(),
                1,
                Map.of(),
                Map.of(),
                null,
                null);
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        for (int row = 2; row < 30; row++) {
            issues.put(row, List.of(Issue.error("姓名", "required", "姓名必填。", null)));
        }
        Path corrected = dir.resolve("corrected.xlsx");
        try (OutputStream out = Files.newOutputStream(corrected)) {
            new Corrections(SheetLimits.defaults())
                    .write(file, "a.xlsx", layout, TestFeeds.TALENT, issues, String::valueOf, out);
        } catch (Problem e) {
            assertThat(e.code()).isIn("columns.toomany", "file.broken");
            return;
        }
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
        }
    }

    private static String outcome(Path file) throws IOException {
        return Files.readAllLines(MATERIAL.resolve("spreadsheets/outcome.tsv")).stream()
                .map(line -> line.split("\t"))
                .filter(line -> line[0].equals(file.getFileName().toString()))
                .map(line -> line[2])
                .findFirst()
                .orElse("OPEN");
    }

    private static Original original(Path file) {
        return new Original(file, SheetLimits.defaults(), new Patience(Duration.ofMinutes(1)));
    }

    /** Every value of every sheet. */
    private static List<String> raw(Path file) throws Exception {
        List<String> values = new ArrayList<>();
        try (XlsxBook book = XlsxBook.open(original(file))) {
            for (XlsxBook.Sheet sheet : book.sheets()) {
                try (XlsxRows rows = book.rows(sheet)) {
                    for (RawRow row = rows.next(); row != null; row = rows.next()) {
                        for (int i = 0; i < row.width(); i++) {
                            values.add(row.value(i));
                        }
                    }
                }
                book.cellText();
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("csvs")
    void csvMeansWhatTheSpectrumSays(Path file) throws Exception {
        assumeTrue(Files.isRegularFile(file), "no material at " + MATERIAL.toAbsolutePath());
        List<List<String>> records = new ArrayList<>();
        try (CsvRows rows = new CsvRows(original(file), StandardCharsets.UTF_8, ',')) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                List<String> record = new ArrayList<>();
                for (int i = 0; i < row.width(); i++) {
                    record.add(row.value(i));
                }
                records.add(record);
            }
        }
        List<Map<String, String>> read = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < record.size(); i++) {
                object.put(records.getFirst().get(i), record.get(i));
            }
            read.add(object);
        }
        Path json = MATERIAL.resolve("csv/json")
                .resolve(file.getFileName().toString().replace(".csv", ".json"));
        Object meant = JsonMapper.builder().build().readValue(Files.readString(json), Object.class);
        List<?> expected = meant instanceof List<?> list ? list : List.of(meant);

        assertThat(read.stream().map(MaterialTests::comparable).toList())
                .isEqualTo(expected.stream().map(MaterialTests::comparable).toList());
    }

    /** Without the one column that somebody made anonymous in the set's json but not in its csv. */
    private static Map<Object, Object> comparable(Object row) {
        Map<Object, Object> map = new TreeMap<>((Map<?, ?>) row);
        map.remove("Contact Phone Number");
        return map;
    }
}
