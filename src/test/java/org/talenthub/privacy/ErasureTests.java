package org.talenthub.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** A person whom two stations reported is erased; then every table and every index is searched for the name. */
@HubTest
@Tag("database")
class ErasureTests {

    private static final String NAME = "删忆辰";
    private static final String WORK = "辰氏忆删工艺";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rest5Client elasticsearch;

    @Test
    void nothingIsLeftOfAPersonAndEverybodyElseStays() throws Exception {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("er-province")
                .station("er-province", "er-one", "示例删甲驿站", "武汉市")
                .station("er-province", "er-two", "示例删乙驿站", "武汉市");
        String number = "429900198503127313";
        JsonNode first = hub.imported(
                "er-one",
                "talent",
                "一.csv",
                new TalentRows()
                        .row(NAME, "证件类型", "居民身份证", "证件号码", number, "技术专长", WORK)
                        .row("留安然", "出生年月", "不知道")
                        .row("留安好")
                        .csv(),
                "commit");
        hub.imported(
                "er-two",
                "talent",
                "二.csv",
                new TalentRows()
                        .row(NAME, "证件类型", "居民身份证", "证件号码", number, "技术专长", WORK, "备注", "另一家也报了")
                        .csv(),
                "commit");
        String batch = first.path("id").asString();
        String found = "/api/v1/talents?q=" + HubClient.encode("姓名:" + NAME);
        JsonNode people = hub.get("er-province", found).body();
        assertThat(people.path("total").asInt()).as("%s", people).isEqualTo(1);
        String id = people.at("/items/0/id").asString();
        String path = "/api/v1/talents/" + id;
        JsonNode list =
                hub.post("er-province", "/api/v1/lists", "{\"name\":\"甄选\"}").body();
        hub.post(
                "er-province",
                "/api/v1/lists/" + list.path("id").asString() + "/entries",
                "{\"ids\":[\"" + id + "\"],\"note\":\"" + NAME + "可用\"}");
        assertThat(kept())
                .as("what the search for traces finds before")
                .contains("report.title", "pool_record.name", "record_list_entry.note", "index");

        assertThat(hub.post("er-one", path + "/erase", "{\"request\":\"2026-001\"}")
                        .status())
                .isEqualTo(403);
        assertThat(hub.post("er-province", path + "/erase", "{}").status()).isEqualTo(400);
        assertThat(hub.post("er-province", path + "/erase", "{\"request\":\"" + NAME + "来信\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.get("er-province", path).status()).isEqualTo(200);

        HubClient.Answer done = hub.post("er-province", path + "/erase", "{\"request\":\"受理 2026-001\"}");
        assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
        assertThat(done.body().at("/erased/reports").asInt()).isEqualTo(2);
        assertThat(done.body().at("/erased/files").asInt()).isEqualTo(2);
        assertThat(done.body().toString()).doesNotContain(NAME);

        assertThat(hub.get("er-province", path).status()).isEqualTo(404);
        assertThat(hub.post("er-province", path + "/erase", "{\"request\":\"受理 2026-001\"}")
                        .status())
                .isEqualTo(404);
        // by number: who looks for the name writes it into the trail anew
        String numbered = "/api/v1/talents?id=" + id;
        for (int i = 0; i < 100 && hub.total("er-province", numbered) > 0; i++) {
            HubClient.pause(100);
        }
        assertThat(hub.total("er-province", numbered)).isZero();
        assertThat(kept()).isEmpty();
        assertThat(hub.total("er-province", found)).isZero();
        assertThat(hub.get("er-one", "/api/v1/imports/" + batch + "/correction")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("file.erased");
        assertThat(hub.total("er-province", "/api/v1/talents?q=" + HubClient.encode("姓名:留安好")))
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from erasure where record_id is not null and key_hash is not null")
                        .query(Integer.class)
                        .single())
                .isPositive();

        // who is reported again is somebody new
        hub.imported(
                "er-two",
                "talent",
                "三.csv",
                new TalentRows().row(NAME, "证件类型", "居民身份证", "证件号码", number).csv(),
                "commit");
        JsonNode again = hub.get("er-province", found).body();
        assertThat(again.at("/items/0/id").asString()).isNotEqualTo(id);
    }

    /** Where the name or what only this person does still stands. */
    private List<String> kept() throws Exception {
        List<String> where = new ArrayList<>();
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list();
        for (String table : tables) {
            for (Map<String, Object> row :
                    jdbc.sql("select * from " + table).query().listOfRows()) {
                row.forEach((column, value) -> {
                    String text =
                            value instanceof byte[] b ? new String(b, StandardCharsets.UTF_8) : String.valueOf(value);
                    if (text.contains(NAME) || text.contains(WORK)) {
                        where.add(table + '.' + column);
                    }
                });
            }
        }
        String documents = new String(
                elasticsearch
                        .performRequest(new Request("GET", "/_all/_search?size=10000"))
                        .getEntity()
                        .getContent()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        if (documents.contains(NAME) || documents.contains(WORK)) {
            where.add("index");
        }
        return where;
    }
}
