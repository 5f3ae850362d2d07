package org.talenthub.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.HubTime;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twenty phones tell what came of five hundred meetings at once, each tap twice: none is lost and none counts twice. */
@HubTest
@Tag("database")
class PhonesTests {

    private static final int PHONES = 20;
    private static final int COMPANIES = 20;
    private static final int GUESTS = 50;
    private static final int EACH = 10;
    private static final List<String> OUTCOMES = List.of("INTENT", "AGAIN", "UNFIT");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;

    private JsonNode ok(HubClient.Answer a) {
        assertThat(a.status()).as("%s", a.body()).isBetween(200, 299);
        return a.body();
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private JsonNode post(String path, Object body) {
        return ok(hub.post("ph-province", path, json(body)));
    }

    @Test
    void fiveHundredOutcomesOfTwentyPhonesAreAllThereOnce() throws Exception {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("ph-province");
        for (int i = 0; i < PHONES; i++) {
            String name = "ph-maker-" + i;
            if (accounts.find(name).isEmpty()) {
                accounts.create(
                        new NewAccount(name, TestAccounts.PASSWORD, "台席" + i, Role.MATCHMAKER, null, null, null));
            }
        }
        String e = running();
        JsonNode plan = ok(hub.get("ph-province", e + "/plan"));
        List<String> meetings = plan.path("meetings")
                .valueStream()
                .map(m -> m.path("id").asString())
                .toList();
        assertThat(meetings).as("gap 0 % of what can be").hasSize(GUESTS * EACH).doesNotHaveDuplicates();

        Map<String, String> last = new ConcurrentHashMap<>();
        List<Callable<Integer>> phones = new ArrayList<>();
        for (int phone = 0; phone < PHONES; phone++) {
            List<String> mine = meetings.subList(phone * 25, (phone + 1) * 25);
            long seed = phone;
            phones.add(() -> taps(mine, seed, last));
        }
        int sent = 0;
        try (ExecutorService all = Executors.newFixedThreadPool(PHONES)) {
            for (Future<Integer> f : all.invokeAll(phones)) {
                sent += f.get();
            }
        }
        assertThat(sent).isEqualTo(GUESTS * EACH * 3);
        Map<String, String> kept = jdbc
                .sql("select id, outcome from event_meeting where outcome is not null")
                .query((rs, i) -> Map.entry(org.talenthub.common.Ids.text(rs.getLong(1)), rs.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(kept).isEqualTo(last);
        JsonNode counts = ok(hub.get("ph-province", e)).at("/inside/outcomes");
        assertThat(OUTCOMES.stream().mapToInt(o -> counts.path(o).asInt()).sum())
                .isEqualTo(GUESTS * EACH);
    }

    /** Each outcome twice, and one that was tapped before it and comes after it, as after a while without network. */
    private int taps(List<String> meetings, long seed, Map<String, String> last) {
        Random random = new Random(seed);
        HubClient own = new HubClient(port, TestAccounts.PASSWORD);
        List<Map.Entry<String, String>> taps = new ArrayList<>();
        Instant now = Instant.now();
        for (String m : meetings) {
            String outcome = OUTCOMES.get(random.nextInt(3));
            last.put(m, outcome);
            String said = json(Map.of("outcome", outcome, "reason", "SALARY", "key", m + "-2", "at", now.toString()));
            taps.add(Map.entry(m, said));
            taps.add(Map.entry(m, said));
            taps.add(Map.entry(
                    m,
                    json(Map.of(
                            "outcome",
                            OUTCOMES.get(random.nextInt(3)),
                            "reason",
                            "PLACE",
                            "key",
                            m + "-1",
                            "at",
                            now.minusSeconds(600).toString()))));
        }
        Collections.shuffle(taps, random);
        for (Map.Entry<String, String> t : taps) {
            HubClient.Answer a = own.put("ph-province", "/api/v1/meetings/" + t.getKey() + "/outcome", t.getValue());
            assertThat(a.status()).as("%s", a.body()).isEqualTo(200);
        }
        return taps.size();
    }

    /** A forum with twenty enterprises at one table each and fifty guests who want to see ten of them. */
    private String running() {
        String mark = Long.toString(System.nanoTime(), 36);
        String rows = IntStream.range(0, COMPANIES)
                .mapToObj(i -> "示例论坛" + mark + "第" + i + "公司," + code(i) + ",光电子信息,武汉市")
                .collect(Collectors.joining("\n", "企业名称,统一社会信用代码,所属产业,行政区划\n", "\n"));
        JsonNode batch = hub.imported(
                "ph-province", "enterprise", "名录" + mark + ".csv", rows.getBytes(StandardCharsets.UTF_8), "commit");
        assertThat(batch.at("/counts/created").asInt()).as("%s", batch).isEqualTo(COMPANIES);
        List<String> enterprises = jdbc
                .sql(
                        "select id from pool_record where type = 'enterprise' and state = 'LIVE' and name like ? order by id")
                .param("示例论坛" + mark + "%")
                .query(Long.class)
                .list()
                .stream()
                .map(org.talenthub.common.Ids::text)
                .toList();
        String day = HubTime.today().plusDays(5).toString();
        String e = "/api/v1/events/"
                + post(
                                "/api/v1/events",
                                Map.of(
                                        "kind",
                                        "FORUM",
                                        "name",
                                        "五百场" + mark,
                                        "from",
                                        day,
                                        "to",
                                        day,
                                        "place",
                                        "示例会堂",
                                        "region",
                                        "420100",
                                        "slots",
                                        slots(day),
                                        "most",
                                        EACH,
                                        "buffer",
                                        0))
                        .path("id")
                        .asString();
        List<String> hosts = new ArrayList<>();
        post(e + "/participants", Map.of("enterprises", enterprises));
        ok(hub.get("ph-province", e + "/participants?kind=ENTERPRISE&size=100"))
                .path("items")
                .forEach(i -> hosts.add(i.path("id").asString()));
        assertThat(hosts).hasSize(COMPANIES);
        for (int g = 0; g < GUESTS; g++) {
            String guest = post(e + "/participants", Map.of("kind", "GUEST", "name", "嘉宾" + g))
                    .path("id")
                    .asString();
            List<Map<String, String>> wishes = new ArrayList<>();
            for (int k = 0; k < EACH; k++) {
                wishes.add(Map.of("with", hosts.get((g * EACH + k) % COMPANIES), "wish", "MUST"));
            }
            Map<String, Object> said = new HashMap<>();
            said.put("participant", guest);
            said.put("wishes", wishes);
            ok(hub.put("ph-province", e + "/wishes", json(said)));
        }
        post(e + "/open", Map.of());
        post(e + "/plan", Map.of("seconds", 20, "seed", 1));
        for (int i = 0; i < 600; i++) {
            if (!ok(hub.get("ph-province", e + "/plan?version=1"))
                    .path("state")
                    .asString()
                    .equals("PLANNING")) {
                break;
            }
            HubClient.pause(100);
        }
        post(e + "/publish", Map.of());
        post(e + "/start", Map.of());
        return e;
    }

    /** Of a region that is not assigned, so nobody's. */
    private static String code(int n) {
        String organisation = "PHXN%04d".formatted(n);
        String body = "91429999" + organisation + CreditCodes.organisationCheckDigit(organisation);
        return body + CreditCodes.checkDigit(body);
    }

    private static List<Map<String, String>> slots(String day) {
        return IntStream.range(0, 25)
                .mapToObj(i -> {
                    int from = 8 * 60 + i * 20;
                    return Map.of("from", at(day, from), "to", at(day, from + 15));
                })
                .toList();
    }

    private static String at(String day, int minute) {
        return "%sT%02d:%02d".formatted(day, minute / 60, minute % 60);
    }
}
