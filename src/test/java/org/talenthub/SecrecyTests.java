package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** Document number, phone and e-mail of an imported person, searched for in every table, every index and everything logged. */
@HubTest
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class SecrecyTests {

    private static final String DOCUMENT = "429900198503127719";
    private static final String PHONE = "15400007715";
    private static final String EMAIL = "geheim-7715@example.com";
    private static final List<String> SECRETS = List.of(DOCUMENT, PHONE, EMAIL);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rest5Client elasticsearch;

    @Test
    void nothingSensitiveInTablesIndicesOrLog(CapturedOutput log) throws IOException {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("se-province")
                .station("se-province", "se-station", "示例密驿站", "武汉市");
        byte[] file = new TalentRows()
                .row("密甲", "证件类型", "居民身份证", "证件号码", DOCUMENT, "联系电话", PHONE, "电子邮箱", EMAIL)
                // wrong cells are told back with their values: these must be masked as well
                .row("密乙", "证件类型", "居民身份证", "证件号码", DOCUMENT.replace("7719", "7716"), "联系电话", PHONE, "电子邮箱", EMAIL)
                .row("密丙", "备注", "身份证 " + DOCUMENT + "，电话 " + PHONE)
                .csv();
        JsonNode done = hub.imported("se-station", "talent", "密.csv", file, "commit");
        assertThat(done.at("/counts/created").asInt()).as("%s", done).isEqualTo(2);
        HubClient.Answer rows =
                hub.get("se-station", "/api/v1/imports/" + done.path("id").asString() + "/rows");
        String person = hub.get("se-province", "/api/v1/talents?q=" + HubClient.encode("密甲"))
                .body()
                .at("/items/0/id")
                .asString();
        HubClient.Answer page = hub.get("se-province", "/api/v1/talents/" + person);
        assertThat(page.body().path("phone").asString()).isEqualTo("154****7715");
        clean("the rows of the batch", text(rows.bytes()));
        clean("the person's answer", text(page.bytes()));
        tables();
        indices();
        clean("the log", log.getAll());
    }

    private void tables() {
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(8);
        for (String table : tables) {
            for (Map<String, Object> row :
                    jdbc.sql("select * from " + table).query().listOfRows()) {
                row.forEach((column, value) ->
                        clean(table + '.' + column, value instanceof byte[] b ? text(b) : String.valueOf(value)));
            }
        }
    }

    private void indices() throws IOException {
        JsonNode found = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(elasticsearch
                        .performRequest(new Request("GET", "/_all/_search?size=10000"))
                        .getEntity()
                        .getContent());
        assertThat(found.at("/hits/hits").size()).isGreaterThanOrEqualTo(3);
        clean("the indices", found.toString());
    }

    private static void clean(String where, String text) {
        SECRETS.forEach(s -> assertThat(text.contains(s))
                .as("%s holds a sensitive value", where)
                .isFalse());
        assertThat(text.contains(DOCUMENT.replace("7719", "7716"))).as(where).isFalse();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
