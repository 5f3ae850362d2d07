package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import tools.jackson.databind.JsonNode;

/** Whose a row is, from a file to what each may see, over HTTP. */
@HubTest
@Tag("database")
class WhoseRowTests {

    private static final String NUMBER = "429999198503120017";
    private static final String OTHER = "429999198503120033";

    private static final String EMPLOYER = "示例认人区内公司";

    private static int run;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;
    private String tag = "";

    @BeforeEach
    void accountsAndNames() {
        jdbc.sql("delete from report where type = 'talent'").update();
        jdbc.sql("delete from pool_record where type = 'talent'").update();
        jdbc.sql("delete from record_key").update();
        hub = new HubClient(port, TestAccounts.PASSWORD);
        tag = "谁" + "赟翀昉劼煊晙璟旻昶珺煜旸琤".charAt(run++);
        new TestAccounts(hub, accounts, jdbc)
                .province("wr-province")
                .station("wr-province", "wr-one", "示例认人甲驿站", "武汉市")
                .station("wr-province", "wr-two", "示例认人乙驿站", "宜昌市")
                .base("wr-province", "wr-base", "示例认人基地", "宜昌市");
        if (jdbc.sql("select count(*) from pool_record where type = 'enterprise' and state = 'LIVE' and name = ?")
                        .param(EMPLOYER)
                        .query(Long.class)
                        .single()
                == 0) {
            String sheet = "企业名称,统一社会信用代码,企业类型,所属产业,行政区划,所在基地,简介\n%s,91420599MA0000WR1W,高新技术企业,光电子信息,宜昌市,示例认人基地,%d\n"
                    .formatted(EMPLOYER, System.nanoTime());
            hub.imported("wr-province", "enterprise", "e.csv", sheet.getBytes(StandardCharsets.UTF_8), "commit");
        }
    }

    @Test
    void theSamePersonTwiceInAFileIsADoubledRowWhateverHasTheNumber() {
        for (boolean numberFirst : List.of(true, false)) {
            String name = tag + (numberFirst ? "甲" : "乙");
            byte[] file = new TalentRows()
                    .row(name, "证件号码", numberFirst ? NUMBER : "", "技术专长", "甲")
                    .row(name, "证件号码", numberFirst ? "" : OTHER, "技术专长", "乙")
                    .csv();
            JsonNode preview = hub.imported("wr-one", "talent", name + ".csv", file, "preview");
            assertThat(List.of(
                            preview.at("/counts/created").asInt(),
                            preview.at("/counts/updated").asInt()))
                    .containsExactly(1, 1);
            assertThat(rows(preview).toString()).contains("row.duplicate", "第 2 行");
            JsonNode done = commit(preview);
            assertThat(done.path("counts")).isEqualTo(preview.path("counts"));
            assertThat(people(name)).isOne();
        }
    }

    @Test
    void aRowWithoutNumberThatFitsTwoIsAskedOfBothAndTouchesNeither() {
        byte[] file = new TalentRows()
                .row(tag + "甲", "证件号码", NUMBER, "技术专长", "甲")
                .row(tag + "甲", "证件号码", OTHER, "技术专长", "乙")
                .row(tag + "甲", "技术专长", "丙")
                .csv();
        JsonNode preview = hub.imported("wr-one", "talent", "a.csv", file, "preview");
        assertThat(preview.at("/counts/created").asInt()).isEqualTo(3);
        JsonNode issues = rows(preview).at("/items/2/issues");
        assertThat(issues.toString()).contains("row.suspect", "第 2 行", "第 3 行");
        commit(preview);
        assertThat(people(tag + "甲")).isEqualTo(3);
        JsonNode queue = hub.get("wr-province", "/api/v1/suspects?size=100").body();
        assertThat(queue.path("items")
                        .valueStream()
                        .filter(p -> p.path("batch").equals(preview.path("id"))
                                && p.path("row").asInt() == 4)
                        .count())
                .isEqualTo(2);
        JsonNode again = hub.imported(
                "wr-one",
                "talent",
                "b.csv",
                new TalentRows().row(tag + "甲", "技术专长", "丙").csv(),
                "preview");
        assertThat(again.at("/counts/unchanged").asInt()).as("its own third").isOne();
    }

    @Test
    void sexAndDayOfBirthTellApartWhatHasNoNumber() {
        byte[] file = new TalentRows()
                .row(tag + "甲", "出生年月", "1985-03-12")
                .row(tag + "甲", "出生年月", "1985-03-13")
                .row(tag + "乙丁", "联系电话", "")
                .row(tag + "乙丁", "联系电话", "", "性别", "女")
                .csv();
        JsonNode preview = hub.imported("wr-one", "talent", "a.csv", file, "preview");
        assertThat(preview.at("/counts/created").asInt()).isEqualTo(4);
        assertThat(preview.at("/counts/suspects").asInt()).isEqualTo(2);
        commit(preview);
        assertThat(people(tag + "甲") + people(tag + "乙丁")).isEqualTo(4);
    }

