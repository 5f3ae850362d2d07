package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.talenthub.common.HubTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hub dies while a plan is computed: started again, it goes on from the best that it had. */
@ResourceLock("programs")
@Tag("long")
@Tag("demo")
class PlanKillTests {

    private static final String USER = "province";
    private static final int SECONDS = 30;

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static JsonNode ok(HubClient.Answer a) {
        assertThat(a.status()).as("%s", a.body()).isBetween(200, 299);
        return a.body();
    }

    private static List<String> ids(HubClient hub, String type, int size) {
        return ok(hub.get(USER, "/api/v1/" + type + "?size=" + size))
                .path("items")
                .valueStream()
                .map(i -> i.path("id").asString())
                .toList();
    }

    @Test
    void aKilledHubGoesOnPlanning() throws Exception {
        Path home = Path.of("target/plan-kill-hub");
        DemoHome.copy(home);
        int port = RunningHub.freePort();
        String e;
        JsonNode before;
        try (RunningHub hub = RunningHub.start(home, port, "--hub.demo=true")) {
            HubClient client = hub.client("demo-Hub-2026");
            e = begun(client);
            before = waited(
                    client,
                    e,
                    p -> p.path("score").asLong() > 0 && p.path("spentMs").asLong(1) > 0);
            assertThat(before.path("state").asString()).isEqualTo("PLANNING");
            hub.kill();
        }
        try (RunningHub hub = RunningHub.start(home, port, "--hub.demo=true")) {
            HubClient client = hub.client("demo-Hub-2026");
            JsonNode after = waited(client, e, p -> !p.path("state").asString().equals("PLANNING"));
            assertThat(after.path("state").asString()).as("%s", after).isEqualTo("READY");
            assertThat(after.path("score").asLong())
                    .isGreaterThanOrEqualTo(before.path("score").asLong());
            assertThat(after.path("meetings").size()).isPositive();
            assertThat(ok(client.get(USER, e + "/plan/versions")).path("total").asInt())
                    .as("the same version, not another one")
                    .isOne();
        }
    }

    /** An event with a walk between meetings, for which there is no exact plan at once. */
    private static String begun(HubClient client) {
        for (int i = 0; i < 600 && ids(client, "talents", 100).size() < 60; i++) {
            HubClient.pause(500);
        }
        String day = HubTime.today().plusDays(4).toString();
        String e = "/api/v1/events/"
                + ok(client.post(
                                USER,
                                "/api/v1/events",
                                json(Map.of(
                                        "kind",
                                        "TALENT_TRAIN",
                                        "name",
                                        "断电演练",
                                        "from",
                                        day,
                                        "to",
                                        day,
                                        "region",
                                        "420100",
                                        "slots",
                                        12,
                                        "buffer",
                                        1,
                                        "floor",
                                        0))))
                        .path("id")
                        .asString();
        ok(client.post(USER, e + "/participants", json(Map.of("demands", ids(client, "demands", 40)))));
        ok(client.post(USER, e + "/participants", json(Map.of("talents", ids(client, "talents", 100)))));
        ok(client.post(USER, e + "/open", "{}"));
        ok(client.post(USER, e + "/plan", json(Map.of("seconds", SECONDS, "seed", 3))));
        return e;
    }

    private static JsonNode waited(HubClient client, String e, java.util.function.Predicate<JsonNode> until) {
        for (int i = 0; i < 1_200; i++) {
            HubClient.Answer a = client.get(USER, e + "/plan?version=1");
            if (a.status() == 200 && until.test(a.body())) {
                return a.body();
            }
            HubClient.pause(200);
        }
        throw new AssertionError("it took too long");
    }
}
