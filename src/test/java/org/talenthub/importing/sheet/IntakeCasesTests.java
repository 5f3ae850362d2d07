package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.reading.Values;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/** Sheets that readers elsewhere misread, each with what it says; and more of the same kinds. */
class IntakeCasesTests extends SheetTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Feeds FEEDS = Feeds.load(DICTIONARIES);
    private static final Values VALUES = new Values(
            DICTIONARIES, Regions.load(), Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));

    private static final String TITLES = "姓名,性别,出生年月,学历,人才类别,技术专长,所属产业,工作单位,联系电话";
    private static final String REST = "博士研究生毕业,卓越工程师,激光芯片,光电子信息,湖北示例有限公司,";

    /** What a row is read as: its values, and its issues with the file's own. */
    private record Read(Parsed parsed, List<Issue> issues) {

        boolean rejected() {
            return issues.stream().anyMatch(i -> i.level() == Issue.Level.ERROR);
        }

        Object value(String field) {
            return parsed.fields().has(field)
                    ? parsed.fields().get(field)
                    : parsed.sealed().get(field);
        }
    }

    static Stream<Arguments> outcomes() throws IOException {
        return Files.readAllLines(resource("outcomes.tsv")).stream()
                .map(line -> line.split("\t"))
                .map(c -> Arguments.of(c[0], c[1], c[2]));
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(IntakeCasesTests.class.getResource("/intake/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Of each file: {@code rows=} how many, {@code 2.birth=} a value of row 2, {@code 2!code} an issue, {@code 2#} rejected, {@code 2.phone?} no
     * warning, {@code !code} the refusal. A blank is written ␣.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void isReadAsWhatItSays(String file, String feed, String expected) {
        if (expected.startsWith("!")) {
            assertThat(refusal(resource(file), feed).code()).isEqualTo(expected.substring(1));
            return;
        }
        Map<Integer, Read> rows = read(resource(file), FEEDS.get(feed));
        for (String claim : expected.split(" ")) {
            if (claim.startsWith("rows=")) {
                assertThat(rows).as(claim).hasSize(Integer.parseInt(claim.substring(5)));
                continue;
            }
            Read row = rows.get(Integer.parseInt(claim.replaceAll("\\D.*", "")));
            assertThat(row).as("%s of %s", claim, rows.keySet()).isNotNull();
            String rest = claim.replaceFirst("\\d+", "");
            switch (rest.charAt(0)) {
                case '#' ->
                    assertThat(row.rejected()).as("%s %s", claim, row.issues()).isTrue();
                case '!' ->
                    assertThat(row.issues()).as(claim).extracting(Issue::code).contains(rest.substring(1));
                default -> {
                    if (rest.endsWith("?")) {
                        String title = FEEDS.get(feed)
                                .column(rest.substring(1, rest.length() - 1))
                                .orElseThrow()
                                .title();
                        assertThat(row.issues())
                                .noneMatch(i -> i.column().equals(title) && i.level() != Issue.Level.NOTICE);
                    } else {
                        String[] parts = rest.substring(1).split("=", 2);
                        assertThat(String.valueOf(row.value(parts[0])))
                                .as("%s %s", claim, row.issues())
                                .isEqualTo(parts[1].replace('␣', ' '));
                    }
                }
            }
        }
    }

    private Map<Integer, Read> read(Path file, Feed feed) {
        Layout layout = sheets.inspect(file, "表", feed, FEEDS);
        Map<Integer, Read> read = new TreeMap<>();
        for (SheetRow row : rows(file, layout, feed)) {
            Parsed parsed = VALUES.parse(feed, row.cells());
            read.put(row.row(), new Read(parsed, row.with(parsed.issues())));
        }
        return read;
    }

    private Problem refusal(Path file, String feed) {
        try {
            read(file, FEEDS.get(feed));
        } catch (Problem e) {
            return e;
        }
        throw new AssertionError(file + " is read");
    }

    private Path csv(String text) throws IOException {
        return file("表.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String somebody(String name) {
        return name + ",男,1985-03," + REST + "\n";
    }

    /** Wherever the quotes stand, and whatever separates: the rows between them are not one cell. */
    @ParameterizedTest
    @CsvSource({
        "甲一|男|1985-03|博士|卓越工程师|\"5英寸|光电子信息|单位|,乙二|男|1985-03|博士|卓越工程师|6英寸\"|光电子信息|单位|",
        "甲一|男|1985-03|博士|\"卓越工程师|激光|光电子信息|单位|,乙二|男|1985-03\"|博士|卓越工程师|激光|光电子信息|单位|13800138000",
        "\"甲一|男|1985-03|博士|卓越工程师|激光|光电子信息|单位|,乙二\"|男|1985-03|博士|卓越工程师|激光|光电子信息|单位|",
        "甲一|男|1985-03|博士|卓越工程师|激光|光电子信息|单位|\",乙二|男|1985-03|博士|卓越工程师|激光|光电子信息|单位|\""
    })
    void swallowedRowsAreRefusedNamingTheLine(String first, String second) throws IOException {
        for (char separator : new char[] {',', '\t', ';'}) {
            Path file = csv(
                    (TITLES + "\n" + somebody("甲零") + first.replace('|', ',') + "\n" + second.replace('|', ',') + "\n")
                            .replace(',', separator));
            Problem problem = refusal(file, "talent");
            assertThat(problem.code()).isEqualTo("csv.quotes");
            assertThat(problem.detail()).contains("第 3 行");
        }
    }

    @Test
    void aCellOfSeveralLinesIsACell() throws IOException {
        Path file = csv(TITLES + "\n甲一,男,1985-03,博士,卓越工程师,\"激光,光纤\n芯片\",光电子信息,单位,\n");
        assertThat(read(file, FEEDS.get("talent")).get(2).value("expertise")).isEqualTo(List.of("激光", "光纤", "芯片"));
    }

    @Test
    void cellsInWrongColumnsAreTold() throws IOException {
        Path file = csv(TITLES + "\n甲一,男,1985-03,博士,卓越工程师,激光,光纤,光电子信息,单位,13800138000\n"
                + "乙二,男,1985-03,博士,卓越工程师,\"激光,光电子信息\",单位,13800138000\n" + somebody("丙三"));
        Map<Integer, Read> rows = read(file, FEEDS.get("talent"));
        assertThat(rows.get(2).issues()).extracting(Issue::code).contains("row.columns");
        assertThat(rows.get(3).issues()).extracting(Issue::code).contains("row.columns");
        assertThat(rows.get(4).rejected()).isFalse();
    }

    /** Which fault is told: that of the separator that the file has. */
    @ParameterizedTest
    @CsvSource({
        "'\"Name\",\"Sex\",\"Birth\"\n\"Li\",\"M\",\"1985-03\"\n',header.notfound",
        "'\"Name\";\"Sex\";\"Birth\"\n\"Li\";\"M\";\"1985-03\"\n',header.notfound",
        "'\"列一\",\"列二\"\n\"a\",\"b\"\n',header.notfound",
        "'姓名,性别,\"出生年月,学历\n甲,男,1985-03,博士\n',file.broken"
    })
    void unpairedQuotesAreNoWrongSeparator(String text, String code) throws IOException {
        assertThat(refusal(csv(text), "talent").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "同上",
        "〃",
        "″",
        "同前",
        "\"\"\"\"",
        "“",
        "”",
        "（同上）",
        "同 上",
        "同上。",
        "如上",
        "同上行",
        "仝上",
        "''''''",
        "ditto",
        "〞",
        "＂",
        "↑",
        "同上一行",
        "与上行相同",
        "same as above",
        "同上单位",
        "〃〃",
        "--〃--",
        "同"
    })
    void dittoMarksTakeTheValueAbove(String mark) throws IOException {
        Path file = csv(TITLES + "\n" + somebody("甲一")
                + "乙二,男,1986-03,博士,卓越工程师,激光,光电子信息,MARK,\n丙三,男,1987-03,博士,卓越工程师,激光,光电子信息,MARK,\n".replace("MARK", mark));
        Map<Integer, Read> rows = read(file, FEEDS.get("talent"));
        for (int row : List.of(3, 4)) {
            assertThat(rows.get(row).value("employerName")).isEqualTo("湖北示例有限公司");
            assertThat(rows.get(row).issues())
                    .anyMatch(i -> i.code().equals("cell.ditto") && i.message().contains("湖北示例有限公司"));
        }
    }

    @ParameterizedTest
    @CsvSource({"激光,同上（武汉）", "同上、芯片,单位"})
    void aDittoMarkWithSomethingElseIsAnError(String skill, String employer) throws IOException {
        Path file =
                csv(TITLES + "\n" + somebody("甲一") + "乙二,男,1986-03,博士,卓越工程师," + skill + ",光电子信息," + employer + ",\n");
        assertThat(read(file, FEEDS.get("talent")).get(3).issues())
                .anyMatch(i -> i.code().equals("cell.ditto") && i.level() == Issue.Level.ERROR);
    }

    @Test
    void aDittoMarkWithNothingAboveIsAnError() throws IOException {
        Path file = csv(TITLES + "\n甲一,男,1985-03,博士,卓越工程师,激光,光电子信息,同上,\n\n"
                + "乙二,男,1985-03,博士,卓越工程师,激光,光电子信息,同上,\n同上,男,1985-03,博士,卓越工程师,激光,光电子信息,单位,\n"
                + "丁四,男,1985-03,博士,卓越工程师,激光,光电子信息,同下,\n");
        Map<Integer, Read> rows = read(file, FEEDS.get("talent"));
        assertThat(rows).hasSize(4);
        assertThat(rows.values()).allSatisfy(r -> {
            assertThat(r.rejected()).isTrue();
            assertThat(r.issues()).extracting(Issue::code).contains("cell.ditto");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "★%s",
        "%s*",
        "●%s",
        "▲ %s",
        "【必填】%s",
        "%s（必填）",
        "%s(必填项)",
        "必填：%s",
        "%s-必填",
        "*%s：",
        "%s★",
        "※%s",
        "# %s",
        "①%s",
        "1、%s",
        "(1)%s",
        "1）%s",
        "01.%s",
        "一、%s",
        "A.%s",
        "%s Name",
        "%s/Name",
        "Name %s",
        "Name/%s",
        "%s（Name）",
        "%s  (选填)",
        "√%s",
        "%s：",
        "%s [Required]"
    })
    void titlesWithMarksNumbersAndTranslations(String form) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String title : TITLES.split(",")) {
            head.append(head.isEmpty() ? "" : ",")
                    .append('"')
                    .append(form.formatted(title))
                    .append('"');
        }
        Map<Integer, Read> rows = read(csv(head + "\n" + somebody("甲一")), FEEDS.get("talent"));
        assertThat(rows.get(2).value("name")).isEqualTo("甲一");
        assertThat(rows.get(2).rejected()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"必填", "（必填）", "*", "Name", "请填写全称", "例：见说明"})
    void titlesOfSeveralLines(String line) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String title : TITLES.split(",")) {
            head.append(head.isEmpty() ? "" : ",")
                    .append('"')
                    .append(title)
                    .append('\n')
                    .append(line)
                    .append('"');
        }
        assertThat(read(csv(head + "\n" + somebody("甲一")), FEEDS.get("talent"))).hasSize(1);
    }

    /** Asked, where there is somebody to ask: the row that looks like a header is there to be told. */
    @Test
    void unknownTitlesAreAQuestion() throws IOException {
        Path file = csv("高层次人才\nA列,B列,C列,D列\n甲一,男,1985-03,博士\n");
        Problem problem = refusal(file, "talent");
        assertThat(problem.code()).isEqualTo("header.notfound");
        assertThat(problem).isInstanceOfSatisfying(Undecided.class, u -> {
            assertThat(u.draft().headerRow()).isEqualTo(2);
            assertThat(u.draft().titles()).containsValues("A列", "B列", "C列", "D列");
        });
    }

    @Test
    void severalRowsUnderOneMergedNameAreOnePerson() throws IOException {
        Path file = workbook(book -> {
            var sheet = book.createSheet("人才");
            put(sheet, 0, TITLES.split(","));
            put(sheet, 1, somebody("甲一").strip().split(","));
            put(sheet, 2, "", "", "", "硕士", "", "光纤");
            put(sheet, 3, somebody("乙二").strip().split(","));
            put(sheet, 4, somebody("丙三").strip().split(","));
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 2, 1, 1));
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(3, 4, 7, 7));
        });
        Map<Integer, Read> rows = read(file, FEEDS.get("talent"));
        List<Boolean> rejected = new ArrayList<>();
        rows.values().forEach(r -> rejected.add(r.rejected()));
        assertThat(rejected).containsExactly(true, true, false, false);
        assertThat(rows.get(2).issues()).extracting(Issue::code).contains("row.merged");
    }
}