    @Test
    void namesOfPrivateCharactersDifferAndThoseOfRadicalsAndFillersDoNot() {
        byte[] file = new TalentRows()
                .row(tag + "\ue863")
                .row(tag + "\ue864")
                .row(tag)
                .row(tag + "⻓⺠")
                .row(tag + "长民")
                .row(tag + "长\u3164民")
                .csv();
        JsonNode preview = hub.imported("wr-one", "talent", "a.csv", file, "preview");
        assertThat(List.of(
                        preview.at("/counts/created").asInt(),
                        preview.at("/counts/unchanged").asInt()))
                .containsExactly(4, 2);
        assertThat(rows(preview).at("/items/3/key").asString()).isEqualTo(tag + "⻓⺠");
        commit(preview);
        assertThat(people(tag + "长民")).as("kept as what it means").isOne();
    }

    @Test
    void aStrangersPreviewTellsNothingAndItsCommitOpensAndReplacesNothing() {
        byte[] owners = new TalentRows()
                .row(tag + "甲", "证件号码", NUMBER, "联系电话", "13700000001", "备注", "只给驿站看", "现任职务", "院长")
                .csv();
        commitNow("wr-one", owners);
        for (String[] probe : new String[][] {
            {"生造" + tag, "联系电话", "13700000001"},
            {tag + "甲"},
            {tag + "甲", "证件号码", NUMBER},
            {tag + "甲", "工作单位", "别的单位"}
        }) {
            String[] cells = java.util.Arrays.copyOfRange(probe, 1, probe.length);
            JsonNode preview = hub.imported(
                    "wr-two",
                    "talent",
                    "p.csv",
                    new TalentRows().row(probe[0], cells).csv(),
                    "preview");
            assertThat(preview.at("/counts/created").asInt()).isOne();
            assertThat(preview.at("/counts/suspects").asInt()).isZero();
            assertThat(rows(preview, "wr-two").toString()).doesNotContain("row.suspect", "库中");
        }

        commitNow(
                "wr-two",
                new TalentRows()
                        .row(tag + "甲", "信息确认日期", "2099-12-31", "现任职务", "别的")
                        .csv());
        assertThat(people(tag + "甲")).as("a pair for the departments").isEqualTo(2);
        JsonNode owned = only("wr-one");
        assertThat(owned.path("post").asString()).isEqualTo("院长");
        assertThat(only("wr-two").toString()).doesNotContain("只给驿站看", "137****0001");
        assertThat(hub.get("wr-province", "/api/v1/suspects?size=100&reason=keys")
                        .body()
                        .path("total")
                        .asInt())
                .isPositive();
    }

    /** The counts, rows and messages of a preview are the same whether or not the person is there; ids, times and file names aside. */
    @Test
    void aPreviewIsTheSameByteForByteWhetherOrNotThePersonIsThere() {
        byte[] file = new TalentRows()
                .row("生造" + tag, "联系电话", "13700000001")
                .row(tag + "甲")
                .row(tag + "甲", "证件号码", NUMBER)
                .row(tag + "甲", "工作单位", "别的单位")
                .row(tag + "甲", "证件号码", OTHER, "工作单位", EMPLOYER)
                .csv();
        for (String user : List.of("wr-two", "wr-base")) {
            List<String> alone = told(user, file);
            commitNow(
                    "wr-one",
                    new TalentRows()
                            .row(tag + "甲", "证件号码", NUMBER, "联系电话", "13700000001")
                            .row(tag + "甲", "证件号码", OTHER, "工作单位", EMPLOYER)
                            .csv());
            assertThat(told(user, file)).as(user).isEqualTo(alone);
            jdbc.sql("delete from report where type = 'talent'").update();
            jdbc.sql("delete from pool_record where type = 'talent'").update();
            jdbc.sql("delete from record_key").update();
        }
    }

