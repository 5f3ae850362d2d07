package org.talenthub.services;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.talenthub.accounts.NewAccount;
import org.talenthub.pictures.TestPictures;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Service needs are the carrier's own, departments see numbers; typical cases are public once the city has released them. */
@HubTest
@Tag("database")
class ServicesTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NeedsWatch watch;

    private HubClient hub;

    @BeforeEach
    void whoActs() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("sn-province")
                .station("sn-province", "sn-one", "示例服务一驿站", "武汉市")
                .station("sn-province", "sn-two", "示例服务二驿站", "宜昌市");
        for (Map.Entry<String, String> c :
                Map.of("sn-wuhan", "420100", "sn-yichang", "420500").entrySet()) {
            if (accounts.find(c.getKey()).isEmpty()) {
                accounts.create(new NewAccount(
                        c.getKey(), TestAccounts.PASSWORD, c.getKey(), Role.CITY, c.getValue(), null, null));
            }
        }
        jdbc.sql("delete from typical_case").update();
    }

    @Test
    void aNeedThatIsReportedBecomesACaseOfThatCarrierOnly() {
        String name = "服甲" + Long.toString(System.nanoTime(), 36);
        hub.imported(
                "sn-one",
                "talent",
                name + ".csv",
                new TalentRows().row(name, "服务需求", "子女入学；住房安居").csv(),
                "commit");
        watch.take();
        watch.take();
        List<JsonNode> mine = hub.get("sn-one", "/api/v1/service-needs?size=100&state=asked")
                .body()
                .path("items")
                .valueStream()
                .toList();
        long person = jdbc.sql("select id from pool_record where name = ? and state = 'LIVE'")
                .param(name)
                .query(Long.class)
                .single();
        List<JsonNode> his = mine.stream()
                .filter(n -> n.path("talent").asString().equals(org.talenthub.common.Ids.text(person)))
                .toList();
        assertThat(his).hasSize(2);
        String path = "/api/v1/service-needs/" + his.getFirst().path("id").asString();
        for (String user : List.of("sn-two", "sn-province", "sn-wuhan")) {
            assertThat(hub.get(user, path).status()).as(user).isEqualTo(404);
            assertThat(hub.post(user, path + "/accept").status()).as(user).isEqualTo(404);
        }
        assertThat(hub.post("sn-one", path + "/settle").status()).isEqualTo(409);
        assertThat(hub.post("sn-one", path + "/accept").body().path("state").asString())
                .isEqualTo("ACCEPTED");
        assertThat(hub.post("sn-one", path + "/decline").status()).isEqualTo(400);
        assertThat(hub.post("sn-one", path + "/settle").body().path("state").asString())
                .isEqualTo("SETTLED");
        assertThat(hub.get("sn-wuhan", "/api/v1/service-needs/counts?size=100")
                        .body()
                        .toString())
                .contains("示例服务一驿站")
                .doesNotContain("示例服务二驿站")
                .doesNotContain(name);
        assertThat(hub.total("sn-province", "/api/v1/service-needs")).isZero();
        HubClient.Answer again = hub.post(
                "sn-one",
                "/api/v1/service-needs",
                JsonMapper.shared()
                        .writeValueAsString(Map.of("talent", org.talenthub.common.Ids.text(person), "need", "子女入学")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(hub.post(
                                "sn-two",
                                "/api/v1/service-needs",
                                JsonMapper.shared()
                                        .writeValueAsString(Map.of(
                                                "talent", org.talenthub.common.Ids.text(person), "need", "医疗保障")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTypicalCaseIsPublicOnceTheCityReleasesIt() {
        HubClient.Answer made =
                hub.post("sn-one", "/api/v1/typical-cases", "{\"title\":\"一站办成\",\"text\":\"三天办好入学。\"}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        String path = "/api/v1/typical-cases/" + made.body().path("id").asString();
        for (String user : List.of("", "sn-two", "sn-yichang")) {
            assertThat(hub.get(user, path).status()).as(user).isEqualTo(404);
            assertThat(hub.total(user, "/api/v1/typical-cases")).as(user).isZero();
        }
        assertThat(hub.post("sn-wuhan", path + "/release").status()).isEqualTo(409);
        assertThat(hub.post("sn-one", path + "/release").status()).isEqualTo(403);
        assertThat(hub.post("sn-one", path + "/offer").status()).isEqualTo(200);
        assertThat(hub.put("sn-one", path, "{\"title\":\"改\"}").status()).isEqualTo(409);
        assertThat(hub.post("sn-yichang", path + "/release").status()).isEqualTo(404);
        assertThat(hub.post("sn-wuhan", path + "/release").status()).isEqualTo(200);
        assertThat(hub.get("", path).body().path("title").asString()).isEqualTo("一站办成");
        assertThat(hub.post("sn-province", path + "/collect")
                        .body()
                        .path("collected")
                        .asBoolean())
                .isTrue();
        assertThat(hub.get("", path.substring(7)).status()).isEqualTo(200);
        assertThat(hub.post("sn-wuhan", path + "/retract").status()).isEqualTo(200);
        assertThat(hub.get("", path).status()).isEqualTo(404);
    }

    @Test
    void aCaseShowsPicturesThatTellNoPlace() {
        String path = "/api/v1/typical-cases/"
                + hub.post("sn-one", "/api/v1/typical-cases", "{\"title\":\"看图\",\"text\":\"现场办公。\"}")
                        .body()
                        .path("id")
                        .asString();
        String pictures = path + "/pictures?caption=" + HubClient.encode("现场办公");
        HubClient.Answer added = hub.file("sn-one", pictures, "a.jpg", TestPictures.jpeg(3));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        for (String user : List.of("sn-province", "sn-wuhan")) {
            assertThat(hub.file(user, pictures, "b.png", TestPictures.png()).status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(hub.file("sn-two", pictures, "b.png", TestPictures.png()).status())
                .isEqualTo(404);
        assertThat(hub.file("sn-one", pictures, "b.svg", "<svg/>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        String picture = path + "/pictures/" + added.body().path("id").asString();
        assertThat(hub.get("", picture).status()).as("a draft's is nobody's").isEqualTo(404);
        assertThat(hub.post("sn-one", path + "/offer").status()).isEqualTo(200);
        assertThat(hub.file("sn-one", pictures, "c.png", TestPictures.png()).status())
                .isEqualTo(409);
        assertThat(hub.delete("sn-one", picture).status()).isEqualTo(409);
        assertThat(hub.post("sn-wuhan", path + "/release").status()).isEqualTo(200);
        HubClient.Answer shown = hub.get("", picture);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(new String(shown.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(hub.get("", path + "/pictures").body().at("/0/caption").asString())
                .isEqualTo("现场办公");
        HubClient.Answer page = hub.get("", path.substring(7));
        assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).contains(picture, "现场办公");
    }
}
