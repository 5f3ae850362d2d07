package org.talenthub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
import org.talenthub.SiteBrowser;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** An enterprise fills its application in by a link that its city gave it: over HTTP, without an account. */
@HubTest
@Tag("database")
class InvitedTests {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private CaseRoom room;
    private HubClient hub;
    private String path;

    @BeforeEach
    void aDraft() {
        room = new CaseRoom(port, accounts, jdbc, "ivt");
        room.open();
        hub = room.hub;
        String call = room.call(Map.of("evidence", List.of("营业执照")));
        HubClient.Answer made = hub.post(
                room.wuhan(),
                "/api/v1/applications",
                CaseRoom.json(Map.of("call", call, "name", "示例受邀驿站", "region", "武汉市洪山区")));
        path = "/api/v1/applications/" + made.body().path("id").asString();
    }

    private String link() {
        HubClient.Answer made = hub.post(room.wuhan(), path + "/invitation");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.body().path("until").asString()).isNotEmpty();
        String link = made.body().path("link").asString();
        return link.substring(link.indexOf("/invited-applications/"));
    }

    private static String form(String tasks) {
        return "name=" + HubClient.encode("示例受邀人才驿站") + "&region=420500&hostName=" + HubClient.encode("示例受邀光电有限公司")
                + "&hostCode=91429999MA9999005A&industries=" + HubClient.encode("光电子信息")
                + "&outline.basics=" + HubClient.encode("一家企业") + "&outline.conditions=" + HubClient.encode("有平台")
                + "&outline.tasks=" + HubClient.encode(tasks) + "&outline.goals=" + HubClient.encode("一年二十人")
                + "&outline.support=" + HubClient.encode("有经费") + "&outline.services=" + HubClient.encode("住房");
    }

    @Test
    void whoHoldsTheLinkFillsItInAndTheCityTakesItFromThere() {
        String link = link();
        SiteBrowser enterprise = new SiteBrowser(port);
        assertThat(enterprise.get(link).body()).contains("示例受邀驿站", "营业执照");
        // longer than what a stranger may send
        assertThat(enterprise
                        .post(link, link + "/save", form("引才".repeat(8_000)))
                        .status())
                .isEqualTo(302);
        JsonNode written = hub.get(room.wuhan(), path).body();
        assertThat(written.path("hostName").asString()).isEqualTo("示例受邀光电有限公司");
        assertThat(written.at("/outline/tasks").asString()).hasSize(16_000);
        assertThat(written.at("/region/code").asString())
                .as("the form moves it to no other city")
                .startsWith("4201");

        assertThat(enterprise
                        .post(link, link + "/hand-in", "filler=" + HubClient.encode("受邀人"))
                        .to())
                .as("without the paper that the call asks for")
                .isEqualTo(link);
        assertThat(enterprise.get(link).body()).contains("营业执照");
        assertThat(enterprise
                        .upload(link, link + "/files", "a.pdf", new byte[] {1})
                        .status())
                .isEqualTo(302);
        byte[] large = Arrays.copyOf("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1), 3 << 20);
        System.arraycopy(PDF, 0, large, large.length - PDF.length, PDF.length);
        assertThat(enterprise.upload(link, link + "/files", "large.pdf", large).status())
                .isEqualTo(302);
        JsonNode files = hub.get(room.wuhan(), path + "/files").body();
        assertThat(files.size()).as("what is no PDF is not kept").isOne();
        assertThat(files.at("/0/by").asString()).isEqualTo("示例受邀光电有限公司");
        jdbc.sql("update carrier_application_file set evidence = '营业执照'").update();

        assertThat(enterprise.post(link, link + "/hand-in", "filler=").to()).isEqualTo(link);
        SiteBrowser.Page handed = enterprise.post(link, link + "/hand-in", "filler=" + HubClient.encode("受邀人"));
        assertThat(handed.status()).isEqualTo(200);
        assertThat(handed.body()).contains("已交回市州组织部门");
        assertThat(enterprise.get(link).status()).as("used up").isEqualTo(404);

        JsonNode submitted = room.done(room.wuhan(), path, "submit", Map.of());
        assertThat(submitted.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.at("/steps/0/files").size()).as("what was seen").isOne();
        room.done(room.wuhan(), path, "pass", Map.of());
        HubClient.Answer assigned = room.act(
                room.province(),
                path,
                "assign",
                Map.of(
                        "experts",
                        List.of(
                                Map.of("name", "受邀人", "employer", "示例评审大学"),
                                CaseRoom.EXPERTS.get(1),
                                CaseRoom.EXPERTS.get(2))));
        assertThat(assigned.status()).as("who wrote it judges it not").isEqualTo(422);
        assertThat(assigned.body().path("code").asString()).isEqualTo("experts.conflict");
        assertThat(hub.post(room.wuhan(), path + "/invitation").status())
                .as("under review")
                .isEqualTo(409);
    }

    @Test
    void aLinkHoldsOnceAndOnlyAsLongAsTheCityWants() {
        String first = link();
        String second = link();
        SiteBrowser enterprise = new SiteBrowser(port);
        assertThat(enterprise.get(first).status())
                .as("a new one ends the old one")
                .isEqualTo(404);
        assertThat(enterprise.get(second).status()).isEqualTo(200);
        assertThat(enterprise.get("/invited-applications/nothing").status()).isEqualTo(404);
        assertThat(hub.delete(room.wuhan(), path + "/invitation").status()).isEqualTo(204);
        assertThat(enterprise.get(second).status()).isEqualTo(404);

        String third = link();
        jdbc.sql("update carrier_form_invitation set until = date_sub(current_date, interval 2 day)")
                .update();
        assertThat(enterprise.get(third).status()).as("run out").isEqualTo(404);

        String last = link();
        room.done(room.wuhan(), path, "withdraw", Map.of("reason", "不再申报"));
        assertThat(enterprise.get(last).status()).as("nothing to fill in").isEqualTo(404);
    }

    @Test
    void onlyTheCityOfItsRegionInvites() {
        assertThat(hub.post(room.yichang(), path + "/invitation").status()).isEqualTo(404);
        assertThat(hub.post(room.province(), path + "/invitation").status()).isEqualTo(403);
        assertThat(hub.post(room.station(), path + "/invitation").status()).isEqualTo(403);
        assertThat(hub.post("", path + "/invitation").status()).isEqualTo(401);
        assertThat(hub.delete(room.yichang(), path + "/invitation").status()).isEqualTo(404);
    }

    @Test
    void whatIsTooLongIsRefusedInWordsAndNothingTypedIsLost() {
        String longest = "示".repeat(120);
        assertThat(hub.put(room.wuhan(), path, CaseRoom.json(Map.of("hostName", longest)))
                        .status())
                .isEqualTo(200);
        String link = link();
        SiteBrowser enterprise = new SiteBrowser(port);
        assertThat(enterprise.upload(link, link + "/files", "a.pdf", PDF).status())
                .isEqualTo(302);
        assertThat(hub.get(room.wuhan(), path + "/files").body().at("/0/by").asString())
                .isEqualTo(longest.substring(0, 100));
        for (String field : List.of("name", "hostName")) {
            HubClient.Answer refused = hub.put(room.wuhan(), path, CaseRoom.json(Map.of(field, longest + "例")));
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
            assertThat(refused.body().path("code").asString()).isEqualTo("application.long");
        }

        String wrong = form("写了很久").replace("91429999MA9999005A", "91429999MA9999005B");
        SiteBrowser.Page kept = enterprise.post(link, link + "/save", wrong);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).contains("写了很久", "91429999MA9999005B", "role=\"alert\"");
        assertThat(enterprise.get(link).body()).doesNotContain("写了很久");
        SiteBrowser city = new SiteBrowser(port);
        city.signIn(room.wuhan(), org.talenthub.TestAccounts.PASSWORD);
        String page = path.substring("/api/v1".length());
        SiteBrowser.Page typed = city.post(page, page + "/save", wrong.replace("region=420500", "region=420100"));
        assertThat(typed.status()).isEqualTo(200);
        assertThat(typed.body()).contains("写了很久", "91429999MA9999005B", "role=\"alert\"");
        assertThat(city.get(page).body()).doesNotContain("写了很久");
    }

    @Test
    void aStrangerSendsNoMoreThanBefore() {
        String link = link();
        SiteBrowser stranger = new SiteBrowser(port);
        assertThat(stranger.post(link, "/invited-applications/nothing/save", form("引才".repeat(8_000)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void theCityHasItsButtonsAndSeesHowItStands() {
        SiteBrowser city = new SiteBrowser(port);
        city.signIn(room.wuhan(), org.talenthub.TestAccounts.PASSWORD);
        String page = path.substring("/api/v1".length());
        assertThat(city.get(page).body()).contains("邀请企业填报");
        assertThat(city.post(page, page + "/invitation", "a=b").to()).startsWith(page);
        String body = city.get(page).body();
        assertThat(body).contains("/invited-applications/", "收回链接");
        assertThat(city.get(page).body()).as("shown once").doesNotContain("/invited-applications/");
        assertThat(city.post(page, page + "/invitation/back", "a=b").to()).startsWith(page);
        assertThat(city.get(page).body()).doesNotContain("收回链接");
    }
}