    private List<String> told(String user, byte[] file) {
        JsonNode preview = hub.imported(user, "talent", "p.csv", file, "preview");
        String id = preview.path("id").asString();
        String address = "/api/v1/imports/" + id;
        List<String> told = Stream.of("", "/rows?size=100", "/rows?status=suspect", "/rows?status=warning")
                .map(path -> hub.get(user, address + path).body().toString())
                .map(body -> body.replace(id, "…")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "…")
                        .replaceAll("\"(record|id)\":\"\\w{13}\"", "\"$1\":\"…\""))
                .toList();
        assertThat(hub.delete(user, address).status()).isBetween(200, 204);
        return told;
    }

    /** A person who is 404 to a base stays so but for what it says: joined by the number, others' remarks and contact stay theirs. */
    @Test
    void aBaseThatClaimsAStrangersPersonForItsAreaSeesWhatItSaidAndTheDepartmentsSeeThatTheyDisagree() {
        commitNow(
                "wr-one",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "联系电话", "13700000001", "备注", "只给驿站看", "主要业绩", "秘密业绩")
                        .csv());
        String id = only("wr-province").path("id").asString();
        assertThat(hub.get("wr-base", "/api/v1/talents/" + id).status()).isEqualTo(404);
        commitNow(
                "wr-base",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "联系电话", "13900000002", "工作单位", EMPLOYER, "电子邮箱", "")
                        .csv());
        assertThat(people(tag + "甲")).isOne();
        JsonNode seen = hub.get("wr-base", "/api/v1/talents/" + id).body();
        assertThat(seen.path("phone").asString()).as("%s", seen).isEqualTo("139****0002");
        assertThat(seen.has("email")).isFalse();
        assertThat(seen.toString()).doesNotContain("只给驿站看", "秘密业绩", "13700000001", "137****0001");
        assertThat(only("wr-one").path("phone").asString()).isEqualTo("137****0001");
        assertThat(only("wr-province").path("disagreements").toString()).contains(EMPLOYER);
        assertThat(hub.total("wr-base", "/api/v1/talents?q=" + HubClient.encode("秘密业绩")))
                .as("nor is it found by what others said")
                .isZero();
    }

    @Test
    void previewsAreInTheTrailAndThoseNeverCommittedAreLimited() {
        byte[] file = new TalentRows().row(tag + "甲").csv();
        JsonNode preview = hub.imported("wr-two", "talent", "t.csv", file, "preview");
        assertThat(jdbc.sql(
                                "select detail from audit_event where action = 'import.preview' and username = 'wr-two' and subject_id = ?")
                        .param(preview.path("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("talent");
        for (int i = 0; i < 300; i++) {
            jdbc.sql(
                            "insert into audit_event (id, at, account_id, username, action, subject_type, subject_id)"
                                    + " select ?, utc_timestamp(6), id, username, 'import.preview', 'import', ? from account where username = 'wr-two'")
                    .params(Ids.next(), "limit-" + i)
                    .update();
        }
        HubClient.Answer more = hub.upload(
                "wr-two", "talent", "u.csv", new TalentRows().row(tag + "乙").csv(), "preview");
        assertThat(more.status()).isEqualTo(429);
        assertThat(more.body().path("code").asString()).isEqualTo("preview.many");
        assertThat(more.body().path("detail").asString()).contains("上限");
        assertThat(hub.post("wr-two", "/api/v1/imports/" + preview.path("id").asString() + "/commit")
                        .status())
                .as("what is meant is not limited")
                .isEqualTo(202);
        hub.settle("wr-two", preview.path("id").asString(), "COMMITTED");
        commitNow("wr-two", new TalentRows().row(tag + "丙").csv());
        jdbc.sql("delete from audit_event where subject_id like 'limit-%'").update();
    }

    @Test
    void whoProvesTheNumberJoinsAndSeesNoMoreThanItSaid() {
        commitNow(
                "wr-one",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "联系电话", "13700000001", "备注", "只给驿站看", "主要业绩", "秘密业绩")
                        .csv());
        commitNow(
                "wr-two",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "联系电话", "13900000002", "工作单位", "另一家单位", "电子邮箱", "")
                        .csv());
        assertThat(people(tag + "甲")).isOne();
        JsonNode seen = only("wr-two");
        assertThat(seen.path("phone").asString()).isEqualTo("139****0002");
        assertThat(seen.has("email")).isFalse();
        assertThat(seen.at("/employer/name").asString()).isEqualTo("另一家单位");
        assertThat(seen.toString()).doesNotContain("只给驿站看", "秘密业绩", "13700000001", "137****0001");
        assertThat(seen.path("disagreements").size()).isZero();
        assertThat(only("wr-one").path("phone").asString()).isEqualTo("137****0001");
        JsonNode province = only("wr-province");
        assertThat(province.path("disagreements").toString()).contains("另一家单位");
    }

    @Test
    void aDateOfConfirmationInTheFutureCountsAsTheDayOfTheReport() {
        String today = HubTime.today().toString();
        commitNow(
                "wr-one",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "现任职务", "先", "信息确认日期", "2099-12")
                        .csv());
        assertThat(only("wr-one").path("confirmedOn").asString()).isEqualTo(today);
        commitNow(
                "wr-two",
                new TalentRows()
                        .row(tag + "甲", "证件号码", NUMBER, "现任职务", "后", "信息确认日期", today)
                        .csv());
        assertThat(only("wr-province").path("post").asString())
                .as("the later report of one day")
                .isEqualTo("后");
    }

    private JsonNode only(String user) {
        JsonNode found = hub.get(user, "/api/v1/talents?size=50").body().path("items");
        String id = found.valueStream()
                .filter(t -> t.path("name").asString().equals(tag + "甲"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        return hub.get(user, "/api/v1/talents/" + id).body();
    }

    private long people(String name) {
        return jdbc.sql("select count(*) from pool_record where type = 'talent' and state = 'LIVE' and name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private void commitNow(String user, byte[] file) {
        hub.imported(user, "talent", "f.csv", file, "commit");
    }

    private JsonNode commit(JsonNode preview) {
        String id = preview.path("id").asString();
        assertThat(hub.post("wr-one", "/api/v1/imports/" + id + "/commit").status())
                .isEqualTo(202);
        return hub.settle("wr-one", id, "COMMITTED");
    }

    private JsonNode rows(JsonNode batch) {
        return rows(batch, "wr-one");
    }

    private JsonNode rows(JsonNode batch, String user) {
        return hub.get(user, "/api/v1/imports/" + batch.path("id").asString() + "/rows")
                .body();
    }
}
