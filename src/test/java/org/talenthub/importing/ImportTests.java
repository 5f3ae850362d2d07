package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** The whole way of a sheet, over HTTP, on the real engines. */
@HubTest
@Tag("database")
class ImportTests {

    private static final String NUMBER = "429999198503140077";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;
    private static int run;
    private String tag = "";

    @BeforeEach
    void accountsAndNames() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        tag = "测" + "赟翀昉劼煊晙璟".charAt(run % 7) + "翀昉劼煊晙璟赟".charAt(++run / 7);
        new TestAccounts(hub, accounts, jdbc)
                .province("it-province")
                .station("it-province", "it-one", "示例甲驿站", "武汉市")
                .station("it-province", "it-two", "示例乙驿站", "宜昌市");
    }

    @Test
    void previewThenCommitThenFoundThenTheSameFileAgain() {
        byte[] file = new TalentRows()
                .row(tag + "甲")
                .row(tag + "乙", "出生年月", "1979年11月2日")
                .row(tag + "丙", "出生年月", "上世纪")
                .csv(Charset.forName("GB18030"));
        JsonNode preview = hub.imported("it-one", "talent", "采集表.csv", file, "preview");
        String id = preview.path("id").asString();
        assertThat(counts(preview)).containsExactly(3, 2, 0, 0, 1);
        assertThat(found(tag)).as("a preview is not searchable").isZero();
        JsonNode bad = hub.get("it-one", "/api/v1/imports/" + id + "/rows?status=rejected")
                .body();
        assertThat(bad.at("/items/0/row").asInt()).isEqualTo(4);
        assertThat(bad.at("/items/0/issues/0/column").asString()).isEqualTo("出生年月");

        assertThat(hub.post("it-two", "/api/v1/imports/" + id + "/commit").status())
                .isEqualTo(404);
        assertThat(hub.post("it-one", "/api/v1/imports/" + id + "/commit").status())
                .isEqualTo(202);
        assertThat(counts(hub.settle("it-one", id, "COMMITTED"))).containsExactly(3, 2, 0, 0, 1);
        assertThat(found(tag)).as("searchable at the end of the commit").isEqualTo(2);

        HubClient.Answer again = hub.upload("it-one", "talent", "改名.csv", file, "commit");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("id").asString()).isEqualTo(id);
        assertThat(hub.post("it-one", "/api/v1/imports/" + id + "/commit").status())
                .isEqualTo(409);
    }

    @Test
    void twoReportersThenRevert() {
        hub.imported(
                "it-one",
                "talent",
                "a.csv",
                new TalentRows().row(tag + "甲", "证件号码", NUMBER).csv(),
                "commit");
        JsonNode second = hub.imported(
                "it-two",
                "talent",
                "b.csv",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "现任职务", "首席科学家", "信息确认日期", "2026-11-01")
                        .csv(),
                "commit");
        assertThat(counts(second)).as("new from this reporter").containsExactly(1, 1, 0, 0, 0);
        assertThat(found(tag)).as("one person by the number").isOne();
        assertThat(post(tag)).isEqualTo("首席科学家");
        assertThat(hub.post("it-two", "/api/v1/imports/" + second.path("id").asString() + "/revert")
                        .status())
                .isEqualTo(202);
        hub.settle("it-two", second.path("id").asString(), "REVERTED");
        assertThat(post(tag)).isEqualTo("研发总监");
    }

    @Test
    void whoMayNotReportIsTold() {
        byte[] file = new TalentRows().row(tag + "甲").csv();
        assertThat(hub.upload("it-province", "talent", "a.csv", file, "commit").status())
                .isEqualTo(403);
        assertThat(hub.upload("", "talent", "a.csv", file, "commit").status()).isEqualTo(401);
        assertThat(hub.upload("it-one", "nonsense", "a.csv", file, "commit").status())
                .isEqualTo(404);
    }

    @Test
    void badFilesAreRefusedAndLeaveNothing() {
        long before = batches();
        Map<String, byte[]> bad = Map.of(
                "empty.xlsx", new byte[0],
                "notes.csv", "hello\nworld".getBytes(StandardCharsets.UTF_8),
                "x.xlsx", "PK\003\004garbage".getBytes(StandardCharsets.ISO_8859_1),
                "a.pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8));
        bad.forEach((name, bytes) -> {
            HubClient.Answer a = hub.upload("it-one", "talent", name, bytes, "commit");
            assertThat(a.status()).as("%s %s", name, a.body()).isBetween(400, 499);
            assertThat(a.body().path("detail").asString()).as(name).containsPattern("[\\u4e00-\\u9fa5]");
        });
        assertThat(batches()).isEqualTo(before);
    }

    @Test
    void theUploadedFileIsSealedAtRest() {
        hub.imported(
                "it-one",
                "talent",
                "a.csv",
                new TalentRows().row(tag + "甲", "联系电话", "13912345678").csv(),
                "preview");
        jdbc.sql("select bytes from import_file")
                .query((rs, i) -> rs.getBytes(1))
                .list()
                .forEach(piece -> assertThat(new String(piece, StandardCharsets.ISO_8859_1))
                        .doesNotContain("13912345678"));
    }

    private long batches() {
        return jdbc.sql("select count(*) from import_batch").query(Long.class).single();
    }

    private long found(String name) {
        return hub.total("it-province", "/api/v1/talents?q=" + HubClient.encode(name));
    }

    private String post(String name) {
        return hub.get("it-province", "/api/v1/talents?q=" + HubClient.encode(name))
                .body()
                .at("/items/0/post")
                .asString("");
    }

    private static List<Integer> counts(JsonNode batch) {
        JsonNode c = batch.path("counts");
        return List.of(
                c.path("read").asInt(),
                c.path("created").asInt(),
                c.path("updated").asInt(),
                c.path("unchanged").asInt(),
                c.path("rejected").asInt());
    }
}
