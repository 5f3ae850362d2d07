package org.talenthub.importing.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.sheet.file.SheetLimits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that come by the watched folder, two hubs watching it at once. */
@HubTest
@Tag("database")
class IntakeTests {

    private static final Path FOLDER = Path.of("target/intake").toAbsolutePath();
    private static final String STATION = "示例投递驿站";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IntakeSenders senders;

    @Autowired
    IntakeReports reports;

    @Autowired
    Uploads uploads;

    @Autowired
    ImportBatches store;

    @Autowired
    Workspace workspace;

    @Autowired
    Batches batches;

    @Autowired
    IntakeTurn turn;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path talents = FOLDER.resolve(STATION).resolve("talent");
    private Intake one;
    private Intake two;

    @BeforeEach
    void watch() throws IOException {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("in-province").station("in-province", "in-one", STATION, "武汉市");
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(talents);
        one = watcher();
        two = watcher();
        one.start();
        two.start();
    }

    private Intake watcher() {
        IntakeSettings settings = new IntakeSettings(FOLDER, Duration.ofMillis(600), Duration.ofMillis(100));
        return new Intake(settings, senders, reports, uploads, batches, workspace, turn, SheetLimits.defaults());
    }

    @AfterEach
    void stop() {
        one.stop();
        two.stop();
    }

    @Test
    void aWholeFileIsCommittedAndMovesWithItsReports() throws IOException {
        Files.write(
                talents.resolve("七月.csv"),
                new TalentRows().row("投赟甲").row("投赟乙", "出生年月", "上世纪").csv());
        JsonNode report = report(talents.resolve("done/七月.csv.report.json"));
        assertThat(report.path("status").asString()).isEqualTo("COMMITTED");
        assertThat(report.at("/counts/created").asInt()).isOne();
        assertThat(report.at("/counts/rejected").asInt()).isOne();
        assertThat(report.path("rows").has("3")).isTrue();
        await("the file moved", () -> Files.exists(talents.resolve("done/七月.csv")));
        assertThat(talents.resolve("七月.csv")).doesNotExist();
        assertThat(Files.readString(talents.resolve("done/七月.csv.report.txt"))).contains("新增 1", "第 3 行 出生年月");
        assertThat(talents.resolve("done/七月.csv.correction.xlsx")).isNotEmptyFile();
        await("nothing waits for a report any more", () -> count("intake_path is not null") == 0);
        assertThat(batch(report).submittedBy).isEqualTo("folder");
    }

    @Test
    void manyFilesAreTakenOnceEachAndTheSameContentIsKnown() throws IOException {
        long before = count("submitted_by = 'folder'");
        for (int i = 0; i < 8; i++) {
            Files.write(
                    talents.resolve("第" + i + "份.csv"),
                    new TalentRows().row("投昉" + (char) ('甲' + i)).csv());
        }
        Files.copy(talents.resolve("第0份.csv"), talents.resolve("第0份的副本.csv"));
        await("all moved", () -> files(talents.resolve("done"), ".csv") == 9);
        assertThat(count("submitted_by = 'folder'")).isEqualTo(before + 8);
        assertThat(report(talents.resolve("done/第0份的副本.csv.report.json"))
                        .path("batch")
                        .asString())
                .isEqualTo(report(talents.resolve("done/第0份.csv.report.json"))
                        .path("batch")
                        .asString());
    }

