package org.talenthub.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.HubProcess;
import org.talenthub.TalentHub;

/** The whole program with wrong settings: at most five lines in both languages, exit code 78, and nothing written. */
@Tag("engines")
class StartRefusalTests {

    private static final String KEY = "--hub.secret-key=a master text for tests 0123456789";
    private static final String SEARCH = "--spring.elasticsearch.uris=http://127.0.0.1:9";

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hub.secret-key=      | --spring.datasource.url=jdbc:mysql://127.0.0.1:9/hub        | HUB_SECRET_KEY must be set",
                "--hub.secret-key=short | --spring.datasource.url=jdbc:mysql://127.0.0.1:9/hub        | too short or too plain",
                KEY
                        + "                 | --spring.datasource.url=jdbc:mysql://127.0.0.1:9/hub        | does not answer",
                KEY
                        + "                 | --spring.datasource.url=jdbc:mysql://nowhere.invalid/hub    | host is not known",
                KEY
                        + "                 | --spring.datasource.url=jdbc:postgresql://127.0.0.1/hub     | must look like jdbc:mysql"
            })
    void toldInFewLines(String key, String url, String said) throws IOException, InterruptedException {
        Path home = scratch.resolve("home");
        try (HubProcess hub = HubProcess.launch(
                scratch.resolve("output.txt"),
                Duration.ofMinutes(2),
                List.of("-Xmx256m"),
                TalentHub.class,
                List.of("--hub.home=" + home, SEARCH, "--hub.engines.external=", url, key))) {
            assertThat(hub.exitCode()).isEqualTo(78);
            List<String> lines = hub.output().lines().filter(l -> !l.isBlank()).toList();
            assertThat(lines).hasSizeBetween(3, 5);
            assertThat(hub.output()).contains(said, "无法启动", "cannot start");
        }
        assertThat(written(home)).isEmpty();
    }

    private static List<Path> written(Path home) throws IOException {
        if (!Files.exists(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.toList();
        }
    }
}
