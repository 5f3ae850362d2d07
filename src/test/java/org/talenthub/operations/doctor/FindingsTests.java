package org.talenthub.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.common.WrongSetting;
import org.talenthub.common.WrongSetting.Fault;

/** What is found, without any engine: one line of the table each. */
class FindingsTests {

    @ParameterizedTest
    @CsvSource({
        "8.4.6,           MySQL Community Server - GPL, OK",
        "9.7.4,           MySQL Community Server - GPL, OK",
        "8.0.36,          MySQL Community Server - GPL, WARN",
        "10.0.0,          MySQL Community Server - GPL, WARN",
        "5.7.44,          MySQL Community Server (GPL), FIX",
        "11.4.5-MariaDB,  MariaDB Server,               OK",
        "5.5.5-11.4.5-MariaDB, MariaDB Server,          OK",
        "10.11.6-MariaDB, Debian 12,                    WARN",
        "10.5.12-MariaDB, Debian 11,                    FIX",
        "8.0.11-TiDB-v8.5, TiDB Server,                 WARN"
    })
    void versions(String version, String comment, Finding.Level level) {
        assertThat(DatabaseVersion.of(version, comment).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT ALL PRIVILEGES ON `hub`.* TO `hub`@`%` | OK",
                "GRANT ALL PRIVILEGES ON *.* TO `root`@`%` WITH GRANT OPTION | OK",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER ON `hub`.* TO `hub`@`%` | OK",
                "GRANT ALL PRIVILEGES ON `h\\_b`.* TO `hub`@`%` | FIX",
                "GRANT ALL PRIVILEGES ON `h%`.* TO `hub`@`%` | OK",
                "GRANT ALL PRIVILEGES ON `other`.* TO `hub`@`%` | FIX",
                "GRANT SELECT, INSERT ON `hub`.* TO `hub`@`%` | FIX",
                "GRANT USAGE ON *.* TO `hub`@`%` | FIX",
                "GRANT `writers`@`%` TO `hub`@`%` | WARN"
            })
    void rights(String grant, Finding.Level level) {
        assertThat(Grants.of(Arrays.asList("GRANT USAGE ON *.* TO `hub`@`%`", grant), "hub")
                        .level())
                .isEqualTo(level);
    }

    @Test
    void whatIsMissingIsNamedAsTheStatementThatGivesIt() {
        Finding found = Grants.of(List.of("GRANT SELECT, INSERT, UPDATE, DELETE ON `hub`.* TO `hub`@`%`"), "hub");
        assertThat(found.english()).contains("GRANT ALTER, CREATE, DROP, INDEX, REFERENCES ON hub.* TO");
    }

    @ParameterizedTest
    @CsvSource({
        "1045, 28000, database.password",
        "1049, 42000, database.missing",
        "1044, 42000, database.rights",
        "1040, 08004, database.full",
        "0,    08S01, database.host",
        "4711, HY000, database.other"
    })
    void refusals(int code, String state, String said) {
        assertThat(DatabaseRefusal.of(
                                new SQLException("no", state, code), "jdbc:mysql://db.example:3306/hub?password=secret")
                        .code())
                .isEqualTo(said);
    }

    @Test
    void anAddressIsToldWithoutWhatStandsBehindIt() {
        Finding found = DatabaseRefusal.of(
                new SQLException("no", "28000", 1045), "jdbc:mysql://me:pw@db.example:3306/hub?password=secret");
        assertThat(found.line())
                .contains("db.example:3306/hub")
                .doesNotContain("secret")
                .doesNotContain("pw@");
    }

    @Test
    void charsetsModesPacketsAndClocks() {
        assertThat(DatabaseState.charset("utf8mb4 utf8mb4_0900_ai_ci").level()).isEqualTo(Finding.Level.OK);
        assertThat(DatabaseState.charset("latin1 latin1_swedish_ci").level()).isEqualTo(Finding.Level.WARN);
        assertThat(DatabaseState.mode("STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION")
                        .level())
                .isEqualTo(Finding.Level.OK);
        assertThat(DatabaseState.mode("STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES")
                        .level())
                .isEqualTo(Finding.Level.WARN);
        assertThat(DatabaseState.mode("").level()).isEqualTo(Finding.Level.WARN);
        assertThat(DatabaseState.packet(4L << 20).level()).isEqualTo(Finding.Level.FIX);
        assertThat(DatabaseState.packet(64L << 20).level()).isEqualTo(Finding.Level.OK);
        assertThat(DatabaseState.clock(Duration.ofSeconds(-1)).level()).isEqualTo(Finding.Level.OK);
        assertThat(DatabaseState.clock(Duration.ofSeconds(-30)).level()).isEqualTo(Finding.Level.WARN);
        assertThat(DatabaseState.clock(Duration.ofHours(8)).level()).isEqualTo(Finding.Level.FIX);
    }

