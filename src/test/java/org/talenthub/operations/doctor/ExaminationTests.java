package org.talenthub.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubProcess;
import org.talenthub.HubTest;
import org.talenthub.TalentHub;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** The settings of a hub that works, and each of them put wrong. */
@HubTest
class ExaminationTests {

    private static final List<String> ENGINES = List.of(
            "hub.secret-key",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.elasticsearch.uris",
            "spring.elasticsearch.username",
            "spring.elasticsearch.password");

    private static final List<String> EMBEDDED =
            List.of("hub.home", "hub.engines.embedded.database", "hub.engines.embedded.search");

    @TempDir
    Path scratch;

    @Autowired
    ConfigurableEnvironment right;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void embedded() {
        Assumptions.assumeTrue(
                right.containsProperty("spring.datasource.url") && right.containsProperty("spring.elasticsearch.uris"));
    }

    @Test
    void nothingIsToBeFixedOnAHubThatWorks() {
        assertThat(with(Map.of()))
                .noneMatch(Finding::fatal)
                .extracting(Finding::code)
                .contains(
                        "java",
                        "key",
                        "key.same",
                        "database.grants",
                        "database.version",
                        "clock",
                        "search",
                        "search.plugin");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password,    wrong,                              database.password",
        "spring.datasource.url,         jdbc:mysql://nowhere.invalid/hub,   database.host",
        "spring.datasource.url,         jdbc:mysql://127.0.0.1:9/hub,       database.host",
        "hub.secret-key,                another master text 0123456789 abc, key.other",
        "hub.secret-key,                short,                              key.weak",
        "spring.elasticsearch.password, wrong,                              search.password",
        "spring.elasticsearch.uris,     http://127.0.0.1:9,                 search.away",
        "spring.elasticsearch.uris,     nowhere,                            search.url"
    })
    void eachWrongSettingIsNamed(String setting, String value, String code) {
        assertThat(with(Map.of(setting, value)))
                .filteredOn(f -> f.fatal() || f.level() == Finding.Level.AWAY)
                .extracting(Finding::code)
                .containsExactly(code);
    }

    /** The whole program, on the engines of a hub that works. */
    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password,    wrong,                              refuses the login",
        "hub.secret-key,                another master text 0123456789 abc, sealed with another key",
        "spring.elasticsearch.password, wrong,                              refuses the login"
    })
    void aStartWithItEnds(String setting, String value, String said) throws IOException, InterruptedException {
        refused(Map.of(setting, value), said);
    }

    private void refused(Map<String, String> wrong, String said) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>();
        for (String name : ENGINES) {
            all.put(name, right.getProperty(name, ""));
        }
        all.putAll(wrong);
        Path home = scratch.resolve("home");
        List<String> arguments = new ArrayList<>(List.of("--hub.home=" + home, "--hub.engines.external="));
        all.forEach((name, set) -> arguments.add("--" + name + "=" + set));
        Path output = scratch.resolve("output.txt");
        try (HubProcess hub =
                HubProcess.launch(output, Duration.ofMinutes(2), List.of("-Xmx256m"), TalentHub.class, arguments)) {
            assertThat(hub.exitCode()).as(hub.output()).isEqualTo(78);
            assertThat(hub.output().lines().filter(l -> !l.isBlank())).hasSizeBetween(3, 5);
            assertThat(hub.output()).contains(said, "无法启动", "cannot start");
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void anotherDatabaseThanTheUsersOwnIsRefused() throws IOException, InterruptedException {
        String url = right.getRequiredProperty("spring.datasource.url").replaceFirst("/hub\\b", "/other");
        assertThat(with(Map.of("spring.datasource.url", url)))
                .filteredOn(Finding::fatal)
                .extracting(Finding::code)
                .containsAnyOf("database.rights", "database.missing");
        refused(Map.of("spring.datasource.url", url), "as docs/operations.md says");
    }

    @Test
    void aDatabaseOfPeopleWhoWorkInEarnestTakesNoDemo() {
        new TestAccounts(new org.talenthub.HubClient(1, ""), accounts, jdbc).province("doctor.province");
        assertThat(with(Map.of("hub.demo", "true")))
                .filteredOn(Finding::fatal)
                .extracting(Finding::code)
                .contains("demo.real");
    }

    @Test
    void aDatabaseOfALaterHubIsRefused() throws IOException, InterruptedException {
        jdbc.sql(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                                + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'test', 1, 1)")
                .update();
        try {
            assertThat(with(Map.of()))
                    .filteredOn(Finding::fatal)
                    .extracting(Finding::code)
                    .containsExactly("database.newer");
            refused(Map.of(), "written by a newer hub");
        } finally {
            jdbc.sql("delete from flyway_schema_history where installed_rank = 9999")
                    .update();
        }
    }

    private List<Finding> with(Map<String, Object> wrong) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> all = new HashMap<>();
        for (String name : Stream.concat(ENGINES.stream(), EMBEDDED.stream()).toList()) {
            String value = right.getProperty(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        all.putAll(wrong);
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        return Examination.of(environment).findings();
    }
}
