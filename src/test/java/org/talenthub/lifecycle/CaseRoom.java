package org.talenthub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call and cases that answer it, for tests of what may be done to them. */
public final class CaseRoom {

    public static final List<Map<String, String>> EXPERTS = List.of(
            Map.of("name", "评审甲", "employer", "示例评审大学"),
            Map.of("name", "评审乙", "employer", "示例评审研究院"),
            Map.of("name", "评审丙", "employer", "示例评审学院"));

    public final HubClient hub;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final String prefix;

    /** @param prefix of the accounts' names; each test class has its own */
    public CaseRoom(int port, Accounts accounts, JdbcClient jdbc, String prefix) {
        this.hub = new HubClient(port, TestAccounts.PASSWORD);
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.prefix = prefix;
    }

    public void open() {
        new TestAccounts(hub, accounts, jdbc)
                .province(province())
                .station(province(), station(), "示例" + prefix + "邻驿站", "武汉市");
        account(wuhan(), Role.CITY, "420100");
        account(yichang(), Role.CITY, "420500");
        account(prefix + "-maker", Role.MATCHMAKER, null);
        for (String table : List.of(
                "carrier_review_accept",
                "carrier_review",
                "carrier_visit",
                "carrier_application_piece",
                "carrier_application_file",
                "carrier_application_step",
                "carrier_application_version",
                "carrier_form_invitation",
                "carrier_application",
                "carrier_call_file",
                "carrier_call",
                "picture_piece",
                "picture")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    public void account(String username, Role role, String region) {
        if (accounts.find(username).isEmpty()) {
            accounts.create(new NewAccount(username, TestAccounts.PASSWORD, username, role, region, null, null));
        }
    }

    public String province() {
        return prefix + "-province";
    }

    public String wuhan() {
        return prefix + "-wuhan";
    }

    public String yichang() {
        return prefix + "-yichang";
    }

    public String station() {
        return prefix + "-station";
    }

    public String maker() {
        return prefix + "-maker";
    }

    public static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    public String call(Map<String, Object> besides) {
        Map<String, Object> wish = new HashMap<>(besides);
        wish.put("year", 2026);
        wish.put("kind", "STATION");
        wish.put("deadline", HubTime.today().plusDays(30).toString());
        HubClient.Answer made = hub.post(province(), "/api/v1/calls", json(wish));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().path("id").asString();
    }

    /** A complete draft. */
    public String draft(String call, String name) {
        HubClient.Answer made = hub.post(
                wuhan(),
                "/api/v1/applications",
                json(Map.of(
                        "call",
                        call,
                        "name",
                        name,
                        "region",
                        "武汉市洪山区",
                        "hostName",
                        "示例申报光电有限公司",
                        "hostCode",
                        "91429999MA9999005A",
                        "industries",
                        List.of("光电子信息"),
                        "outline",
                        Map.of(
                                "basics", "一家企业",
                                "conditions", "有平台",
                                "tasks", "引才",
                                "goals", "一年二十人",
                                "support", "有经费",
                                "services", "住房"))));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return "/api/v1/applications/" + made.body().path("id").asString();
    }

    public HubClient.Answer act(String user, String path, String action, Object said) {
        return hub.post(user, path + "/" + action, json(said));
    }

    public JsonNode done(String user, String path, String action, Object said) {
        HubClient.Answer a = act(user, path, action, said);
        assertThat(a.status()).as("%s %s", action, a.body()).isBetween(200, 201);
        return a.body();
    }

    /** As far as the experts. */
    public void experts(String path, List<? extends Map<String, ?>> experts) {
        done(wuhan(), path, "submit", Map.of());
        done(wuhan(), path, "pass", Map.of());
        done(province(), path, "assign", Map.of("experts", experts));
    }

    public HubClient.Answer review(String user, String path, String expert, int conditions) {
        return act(
                user,
                path,
                "reviews",
                Map.of(
                        "expert",
                        expert,
                        "scores",
                        Map.of("conditions", conditions, "tasks", 24, "goals", 18, "support", 18),
                        "comment",
                        "可以"));
    }

    public static long id(String path) {
        return Ids.parse(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
    }
}
