package org.talenthub.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.talenthub.HubClient;
import org.talenthub.HubProcess;
import org.talenthub.HubTest;
import org.talenthub.TalentHub;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** The drill: a backup of a hub at work, restored into an empty home by the program itself, and backed up once more from there. */
@HubTest
@Tag("engines")
@Tag("long")
class BackupTests {

    private static final Path PLACE = Path.of("target/backup-tests").toAbsolutePath();

    /** What a start writes of itself. */
    private static final List<String> MOVES =
            List.of("audit_event", "home_visit", "outbox", "changed_records", "match_change", "reporting_month");

    @Autowired
    DataSource database;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    @Test
    void whatIsRestoredIsWhatWasBackedUpAndItsIndicesAgree() throws Exception {
        FileSystemUtils.deleteRecursively(PLACE);
        Files.createDirectories(PLACE);
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("bk.province")
                .station("bk.province", "bk.station", "湖北示例备份人才驿站", "420100");
        hub.imported(
                "bk.station",
                "talent",
                "备份.csv",
                new TalentRows().row("备份甲").row("令狐·备份乙").csv(),
                "commit");
        Path file = PLACE.resolve("first.zip");
        Manifest first;
        try (Connection connection = database.getConnection()) {
            first = new Dump(connection).to(file);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(rows(first))
                .containsKeys("pool_record", "account", "import_file")
                .doesNotContainKey("SPRING_SESSION");

        Path home = PLACE.resolve("home");
        String wrong =
                command(home, "--hub.secret-key=another master text 0123456789 abc", 78, "restore", file.toString());
        assertThat(wrong).contains("sealed with another key").doesNotContain("Exception");
        FileSystemUtils.deleteRecursively(home);

        String key = "--hub.secret-key=" + environment.getRequiredProperty("hub.secret-key");
        String said = command(home, key, 0, "restore", file.toString());
        assertThat(said).contains("索引与数据库一致").containsPattern("talents: ([1-9]\\d*) 条记录，\\1 份索引文档");

        Path again = PLACE.resolve("second.zip");
        command(home, key, 0, "backup", again.toString());
        try (BackupFile second = BackupFile.open(again)) {
            second.verify();
            assertThat(sums(second.manifest())).isEqualTo(sums(first));
            assertThat(second.manifest().demo()).isFalse();
        }
    }

    private static String command(Path home, String key, int exit, String... words)
            throws IOException, InterruptedException {
        Path output = PLACE.resolve(words[0] + "-" + exit + ".txt");
        try (HubProcess process = HubProcess.launch(
                output,
                Duration.ofMinutes(5),
                List.of("-Xmx512m"),
                TalentHub.class,
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(words),
                                List.of(
                                        "--hub.home=" + home,
                                        "--hub.engines.dir=target/test-hub/engines",
                                        "--hub.engines.fresh=false",
                                        "--hub.engines.external=",
                                        "--hub.search.meaning=false",
                                        key)
                                        .stream())
                        .toList())) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(exit);
            return process.output();
        }
    }

    private static Map<String, Long> rows(Manifest manifest) {
        return manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::rows));
    }

    private static Map<String, String> sums(Manifest manifest) {
        return manifest.tables().stream()
                .filter(t -> !MOVES.contains(t.name()))
                .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::sha256));
    }
}
