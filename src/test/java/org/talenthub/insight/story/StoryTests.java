package org.talenthub.insight.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Ids;
import org.talenthub.reference.standards.IdNumbers;
import tools.jackson.databind.JsonNode;

/** What happened to a record and what it lacks, by API, as each who asks may know. */
@HubTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;
    private String person = "";
    private String second = "";

    @BeforeAll
    void twoStationsReportOnePerson() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("st-province")
                .station("st-province", "st-one", "履历甲驿站", "武汉市")
                .station("st-province", "st-two", "履历乙驿站", "宜昌市");
        String digits = "42999919850313777";
        String number = digits + IdNumbers.checkDigit(digits);
        String name = "测履历";
        hub.imported("st-one", "talent", "a.csv", row(name, number, "总监", "2024-10-01"), "commit");
        second = hub.imported("st-two", "talent", "b.csv", row(name, number, "院长", "2024-11-01"), "commit")
                .path("id")
                .asString();
        person = Ids.text(jdbc.sql("select id from pool_record where type = 'talent' and name = ? and state = 'LIVE'")
                .param(name)
                .query(Long.class)
                .single());
    }

    private static byte[] row(String name, String number, String post, String confirmed) {
        return new TalentRows()
                .row(name, "证件号码", number, "现任职务", post, "信息确认日期", confirmed, "工作地点", "")
                .csv();
    }

    private JsonNode get(String user, String path) {
        HubClient.Answer a = hub.get(user, "/api/v1/talents/" + person + path);
        assertThat(a.status()).as("%s %s %s", user, path, a.body()).isEqualTo(200);
        return a.body();
    }

    private static List<String> told(JsonNode items, String field) {
        return items.path("items")
                .valueStream()
                .map(i -> i.path(field).asString(""))
                .toList();
    }

    @Test
    void everyoneIsToldOfWhatHeMayKnow() {
        // where it was placed on the chains is told besides, as soon as that is done
        assertThat(get("st-province", "/timeline")
                        .path("items")
                        .valueStream()
                        .filter(i -> !i.path("kind").asString().equals("PLACED")))
                .hasSize(2)
                .allMatch(i -> i.path("kind").asString().equals("REPORTED"))
                .extracting(i -> i.path("who").asString())
                .containsExactlyInAnyOrder("履历甲驿站", "履历乙驿站");
        JsonNode one = get("st-one", "/timeline");
        assertThat(told(one, "who")).containsExactly("履历甲驿站");
        assertThat(one.at("/items/0/batch").asString("")).isNotBlank();
        new TestAccounts(hub, accounts, jdbc).station("st-province", "st-three", "履历丙驿站", "黄石市");
        assertThat(told(get("st-three", "/timeline"), "who")).isEmpty();
        assertThat(hub.get("", "/api/v1/talents/" + person + "/timeline").status())
                .isEqualTo(404);
        assertThat(hub.get("st-one", "/api/v1/talents/0000000000000/timeline").status())
                .isEqualTo(404);
        assertThat(hub.get("st-one", "/api/v1/talents/" + person + "/timeline?x=1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsTakenBackStaysInTheTimeline() {
        String name = "测撤回";
        String batch = hub.imported("st-one", "talent", "c.csv", row(name, "", "总工", "2026-10-01"), "commit")
                .path("id")
                .asString();
        hub.imported("st-two", "talent", "d.csv", row(name + "乙", "", "总工", "2026-10-01"), "commit");
        hub.imported("st-one", "talent", "e.csv", row(name, "", "院长", "2026-10-02"), "commit");
        String id = Ids.text(jdbc.sql("select id from pool_record where name = ?")
                .param(name)
                .query(Long.class)
                .single());
        assertThat(hub.post("st-one", "/api/v1/imports/" + batch + "/revert").status())
                .isEqualTo(202);
        hub.settle("st-one", batch, "REVERTED");
        JsonNode told =
                hub.get("st-province", "/api/v1/talents/" + id + "/timeline").body();
        assertThat(told(told, "kind"))
                .contains("REVERTED")
                .filteredOn("REPORTED"::equals)
                .hasSize(2);
    }

    @Test
    void whatIsMissingOrOldIsToldWithWhoCanAddIt() {
        JsonNode gaps = get("st-one", "/gaps");
        assertThat(told(gaps, "field"))
                .contains("place", "school", "confirmedOn")
                .doesNotContain("name", "remark", "ethnicity");
        JsonNode place = gaps.path("items")
                .valueStream()
                .filter(g -> g.path("field").asString().equals("place"))
                .findFirst()
                .orElseThrow();
        assertThat(place.path("kind").asString()).isEqualTo("MISSING");
        assertThat(place.at("/who/0/name").asString()).isEqualTo("履历甲驿站");
        assertThat(place.at("/who/0/mine").booleanValue()).isTrue();
        JsonNode old = gaps.path("items")
                .valueStream()
                .filter(g -> g.path("field").asString().equals("confirmedOn"))
                .findFirst()
                .orElseThrow();
        assertThat(old.path("kind").asString()).isEqualTo("OLD");
        assertThat(old.path("since").asString()).startsWith("2025-1");
        assertThat(second).isNotBlank();
        assertThat(get("st-one", "/gaps").toString()).doesNotContain("履历乙驿站");
        assertThat(hub.get(
                                "",
                                "/api/v1/stations/"
                                        + Ids.text(jdbc.sql("select id from pool_record where name = '履历甲驿站'")
                                                .query(Long.class)
                                                .single())
                                        + "/gaps")
                        .status())
                .isEqualTo(200);
    }

    /** One's own rows as one reported them, with what is missing coloured; uploaded again they are one's report. */
    @Test
    void whatIsMissingComesAsASheetThatCanBeUploadedAgain() throws java.io.IOException {
        String name = "测待完善";
        hub.imported("st-one", "talent", "g.csv", row(name, "", "总工", "2026-10-01"), "commit");
        String sheet = "/api/v1/imports/gaps/talent.xlsx";
        assertThat(hub.get("st-one", sheet).body().path("code").asString()).isEqualTo("export.purpose");
        assertThat(hub.get("st-one", "/api/v1/imports/gaps/enterprise.xlsx").status())
                .isEqualTo(403);
        assertThat(hub.get("", sheet).status()).isEqualTo(401);

        byte[] book = hub.get("st-one", sheet + "?purpose=" + HubClient.encode("补齐本站人才信息"))
                .bytes();
        List<String> words = new java.util.ArrayList<>();
        try (var read = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(book))) {
            read.getSheetAt(0).forEach(r -> r.forEach(c -> words.add(c.toString())));
        }
        assertThat(words).contains(name, "测履历", "总工", "总监").doesNotContain("院长");
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'export.gaps'")
                        .query(Integer.class)
                        .single())
                .isPositive();

        JsonNode again = hub.imported("st-one", "talent", "待完善.xlsx", book, "preview");
        assertThat(again.path("status").asString()).as("%s", again).isEqualTo("PREVIEWED");
        assertThat(again.at("/counts/rejected").asInt()).as("%s", again).isZero();
        assertThat(again.at("/counts/unchanged").asInt())
                .as("%s", again)
                .isEqualTo(again.at("/counts/read").asInt());
    }
}
