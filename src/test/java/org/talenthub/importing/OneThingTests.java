package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** What is one thing though its name is spelt in several ways: width, blanks, brackets, letter case, legal forms, former names. */
@HubTest
@Tag("database")
class OneThingTests {

    private static final String CODE = "91420100MABAR7926Q";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;

    @BeforeEach
    void accounts() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("ot-province").station("ot-province", "ot-one", "示例同一驿站", "武汉市");
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OneThingTests.class.getResourceAsStream("/intake/" + name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void demandsByTheirPosts() throws IOException {
        JsonNode batch = hub.imported("ot-one", "demand", "d.xlsx", file("demand_post_variants.xlsx"), "commit");
        assertThat(batch.at("/counts/created").asInt()).isEqualTo(2);
    }

    @Test
    void carriersByTheirNames() throws IOException {
        JsonNode batch = hub.imported("ot-province", "carrier", "c.xlsx", file("carrier_name_variants.xlsx"), "commit");
        assertThat(batch.at("/counts/created").asInt()).isEqualTo(1);
    }

    @Test
    void employersHoweverSpeltAndByFormerNames() throws IOException {
        enterprise("示例失败联企（武汉）光电有限公司");
        hub.imported("ot-one", "talent", "t.xlsx", file("link_employer_brackets.xlsx"), "commit");
        assertLinked();

        enterprise("示例失败改名（湖北）科技有限公司");
        assertLinked();
    }

    private void enterprise(String name) {
        String sheet = "企业名称,统一社会信用代码,所属产业,行政区划\n" + name + "," + CODE + ",光电子信息,武汉市\n";
        hub.imported("ot-province", "enterprise", name + ".csv", sheet.getBytes(StandardCharsets.UTF_8), "commit");
    }

    private void assertLinked() {
        JsonNode found =
                hub.get("ot-one", "/api/v1/talents?plain=true&employer=" + CODE).body();
        assertThat(found.path("total").asInt()).isEqualTo(4);
        found.path("items")
                .forEach(person -> assertThat(person.at("/employer/id").asString())
                        .as(person.path("name").asString())
                        .isNotEmpty());
        String name = URLEncoder.encode("示例失败联企(武汉) 光电有限公司", StandardCharsets.UTF_8);
        assertThat(hub.get("ot-one", "/api/v1/talents?employer=" + name)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(4);
    }
}
