package org.talenthub.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.util.FileSystemUtils;
import org.talenthub.engines.process.ProcessTag;

/** Real engines under a real hub process that ends in every way a process can end. */
@ResourceLock("programs")
@Tag("engines")
class EnginesTests {

    private static final String NO_SEARCH = "--spring.elasticsearch.uris=http://127.0.0.1:9";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path home;

    /** Below a directory that only its owner may enter, with a blank in its name: both must do, also for root. */
    @BeforeEach
    void makeHome(TestInfo test) throws IOException {
        Path closed = Path.of("target/engines-tests/closed directory").toAbsolutePath();
        Files.createDirectories(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        home = closed.resolve(test.getTestMethod().orElseThrow().getName());
        FileSystemUtils.deleteRecursively(home);
    }

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (ProcessTag tag : tags()) {
            tag.stop(Duration.ZERO);
        }
    }

    @Test
    void bothEnginesStartGuardedSurviveAKilledHubAndStopWithIt() throws Exception {
        SeparateHub first = SeparateHub.launch(home);
        Properties found = first.await();
        assertThat(found)
                .containsEntry("hub.home.new", "true")
                .containsEntry("hub.engines.embedded.database", "true")
                .containsEntry("hub.engines.embedded.search", "true");
        write(found);
        assertThat(search(found, "POST", "/probe/_doc/1?refresh=true", "{\"name\":\"人才\"}")
                        .statusCode())
                .isEqualTo(201);
        wrongPasswordsAreRefused(found);
        onlyLoopbackListens();
        noPasswordIsOnACommandLine(found);

        first.kill();
        assertThat(tags()).allSatisfy(tag -> assertThat(tag.running()).isNotEmpty());
        List<ProcessHandle> leftovers = running();

        try (SeparateHub second = SeparateHub.launch(home)) {
            Properties again = second.await();
            assertThat(leftovers).noneMatch(ProcessHandle::isAlive);
            assertThat(again).containsEntry("hub.home.new", "false");
            assertThat(read(again)).isEqualTo("人才");
            assertThat(search(again, "GET", "/probe/_doc/1", "").body()).contains("人才");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void aSecondHubOnTheSameHomeIsRefusedAndTheFirstOneUnharmed() throws Exception {
        try (SeparateHub first = SeparateHub.launch(home, NO_SEARCH)) {
            Properties found = first.await();
            write(found);
            try (SeparateHub second = SeparateHub.launch(home, NO_SEARCH)) {
                assertThat(second.exitCode()).isEqualTo(EnginesException.EXIT_CODE);
                assertThat(second.output()).contains("正在使用目录", "is using the directory", "hub.home");
            }
            assertThat(read(found)).isEqualTo("人才");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void aHubStoppedWhileItStartsLeavesNothingRunning() throws Exception {
        for (String moment : List.of("正在启动 MariaDB", "正在启动 Elasticsearch")) {
            try (SeparateHub hub = SeparateHub.launch(home)) {
                hub.awaitOutput(moment);
            }
            assertThat(running()).isEmpty();
        }
    }

    @Test
    void twoHomesRunAtOnce() throws Exception {
        try (SeparateHub first = SeparateHub.launch(home.resolve("a"), NO_SEARCH);
                SeparateHub second = SeparateHub.launch(home.resolve("b"), NO_SEARCH)) {
            Properties one = first.await();
            Properties two = second.await();
            write(one);
            assertThatThrownBy(() -> read(two)).hasMessageContaining("doesn't exist");
            assertThat(read(one)).isEqualTo("人才");
        }
    }

    @Test
    void anEngineThatDiesIsStartedAgainAtTheSameAddress() throws Exception {
        try (SeparateHub hub = SeparateHub.launch(home, NO_SEARCH)) {
            Properties found = hub.await();
            write(found);
            running().forEach(ProcessHandle::destroyForcibly);
            hub.awaitOutput("已重新启动");
            assertThat(read(found)).isEqualTo("人才");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void aHubKilledWhileItUnpacksOrInitialisesLeavesNothingHalfDone() throws Exception {
        String ownPrograms = "--hub.engines.dir=" + home.resolve("engines");
        for (String moment : List.of("40%", "正在建立数据库", "正在启动")) {
            SeparateHub killed = SeparateHub.launch(home, NO_SEARCH, ownPrograms);
            killed.awaitOutput(moment);
            killed.kill();
        }
        try (SeparateHub hub = SeparateHub.launch(home, NO_SEARCH, ownPrograms)) {
            Properties found = hub.await();
            write(found);
            assertThat(read(found)).isEqualTo("人才");
        }
        assertThat(running()).isEmpty();
    }

    private void wrongPasswordsAreRefused(Properties found) throws Exception {
        String url = found.getProperty("spring.datasource.url");
        for (String user : List.of("hub", "root", "")) {
            for (String password : List.of("", "wrong")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, password))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
        Properties wrong = new Properties();
        wrong.putAll(found);
        wrong.setProperty("spring.elasticsearch.password", "wrong");
        assertThat(search(wrong, "GET", "/_cluster/health", "").statusCode()).isEqualTo(401);
        HttpRequest anonymous = HttpRequest.newBuilder(
                        URI.create(found.getProperty("spring.elasticsearch.uris") + "/_cluster/health"))
                .build();
        assertThat(client.send(anonymous, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    /** Asks the kernel which of the engines' sockets listen, and on which addresses. */
    private void onlyLoopbackListens() throws IOException {
        List<String> sockets = running().stream().flatMap(EnginesTests::sockets).toList();
        List<String> addresses = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals("0A") && sockets.contains("socket:[" + columns[9] + "]"))
                .map(columns -> columns[1].substring(0, columns[1].indexOf(':')))
                .toList();
        assertThat(addresses)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(address -> List.of(
                                "0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000")
                        .contains(address));
    }

    private void noPasswordIsOnACommandLine(Properties found) throws IOException {
        for (ProcessHandle process : running()) {
            assertThat(Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1))
                    .doesNotContain(found.getProperty("spring.datasource.password"))
                    .doesNotContain(found.getProperty("spring.elasticsearch.password"));
        }
    }

    private static Stream<String> sockets(ProcessHandle process) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.map(EnginesTests::target).toList().stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }

    private void write(Properties found) throws SQLException {
        try (Connection connection = connect(found);
                var statement = connection.createStatement()) {
            statement.execute("create table probe (name varchar(20) primary key)");
            statement.execute("insert into probe values ('人才')");
        }
    }

    private String read(Properties found) throws SQLException {
        try (Connection connection = connect(found);
                var rows = connection.createStatement().executeQuery("select name from probe")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Connection connect(Properties found) throws SQLException {
        return DriverManager.getConnection(
                found.getProperty("spring.datasource.url"),
                found.getProperty("spring.datasource.username"),
                found.getProperty("spring.datasource.password"));
    }

    private HttpResponse<String> search(Properties found, String method, String path, String body) throws Exception {
        String credentials = found.getProperty("spring.elasticsearch.username") + ":"
                + found.getProperty("spring.elasticsearch.password");
        HttpRequest request = HttpRequest.newBuilder(URI.create(found.getProperty("spring.elasticsearch.uris") + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private List<ProcessTag> tags() {
        return List.of(ProcessTag.of(home.resolve("database")), ProcessTag.of(home.resolve("search")));
    }

    private List<ProcessHandle> running() {
        return tags().stream().flatMap(tag -> tag.running().stream()).toList();
    }
}
