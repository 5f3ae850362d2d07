package org.talenthub.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The review queue from upload to decision, over the API and the page, on the real engines. */
@HubTest
@Tag("database")
class ReviewTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private HubClient hub;
    private static int run;
    private String name = "";

    @BeforeEach
    void twoThatMayBeOne() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("rv-province").station("rv-province", "rv-one", "复核甲驿站", "武汉市");
        jdbc.sql("delete from suspect").update();
        name = "钭" + "赟翀昉劼煊晙璟".charAt(run++ % 7) + "晟";
        for (String employer : new String[] {"复核甲有限公司", "复核乙有限公司"}) {
            JsonNode done = hub.imported(
                    "rv-one",
                    "talent",
                    employer + ".csv",
                    new TalentRows().row(name, "工作单位", employer, "联系电话", "").csv(),
                    "commit");
            assertThat(done.at("/counts/created").asInt()).as("%s", done).isOne();
        }
    }

    @Test
    void decidedByApiMergedFoundOnceAndUndone() {
        JsonNode pair = mine();
        assertThat(pair.at("/reasons/0").asString()).isEqualTo("NAME_AND_BIRTH");
        assertThat(pair.at("/a/reports/0/reporter").asString()).isEqualTo("复核甲驿站");
        String id = pair.path("id").asString();
        assertThat(found()).isEqualTo(2);

        assertThat(post(id, "same").getResponse().getStatus()).isEqualTo(200);
        assertThat(post(id, "different").getResponse().getStatus()).isEqualTo(409);
        awaitFound(1);
        String kept = hub.get("rv-province", "/api/v1/talents?q=" + HubClient.encode(name))
                .body()
                .at("/items/0/id")
                .asString();
        String gone = pair.at("/a/record/id").asString().equals(kept)
                ? pair.at("/b/record/id").asString()
                : pair.at("/a/record/id").asString();
        MvcTestResult moved =
                mvc.get().uri("/api/v1/talents/" + gone).with(as(PROVINCE)).exchange();
        assertThat(moved.getResponse().getStatus()).isEqualTo(307);
        assertThat(moved.getResponse().getHeader("Location")).isEqualTo("/api/v1/talents/" + kept);
        assertThat(mvc.get().uri("/talents/" + gone).with(as(PROVINCE))).hasRedirectedUrl("/talents/" + kept);

        assertThat(post(id, "open").getResponse().getStatus()).isEqualTo(200);
        awaitFound(2);
    }

    @Test
    void decidedOnThePageInBulkAndUndoneThere() throws Exception {
        String id = mine().path("id").asString();
        String page = mvc.get()
                .uri("/suspects")
                .with(as(PROVINCE))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(name, "复核甲有限公司", "复核乙有限公司", "复核甲驿站", "value=\"SAME:" + id + "\"");
        mvc.post()
                .uri("/suspects")
                .param("one", "SAME:" + id)
                .param("note." + id, " ")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        assertThat(state(id)).as("one person is said with a reason").isEqualTo("OPEN");
        assertThat(mvc.post()
                        .uri("/suspects")
                        .param("id", id)
                        .param("verdict", "different")
                        .with(as(PROVINCE))
                        .with(csrf()))
                .hasRedirectedUrl("/suspects");
        assertThat(state(id)).isEqualTo("DIFFERENT");
        assertThat(mvc.get().uri("/suspects?state=different").with(as(PROVINCE)))
                .hasStatusOk()
                .bodyText()
                .contains(name);
        mvc.post()
                .uri("/suspects")
                .param("one", "OPEN:" + id)
                .param("state", "different")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        assertThat(state(id)).isEqualTo("OPEN");
    }

    @Test
    void thePageAsksWhyTwoAreOneAndFiltersByTheOnlyReason() throws Exception {
        String id = mine().path("id").asString();
        assertThat(mvc.post()
                        .uri("/suspects")
                        .param("one", "SAME:" + id)
                        .with(as(PROVINCE))
                        .with(csrf())
                        .exchange()
                        .getMvcResult()
                        .getFlashMap()
                        .get("said"))
                .asString()
                .contains("要写理由");
        assertThat(state(id)).isEqualTo("OPEN");
        assertThat(hub.total("rv-province", "/api/v1/suspects?reason=phone&only=true"))
                .isZero();
        assertThat(hub.total("rv-province", "/api/v1/suspects?reason=name_and_birth&only=true"))
                .isPositive();
        assertThat(mvc.get()
                        .uri("/suspects?reason=name_and_birth&only=true")
                        .with(as(PROVINCE))
                        .exchange()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("pair-at-" + id, "也有其他原因的", "name=\"only\" value=\"true\"");
        mvc.post()
                .uri("/suspects")
                .param("one", "SAME:" + id)
                .param("note." + id, "电话核实")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        assertThat(state(id)).isEqualTo("SAME");
        assertThat(hub.get("rv-province", "/api/v1/suspects/" + id)
                        .body()
                        .path("note")
                        .asString())
                .isEqualTo("电话核实");
    }

    @Test
    void aWholeReasonIsDecidedOnlyByWhoSaysHowManyPairsItHas() throws Exception {
        String id = mine().path("id").asString();
        long waiting = hub.total("rv-province", "/api/v1/suspects?reason=name_and_birth");
        assertThat(waiting).isPositive();
        Map<String, Object> unsure = Map.of("verdict", "unsure", "reason", "NAME_AND_BIRTH");
        for (Map<String, Object> wish : List.<Map<String, Object>>of(
                unsure,
                Map.of("verdict", "unsure"),
                Map.of("verdict", "unsure", "ids", List.of()),
                with(unsure, "ids", List.of(id)),
                with(unsure, "ids", List.of()))) {
            HubClient.Answer refused = hub.post("rv-province", "/api/v1/suspects", JSON.writeValueAsString(wish));
            assertThat(refused.status()).as("%s: %s", wish, refused.body()).isEqualTo(400);
            assertThat(refused.body().path("code").asString()).startsWith("suspect.");
        }
        for (long wrong : new long[] {waiting + 1, 0, -1, 500 + waiting}) {
            assertThat(hub.post(
                                    "rv-province",
                                    "/api/v1/suspects",
                                    JSON.writeValueAsString(with(unsure, "count", wrong)))
                            .status())
                    .as("%s", wrong)
                    .isEqualTo(409);
        }
        mvc.post()
                .uri("/suspects")
                .param("all", "unsure")
                .param("reason", "name_and_birth")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        assertThat(state(id)).as("nothing was decided").isEqualTo("OPEN");

        String page = mvc.get()
                .uri("/suspects?reason=name_and_birth")
                .with(as(PROVINCE))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .satisfies(p -> assertThat(waiting < 2 || p.contains("name=\"count\" value=\"" + waiting + "\""))
                        .isTrue());
        HubClient.Answer done =
                hub.post("rv-province", "/api/v1/suspects", JSON.writeValueAsString(with(unsure, "count", waiting)));
        assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
        assertThat(done.body().path("decided").size()).isEqualTo((int) waiting);
        assertThat(state(id)).isEqualTo("UNSURE");
    }

    private static Map<String, Object> with(Map<String, Object> wish, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(wish);
        more.put(name, value);
        return more;
    }

    private JsonNode mine() {
        JsonNode page = hub.get("rv-province", "/api/v1/suspects?size=100").body();
        for (JsonNode item : page.path("items")) {
            if (item.at("/a/record/name").asString("").equals(name)) {
                return item;
            }
        }
        throw new AssertionError("nobody asks about " + name + ": " + page);
    }

    private String state(String id) {
        return hub.get("rv-province", "/api/v1/suspects/" + id)
                .body()
                .path("state")
                .asString();
    }

    private MvcTestResult post(String id, String verdict) {
        return mvc.post()
                .uri("/api/v1/suspects/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(Map.of("verdict", verdict)))
                .with(as(PROVINCE))
                .exchange();
    }

    private long found() {
        return hub.total("rv-province", "/api/v1/talents?q=" + HubClient.encode(name));
    }

    private void awaitFound(int wanted) {
        for (int i = 0; i < 200 && found() != wanted; i++) {
            HubClient.pause(50);
        }
        assertThat(found()).isEqualTo(wanted);
    }
}