    @Test
    void elasticsearch() {
        assertThat(SearchCheck.version(List.of("9.5.2", "9.5.2")).level()).isEqualTo(Finding.Level.OK);
        assertThat(SearchCheck.version(List.of("9.5.2", "8.19.1")).level()).isEqualTo(Finding.Level.FIX);
        assertThat(SearchCheck.plugin(AnalysisPlugin.version()).level()).isEqualTo(Finding.Level.OK);
        assertThat(SearchCheck.plugin("").english()).contains("lacks the analysis plugin", AnalysisPlugin.zip());
        assertThat(SearchCheck.plugin("0123").english()).contains("another version (0123)");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,               amd64,   OK",
        "Linux,               x86_64,  OK",
        "Mac OS X,            aarch64, WARN",
        "Windows 11,          amd64,   WARN",
        "Windows Server 2022, amd64,   WARN",
        "Linux,               aarch64, FIX",
        "Mac OS X,            x86_64,  FIX",
        "Windows 11,          aarch64, FIX",
        "FreeBSD,             amd64,   FIX",
        "'',                  '',      FIX"
    })
    void whereTheEmbeddedEnginesRun(String os, String arch, Finding.Level level) {
        Finding found = MachineCheck.platform(os, arch);
        assertThat(found.level()).isEqualTo(level);
        assertThat(found.code())
                .isEqualTo(
                        switch (level) {
                            case OK -> "engines";
                            case WARN -> "engines.untried";
                            default -> "engines.platform";
                        });
    }

    @Test
    void theMachine() {
        assertThat(MachineCheck.disk(100).code()).isEqualTo("disk.full");
        assertThat(MachineCheck.disk(2_000).level()).isEqualTo(Finding.Level.WARN);
        assertThat(MachineCheck.disk(20_000).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void theKey(@TempDir Path home) throws Exception {
        assertThat(key(home, "spring.datasource.url", "jdbc:mysql://db/hub")).isEqualTo("key.missing");
        assertThat(key(home, "hub.secret-key", "short")).isEqualTo("key.weak");
        assertThat(key(home, "hub.secret-key", "0".repeat(64))).isEqualTo("key.weak");
        assertThat(key(home, "hub.secret-key", "a master text for tests 0123456789"))
                .isEqualTo("key");
        assertThat(key(home, "x", "")).isEqualTo("key");
        Files.createDirectories(home.resolve("database/data"));
        assertThat(key(home, "x", "")).isEqualTo("key.lost");
        Path file = Files.writeString(home.resolve("secret.key"), "a master text for tests 0123456789");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(key(home, "x", "")).isEqualTo("key.shared");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(key(home, "x", "")).isEqualTo("key");
    }

    private static String key(Path home, String name, String value) {
        MockEnvironment environment =
                new MockEnvironment().withProperty("hub.home", home.toString()).withProperty(name, value);
        return new KeySetting(environment).findings().getFirst().code();
    }

    @Test
    void aHomeOfRealDataTakesNoDemo(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("mode"), "real\n");
        MockEnvironment environment =
                new MockEnvironment().withProperty("hub.home", home.toString()).withProperty("hub.demo", "true");
        assertThat(new MachineCheck(environment).findings())
                .extracting(Finding::code)
                .contains("demo.real");
    }

    @Test
    void howeverManyFaultsThereAreAtMostFiveLinesAreTold() {
        Fault fault = new Fault("错", "wrong");
        for (int faults = 1; faults < 5; faults++) {
            assertThat(WrongSettingReporter.lines(new WrongSetting(java.util.Collections.nCopies(faults, fault))))
                    .hasSizeLessThanOrEqualTo(5)
                    .anyMatch(l -> l.contains("错"))
                    .anyMatch(l -> l.contains("wrong"));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        WrongSettingReporter reporter = new WrongSettingReporter(new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(reporter.reportException(new IllegalStateException(new WrongSetting("错", "wrong"))))
                .isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("cannot start: wrong");
        assertThat(reporter.reportException(new IllegalStateException("else"))).isFalse();
    }
}
