package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.util.FileSystemUtils;
import org.talenthub.common.Ids;
import org.talenthub.engines.SharedEngines;
import org.talenthub.security.signin.PasswordHashes;
import tools.jackson.databind.JsonNode;

/**
 * Two hubs behind a proxy, on one database and one Elasticsearch: nothing is sticky, and whichever of them dies or is started anew, people
 * work on. One of the long forms: {@code mvn test -Plong -Dtest=TwoHubsTests}.
 */
@ResourceLock("programs")
@Tag("long")
class TwoHubsTests {

    private static final String PASSWORD = "two-Hubs-2026-long";
    private static final int PEOPLE = 12_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path HOME = Path.of("target/two-hubs");

    private final int[] ports = new int[2];
    private final @Nullable HubProcess[] hubs = new HubProcess[2];
    private final Instant begun = Instant.now();
    private SharedEngines engines;
    private ReverseProxy proxy;
    private HubClient site;

    @BeforeEach
    void start() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
        engines = SharedEngines.start(HOME.resolve("engines"));
        for (int i = 0; i < 2; i++) {
            ports[i] = RunningHub.freePort();
        }
        launch(0);
        await(0);
        launch(1);
        await(1);
        accounts();
        proxy = new ReverseProxy(List.of(ports[0], ports[1]));
        site = new HubClient(proxy.port(), PASSWORD);
        carrier();
    }

    @AfterEach
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
        for (HubProcess hub : hubs) {
            if (hub != null) {
                hub.close();
            }
        }
        if (engines != null) {
            engines.close();
        }
    }

    @Test
    void whicheverHubDiesPeopleWorkOn() throws Exception {
        SiteBrowser browser = signedInOnOneAndKnownToTheOther();
        try (Searching searching = new Searching()) {
            killedInAnImport();
            killedInASearch(searching);
            killedInARebuild();
            bothTellTheSameCandidates();
            startedAnewOneAfterTheOther(browser, searching);
            assertThat(searching.wrong).as("answers to searches").isEmpty();
            say(searching.asked.get() + " searches, all answered");
        }
        assertThat(site.get("tester-admin", "/api/v1/admin/reconcile")
                        .body()
                        .path("clean")
                        .asBoolean())
                .isTrue();
    }

    private SiteBrowser signedInOnOneAndKnownToTheOther() {
        SiteBrowser browser = new SiteBrowser(proxy.port());
        proxy.to(ports[0]);
        assertThat(browser.signIn("tester-province", PASSWORD)).isEqualTo("/");
        proxy.to(ports[1]);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        proxy.to(ports[0], ports[1]);
        for (int i = 0; i < 4; i++) {
            assertThat(browser.get("/account").status()).isEqualTo(200);
        }
        // a form of the one is taken by the other: page and answer are asked for in turns
        assertThat(browser.post("/account", "/account/tokens", "name=two&scope=read&days=30")
                        .status())
                .isLessThan(400);
        say("signed in on one, known to the other");
        return browser;
    }

    private void killedInAnImport() throws Exception {
        proxy.to(ports[0]);
        HubClient.Answer taken =
                site.upload("tester-station", "talent", "两枢纽.csv", ManyTalents.csv("双", PEOPLE), "commit");
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(202);
        String batch = taken.body().path("id").asString();
        proxy.to(ports[0], ports[1]);
        until("the import is written", () -> {
            JsonNode b = site.get("tester-station", "/api/v1/imports/" + batch).body();
            return b.path("status").asString("").equals("COMMITTING")
                    && b.at("/progress/rowsRead").asInt() > 0;
        });
        String first = worker();
        kill(0);
        Instant killed = Instant.now();
        until("the other hub has taken it up", () -> !Set.of("", first).contains(worker()));
        JsonNode done = site.settle("tester-station", batch, "COMMITTED", "REJECTED");
        assertThat(done.path("status").asString()).isEqualTo("COMMITTED");
        assertThat(done.at("/counts/created").asInt()).isEqualTo(PEOPLE);
        say("killed in an import: the other hub had it done after " + since(killed));
        assertThat(site.total("tester-province", "/api/v1/talents")).isEqualTo(PEOPLE);
        launch(0);
        await(0);
    }

    /** The name that the hub which works on the import gave itself; empty when none does. */
    private String worker() {
        try (Connection c = database();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select lease_owner from import_batch where lease_owner is not null")) {
            return r.next() ? r.getString(1) : "";
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void killedInASearch(Searching searching) throws Exception {
        int before = searching.asked.get();
        until("searches go on", () -> searching.asked.get() > before + 20);
        kill(1);
        int then = searching.asked.get();
        until("searches go on without it", () -> searching.asked.get() > then + 20);
        launch(1);
        await(1);
        say("killed in a search: every one was answered");
    }

    private void killedInARebuild() throws Exception {
        HubClient second = new HubClient(ports[1], PASSWORD);
        String before = standing().map(TwoHubsTests::generation).orElseThrow();
        assertThat(second.post("tester-admin", "/api/v1/admin/reindex?index=talents")
                        .status())
                .isEqualTo(202);
        until(
                "the index is being built",
                () -> standing()
                        .filter(s ->
                                !s.path("building").isNull() || !generation(s).equals(before))
                        .isPresent());
        kill(1);
        Instant killed = Instant.now();
        until(
                "the other hub has built it",
                () -> standing()
                        .filter(s -> !generation(s).equals(before)
                                && s.path("building").isNull())
                        .isPresent());
        say("killed in a rebuild: the other hub had it done after " + since(killed));
        assertThat(site.total("tester-province", "/api/v1/talents")).isEqualTo(PEOPLE);
        launch(1);
        await(1);
    }

    /** Of thousands who are alike, and after the index was built anew. */
    private void bothTellTheSameCandidates() {
        JsonNode done = site.imported(
                "tester-station",
                "demand",
                "需求.csv",
                ("需求单位,统一社会信用代码,岗位名称,需求人数,所属产业,学历要求,技术技能要求,引才方式\r\n"
                                + "湖北示例公司,91429999DEMA002323,激光芯片工程师,1,光电子信息,硕士研究生,激光芯片；封装,全职\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                "commit");
        assertThat(done.at("/counts/created").asInt()).as("%s", done).isOne();
        String demands = "/api/v1/demands?q=" + HubClient.encode("激光芯片工程师");
        until("the demand is found", () -> site.total("tester-province", demands) == 1);
        String path = "/api/v1/demands/"
                + site.get("tester-province", demands).body().at("/items/0/id").asString()
                + "/candidates?size=100";
        // where the demand stands on the chains is found out after it was found
        until("the one tells the same again", () -> {
            String before = told(0, path);
            HubClient.pause(3_000);
            return told(0, path).equals(before);
        });
        assertThat(told(0, path)).contains("\"items\":[{").isEqualTo(told(1, path));
        say("both tell the same candidates, byte by byte");
    }

    private String told(int hub, String path) {
        return new String(
                new HubClient(ports[hub], PASSWORD).get("tester-province", path).bytes(), StandardCharsets.UTF_8);
    }

    private void startedAnewOneAfterTheOther(SiteBrowser browser, Searching searching) throws Exception {
        int before = searching.asked.get();
        for (int i = 0; i < 2; i++) {
            HubProcess hub = hubs[i];
            assertThat(hub).isNotNull();
            hub.close();
            assertThat(browser.get("/account").status()).isEqualTo(200);
            launch(i);
            await(i);
        }
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(searching.asked.get()).isGreaterThan(before);
        say("started anew one after the other: still signed in");
    }

    /** Of the index of people; empty when the hub that was asked died with the question, or has to wait for Elasticsearch. */
    private Optional<JsonNode> standing() {
        for (JsonNode item :
                site.get("tester-admin", "/api/v1/admin/indices").body().path("items")) {
            if (item.path("index").asString().equals("talents")) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static String generation(JsonNode standing) {
        return standing.path("generation").asString("");
    }

    private void launch(int i) throws IOException {
        Path home = HOME.resolve("hub" + i);
        Path scratch = Files.createDirectories(HOME.resolve("hub" + i + "-tmp"));
        List<String> arguments = new ArrayList<>(engines.options());
        arguments.addAll(List.of(
                "--server.port=" + ports[i],
                "--hub.home=" + home,
                "--hub.secret-key=two-hubs-share-one-key-0123456789-abcdef",
                "--hub.demo=false",
                "--hub.search.meaning=false",
                "--hub.accounts.second-factor=",
                "--hub.three-admins=false",
                "--hub.proxies=127.0.0.1"));
        hubs[i] = HubProcess.launch(
                HOME.resolve("hub" + i + ".log"),
                PATIENCE,
                List.of("-Xmx512m", "-Djava.io.tmpdir=" + scratch.toAbsolutePath()),
                TalentHub.class,
                arguments);
    }

    private void await(int i) throws IOException {
        HubClient own = new HubClient(ports[i], "");
        HubProcess hub = hubs[i];
        assertThat(hub).isNotNull();
        hub.await("an answer of hub " + i, () -> own.get("", "/api/v1/feeds").status() == 200);
    }

    private void kill(int i) throws InterruptedException {
        HubProcess hub = hubs[i];
        assertThat(hub).isNotNull();
        hub.kill();
        hubs[i] = null;
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                engines.database("url"), engines.database("username"), engines.database("password"));
    }

    /** As the administrator would make them, without the letters between. */
    private void accounts() throws Exception {
        String hash = PasswordHashes.encoder().encode(PASSWORD);
        try (Connection c = database();
                PreparedStatement insert = c.prepareStatement("""
                        insert into account (id, version, username, password_hash, display_name, role, enabled, demo, created_at, password_at)
                        values (?, 0, ?, ?, ?, ?, true, false, utc_timestamp(6), utc_timestamp(6))""")) {
            for (String role : List.of("PROVINCE", "ADMIN", "STATION")) {
                insert.setLong(1, Ids.next());
                insert.setString(2, "tester-" + role.toLowerCase(Locale.ROOT));
                insert.setString(3, hash);
                insert.setString(4, "两枢纽");
                insert.setString(5, role);
                insert.executeUpdate();
            }
        }
    }

    private void carrier() throws Exception {
        JsonNode done = site.imported(
                "tester-province",
                "carrier",
                "载体.csv",
                "载体名称,载体类型,依托单位,行政区划,主导产业\n双枢纽驿站,人才驿站,湖北示例公司,420111,光电子信息\n".getBytes(StandardCharsets.UTF_8),
                "commit");
        assertThat(done.at("/counts/created").asInt()).as("%s", done).isOne();
        try (Connection c = database();
                Statement s = c.createStatement()) {
            s.executeUpdate("""
                    update account set carrier_name = '双枢纽驿站', carrier_region = '420111',
                    carrier_id = (select id from pool_record where type = 'carrier' and name = '双枢纽驿站')
                    where username = 'tester-station'""");
        }
    }

    private static void until(String what, BooleanSupplier there) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("waited too long until " + what);
            }
            HubClient.pause(20);
        }
    }

    private void say(String what) {
        System.out.println("[two hubs] " + since(begun) + ": " + what);
    }

    private static String since(Instant then) {
        return Duration.between(then, Instant.now()).toSeconds() + " s";
    }

    /** Somebody who searches all the time, through the proxy. */
    private final class Searching implements AutoCloseable {

        private final AtomicInteger asked = new AtomicInteger();
        private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        private final Thread thread = Thread.ofVirtual().start(this::go);
        private volatile boolean over;

        private void go() {
            while (!over) {
                HubClient.Answer a = site.get("tester-province", "/api/v1/talents?q=" + HubClient.encode("激光芯片"));
                if (a.status() != 200) {
                    wrong.add(a.status() + " " + new String(a.bytes(), StandardCharsets.UTF_8));
                }
                asked.incrementAndGet();
                HubClient.pause(50);
            }
        }

        @Override
        public void close() {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