    @Test
    void whatHasNoPlaceIsRefusedWithTheReason() throws IOException {
        byte[] good = new TalentRows().row("投劼甲").csv();
        Path stranger = Files.createDirectories(FOLDER.resolve("没有的驿站/talent"));
        Files.write(stranger.resolve("a.csv"), good);
        Path nonsense = Files.createDirectories(FOLDER.resolve(STATION).resolve("nonsense"));
        Files.write(nonsense.resolve("a.csv"), good);
        Path notTheirs = Files.createDirectories(FOLDER.resolve(STATION).resolve("enterprise"));
        Files.write(notTheirs.resolve("a.csv"), good);
        Files.write(FOLDER.resolve(STATION).resolve("a.csv"), good);
        Files.write(talents.resolve("a.pdf"), "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(stranger, "a.csv")).isEqualTo("intake.sender");
        assertThat(refusal(nonsense, "a.csv")).isEqualTo("feed.unknown");
        assertThat(refusal(notTheirs, "a.csv")).isEqualTo("forbidden");
        assertThat(refusal(FOLDER.resolve(STATION), "a.csv")).isEqualTo("intake.place");
        assertThat(refusal(talents, "a.pdf")).startsWith("file.");
        assertThat(Files.readString(stranger.resolve("refused/a.csv.report.txt")))
                .contains("没有的驿站");
    }

    @Test
    void aDelistedCarriersFilesAreRefusedInWords() throws IOException {
        String state =
                "update pool_record set payload = json_set(payload, '$.state', ?) where type = 'carrier' and name = ?";
        jdbc.sql(state).params("DELISTED", STATION).update();
        try {
            Files.write(talents.resolve("摘牌后.csv"), new TalentRows().row("投庚甲").csv());
            assertThat(refusal(talents, "摘牌后.csv")).isEqualTo("carrier.delisted");
            assertThat(Files.readString(talents.resolve("refused/摘牌后.csv.report.txt")))
                    .contains("没有被接收", "已摘牌退出");
        } finally {
            jdbc.sql(state).params("OPERATING", STATION).update();
        }
    }

    @Test
    void departmentsSendUnderTheirCode() throws IOException {
        Path enterprises = Files.createDirectories(FOLDER.resolve("420500/enterprise"));
        Files.writeString(
                enterprises.resolve("企业.csv"), "企业名称,统一社会信用代码,所属产业,行政区划\n示例投递制造有限公司,91420500MA00000000,高端装备制造,宜昌市\n");
        JsonNode report = report(enterprises.resolve("done/企业.csv.report.json"));
        assertThat(report.path("status").asString()).isEqualTo("COMMITTED");
        assertThat(batch(report).reporter).isEqualTo("region:420500");
    }

    @Test
    void aDepartmentsRowsElsewhereAreRejectedHereToo() throws IOException {
        Path carriers = Files.createDirectories(FOLDER.resolve("420500/carrier"));
        Files.writeString(
                carriers.resolve("载体.csv"),
                "载体名称,载体类型,依托单位,行政区划,主导产业\n" + STATION + ",人才驿站,示例公司,宜昌市,光电子信息\n"
                        + "示例投递新驿站,人才驿站,示例公司,武汉市,光电子信息\n示例投递好驿站,人才驿站,示例公司,夷陵区,光电子信息\n");
        JsonNode report = report(carriers.resolve("done/载体.csv.report.json"));
        assertThat(report.at("/counts/created").asInt()).isOne();
        assertThat(report.at("/counts/rejected").asInt()).isEqualTo(2);
        await("the words came", () -> Files.exists(carriers.resolve("done/载体.csv.report.txt")));
        assertThat(Files.readString(carriers.resolve("done/载体.csv.report.txt")))
                .contains("“" + STATION + "”在武汉市，不在宜昌市范围内", "武汉市不在宜昌市范围内");
        assertThat(jdbc.sql("select region from pool_record where type = 'carrier' and name = ? and state = 'LIVE'")
                        .param(STATION)
                        .query(String.class)
                        .single())
                .isEqualTo("420100");
    }

    @Test
    void aFileIsTakenOnlyWhenItIsWhole() throws IOException {
        byte[] all = new TalentRows().row("投晙甲").row("投晙乙").csv();
        Path growing = talents.resolve("慢.csv");
        Path part = talents.resolve("慢慢.csv.part");
        for (int n = 1; n <= 6; n++) {
            byte[] some = java.util.Arrays.copyOf(all, all.length * n / 6);
            Files.write(growing, some);
            Files.write(part, some);
            HubClient.pause(300);
            assertThat(files(talents.resolve("done"), ".csv")).isZero();
        }
        await("the grown file is in", () -> Files.exists(talents.resolve("done/慢.csv")));
        assertThat(report(talents.resolve("done/慢.csv.report.json"))
                        .at("/counts/created")
                        .asInt())
                .isEqualTo(2);
        assertThat(part).exists();
        Files.move(part, talents.resolve("慢慢.csv"));
        await("the renamed file is in", () -> Files.exists(talents.resolve("done/慢慢.csv")));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.createDirectories(FOLDER.resolveSibling("intake-outside/talent"));
        Path secret = Files.write(
                outside.resolve("别人的.csv"), new TalentRows().row("投璟甲").csv());
        Files.createSymbolicLink(talents.resolve("link.csv"), secret);
        Path other = FOLDER.resolve("420100");
        Files.createSymbolicLink(other, outside.getParent());
        Files.deleteIfExists(FOLDER.resolve(STATION).resolve("demand"));
        Path demand = Files.createDirectories(FOLDER.resolve(STATION).resolve("demand"));
        Files.createSymbolicLink(demand.resolve("refused"), outside);
        Files.write(demand.resolve("b.pdf"), "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8));
        // all of that holds up nobody
        Files.write(talents.resolve("好.csv"), new TalentRows().row("投煊甲").csv());
        await("the honest file is in", () -> Files.exists(talents.resolve("done/好.csv")));
        HubClient.pause(1000);
        assertThat(secret).exists();
        assertThat(talents.resolve("link.csv")).isSymbolicLink();
        assertThat(files(outside, "")).as("nothing was written there").isOne();
        assertThat(demand.resolve("b.pdf")).exists();
        assertThat(jdbc.sql("select count(*) from report where title like '投璟%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String refusal(Path directory, String name) throws IOException {
        JsonNode report = report(directory.resolve("refused").resolve(name + ".report.json"));
        await(name + " moved", () -> Files.exists(directory.resolve("refused").resolve(name)));
        assertThat(directory.resolve(name)).doesNotExist();
        assertThat(report.path("status").asString()).isEqualTo("REJECTED");
        return report.at("/problem/code").asString();
    }

    private JsonNode report(Path file) throws IOException {
        await(file.getFileName().toString(), () -> Files.exists(file));
        return json.readTree(Files.readString(file));
    }

    private ImportBatch batch(JsonNode report) {
        return store.findById(
                        org.talenthub.common.Ids.parse(report.path("batch").asString())
                                .orElseThrow())
                .orElseThrow();
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from import_batch where " + where)
                .query(Long.class)
                .single();
    }

    private static long files(Path directory, String ending) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(p -> p.toString().endsWith(ending)).count();
        } catch (IOException absent) {
            return 0;
        }
    }

    private static void await(String what, BooleanSupplier there) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            HubClient.pause(50);
        }
    }
}
