package org.talenthub.results.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.HubClient;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.access.Rights;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.Relay;
import org.talenthub.results.GeneratedPool;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.Searches;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Results as files: whole, masked, marked, recorded, and never too many. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTests {

    @Autowired
    Rights rights;

    @Autowired
    Exports exports;

    @Autowired
    Searches searches;

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    @LocalServerPort
    int port;

    private final GeneratedPool generated = new GeneratedPool(7, 60, 30);
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(generated.rows, 1);
        pool.put(
                new PoolRows.Row(
                        Ids.next(),
                        "platform",
                        null,
                        "=HYPERLINK(\"http://evil.example\")",
                        "420100",
                        null,
                        null,
                        null,
                        null,
                        "province",
                        null,
                        Map.of(
                                "name",
                                "=HYPERLINK(\"http://evil.example\")",
                                "research",
                                "\t@SUM(1)",
                                "platformType",
                                "LABORATORY")),
                1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    /** What is not a request speaks the machine's language. */
    @BeforeEach
    void chinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    private byte[] export(Viewer viewer, String path) {
        MvcTestResult r = mvc.get()
                .uri(java.net.URI.create("/api/v1/exports/" + path))
                .with(as(viewer))
                .exchange();
        assertThat(r).hasStatusOk();
        return r.getResponse().getContentAsByteArray();
    }

    private static List<NamedCsvRecord> csv(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }

    private static String enc(String text) {
        return HubClient.encode(text);
    }

    @ParameterizedTest
    @CsvSource({"PROVINCE", "CITY", "STATION"})
    void ofPeopleEachRoleExportsWhatItIsResponsibleFor(Role role) {
        Viewer viewer = generated.viewer(role);
        List<NamedCsvRecord> rows =
                csv(export(viewer, "talents.csv?mode=FULL_TIME&mode=FLEXIBLE&purpose=" + enc("座谈会名单")));
        Set<String> expected = new HashSet<>();
        generated.rows.stream()
                .filter(r -> r.type().equals("talent"))
                .filter(r -> switch (role) {
                    case CITY -> String.valueOf(r.region()).startsWith("4201");
                    case STATION -> r.reporters().equals("carrier:" + Ids.text(viewer.carrier()));
                    default -> true;
                })
                .forEach(r -> expected.add(Ids.text(r.id())));
        assertThat(rows).extracting(r -> r.getField("编号")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows.getLast().getField("序号")).isEqualTo(expected.size() + "/" + expected.size());
        assertThat(rows)
                .allSatisfy(r -> assertThat(r.getField("水印"))
                        .contains(viewer.username(), "座谈会名单", "共 " + expected.size() + " 条"));
        assertThat(rows).extracting(r -> r.getField("学历")).isSubsetOf("博士研究生", "硕士研究生", "大学本科", "博士", "硕士", "本科");
    }

    @Test
    void theOrderIsTheLists() {
        Viewer province = generated.viewer(Role.PROVINCE);
        for (String query : List.of("q=" + enc("光"), "sort=name", "industry=OPTO&sort=newest")) {
            List<String> listed = new java.util.ArrayList<>();
            for (int page = 0; page < 3; page++) {
                searches.find(
                                SearchParameters.read(
                                        Kind.TALENT,
                                        org.springframework.web.util.UriComponentsBuilder.fromUriString(
                                                        "?" + java.net.URLDecoder.decode(query, StandardCharsets.UTF_8)
                                                                + "&size=50&page=" + page)
                                                .build()
                                                .getQueryParams()),
                                province)
                        .items()
                        .forEach(h -> listed.add(h.record().id()));
            }
            assertThat(csv(export(province, "talents.csv?purpose=ok&columns=id&" + query)))
                    .extracting(r -> r.getField("编号"))
                    .isEqualTo(listed);
        }
    }

    @Test
    void theWorkbookHasRowsNumbersAndAWatermark() throws IOException {
        byte[] file =
                export(generated.viewer(Role.PROVINCE), "demands.xlsx?columns=post,headcount&columns=enterpriseName");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(30);
            Row head = sheet.getRow(0);
            assertThat(List.of(
                            head.getCell(0).getStringCellValue(),
                            head.getCell(1).getStringCellValue(),
                            head.getCell(2).getStringCellValue()))
                    .containsExactly("需求单位", "岗位名称", "需求人数");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("生成");
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isBetween(1.0, 5.0);
            assertThat(sheet.getFooter().getLeft()).contains("gen-province", "共 30 条");
            Sheet note = book.getSheetAt(1);
            assertThat(note.getRow(1).getCell(1).getStringCellValue()).contains("gen-province");
        }
    }

    @Test
    void nothingBecomesAFormula() throws IOException {
        Viewer province = generated.viewer(Role.PROVINCE);
        NamedCsvRecord row = csv(export(province, "platforms.csv?q=HYPERLINK")).getFirst();
        assertThat(row.getField("平台名称")).startsWith("'=HYPERLINK");
        assertThat(row.getField("研究方向")).startsWith("'");
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(export(province, "platforms.xlsx?q=HYPERLINK")))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(CsvExport.harmless(" ＝1+1")).startsWith("'");
        assertThat(CsvExport.harmless("光芯片-封装")).isEqualTo("光芯片-封装");
    }

    @Test
    void contactIsMaskedAndOnlyWhereItIsSeen() {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("ex-province").station("ex-province", "ex-one", "导出甲驿站", "武汉市");
        hub.imported(
                "ex-one",
                "talent",
                "one.csv",
                new TalentRows()
                        .row("导甲", "工作单位", "导出甲有限公司", "联系电话", "15400007725")
                        .csv(),
                "commit");
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        HubClient.Answer a = hub.get(
                "ex-province",
                "/api/v1/exports/talents.csv?q=" + enc("导甲") + "&purpose=" + enc("核对联系方式") + "&columns=name,phone");
        assertThat(a.status()).isEqualTo(200);
        assertThat(csv(a.bytes())).singleElement().satisfies(r -> {
            assertThat(r.getField("联系电话")).isEqualTo("154****7725");
            assertThat(r.getField("姓名")).isEqualTo("导甲");
        });
        assertThat(mvc.get()
                        .uri("/api/v1/exports/demands.csv?columns=phone")
                        .with(as(generated.viewer(Role.MATCHMAKER))))
                .hasStatus(400);
    }

    @Test
    void peopleNeedAPurposeAndARole() {
        Viewer province = generated.viewer(Role.PROVINCE);
        assertThat(mvc.get().uri("/api/v1/exports/talents.xlsx").with(as(province)))
                .hasStatus(400);
        for (Role role : List.of(Role.BASE, Role.MATCHMAKER, Role.ADMIN)) {
            assertThat(mvc.get().uri("/api/v1/exports/talents.xlsx?purpose=xx").with(as(generated.viewer(role))))
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/api/v1/exports/demands.csv")).hasStatus(401);
        assertThat(mvc.get().uri("/api/v1/exports/talents.pdf?purpose=xx").with(as(province)))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/api/v1/exports/talents.csv?purpose=xx&columns=nothing")
                        .with(as(province)))
                .hasStatus(400);
        assertThat(mvc.get()
                        .uri("/api/v1/exports/talents.csv?purpose=xx&ageMin=old")
                        .with(as(province)))
                .hasStatus(400);
    }

    @Test
    void theTrailSaysWhoWhatAndHowFarWithoutNumbersOfPeople() {
        Viewer province = generated.viewer(Role.PROVINCE);
        export(province, "talents.csv?purpose=" + enc("核对") + "&q=" + enc("13900001234 someone@example.com"));
        String detail = jdbc.sql(
                        "select detail from audit_event where action = 'export' and account_id = ? order by id desc limit 1")
                .param(province.account())
                .query(String.class)
                .single();
        assertThat(detail).contains("csv 0", "核对", "q=***").doesNotContain("13900001234", "example.com");
        assertThat(jdbc.sql("select action from audit_event where account_id = ? order by id desc limit 1")
                        .param(province.account())
                        .query(String.class)
                        .single())
                .isEqualTo("export.done");
    }

    @Test
    void aCallerWhoLeavesIsNotedAndTheTurnIsFreeAgain() {
        Viewer province = generated.viewer(Role.PROVINCE);
        Export.Wish wish = wish(Kind.TALENT, Export.Format.CSV);
        try (Exports.Ready running = exports.prepare(wish, province)) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> exports.prepare(wish, province))
                    .satisfies(p -> assertThat(p.status()).isEqualTo(429));
            assertThatIOException()
                    .isThrownBy(() -> running.write(new OutputStream() {
                        @Override
                        public void write(int b) throws IOException {
                            throw new IOException("gone");
                        }
                    }));
        }
        assertThat(jdbc.sql("select action from audit_event where account_id = ? order by id desc limit 1")
                        .param(province.account())
                        .query(String.class)
                        .single())
                .isEqualTo("export.broken");
        try (Exports.Ready again = exports.prepare(wish, province)) {
            assertThat(again.total()).isGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void aRecordThatGoesMeanwhileKeepsItsRow() throws IOException {
        Viewer province = generated.viewer(Role.PROVINCE);
        PoolRows.Row victim = new PoolRows.Row(
                Ids.next(),
                "platform",
                null,
                "将去实验室",
                "420100",
                null,
                null,
                null,
                null,
                "province",
                null,
                Map.of("name", "将去实验室"));
        pool.put(victim, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exports.Ready export = exports.prepare(wish(Kind.PLATFORM, Export.Format.CSV), province)) {
            pool.withdraw(victim, 2);
            export.write(out);
            assertThat(csv(out.toByteArray())).hasSize((int) export.total());
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("导出期间已变动").doesNotContain("将去实验室");
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void thePageSaysHowManyAndThePostGivesTheFile() {
        Viewer wuhan = generated.viewer(Role.CITY);
        long found = searches.find(SearchParameters.read(Kind.TALENT, Map.of()), wuhan)
                .total();
        assertThat(mvc.get()
                        .uri("/exports/talents?category=OUTSTANDING_ENGINEER")
                        .with(as(wuhan)))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"category\" value=\"OUTSTANDING_ENGINEER\"", "name=\"purpose\"");
        assertThat(mvc.get().uri("/exports/talents").with(as(wuhan))).bodyText().contains("检索到 " + found + " 条，其中可以导出");
        assertThat(mvc.get()
                        .uri("/search?tab=talents&category=OUTSTANDING_ENGINEER")
                        .with(as(wuhan)))
                .bodyText()
                .contains("href=\"/exports/talents?category=OUTSTANDING_ENGINEER\"");
        assertThat(mvc.get().uri("/search?tab=talents").with(as(generated.viewer(Role.BASE))))
                .bodyText()
                .doesNotContain("/exports/");
        MvcTestResult file = mvc.post()
                .uri("/exports/talents")
                .param("format", "csv")
                .param("purpose", "武汉名单")
                .with(as(wuhan))
                .with(csrf())
                .exchange();
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment", ".csv");
        assertThat(csv(file.getResponse().getContentAsByteArray())).isNotEmpty();
        assertThat(mvc.post().uri("/exports/talents").param("purpose", "武汉名单").with(as(wuhan)))
                .hasStatus(403);
    }

    @Test
    void tooMuchIsRefusedWithWordsBeforeAnythingIsSent() {
        Exports small = new Exports(walks, columns, turns, lists, audit, texts, rights, 10);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> small.prepare(wish(Kind.TALENT, Export.Format.XLSX), generated.viewer(Role.PROVINCE)))
                .satisfies(p -> {
                    assertThat(p.status()).isEqualTo(422);
                    assertThat(p.detail()).contains("一次最多导出 10 条");
                });
        ExportTurns strict = new ExportTurns(audit, 0);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> strict.take(generated.viewer(Role.STATION)))
                .satisfies(p -> assertThat(p.status()).isEqualTo(429));
    }

    @Autowired
    org.talenthub.search.finding.Walks walks;

    @Autowired
    ExportColumns columns;

    @Autowired
    ExportTurns turns;

    @Autowired
    RecordLists lists;

    @Autowired
    org.talenthub.security.Audit audit;

    @Autowired
    org.talenthub.web.Texts texts;

    private static Export.Wish wish(Kind kind, Export.Format format) {
        return new Export.Wish(SearchParameters.read(kind, Map.of()), null, format, List.of(), "核对");
    }
}
