package org.talenthub.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class EngineSettingsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutConfigurationBothEnginesAreEmbeddedInTheDefaultHome() {
        Path home = Path.of(".hub").toAbsolutePath();
        environment.setProperty("hub.engines.database.buffer", "300M");
        assertThat(EngineSettings.from(environment))
                .isEqualTo(new EngineSettings(home, home.resolve("engines"), true, true, "300M", "512m", "", false));
    }

    @Test
    void theDatabaseGetsAShareOfTheMemory() {
        assertThat(EngineSettings.from(environment).buffer()).matches("\\d+M");
        assertThat(Integer.parseInt(EngineSettings.from(environment).buffer().replace("M", "")))
                .isBetween(256, 2048);
    }

    @Test
    void anEngineThatIsConfiguredIsNotEmbedded() {
        environment.setProperty("spring.datasource.url", "jdbc:mysql://db.example/hub");
        assertThat(EngineSettings.from(environment).database()).isFalse();
        assertThat(EngineSettings.from(environment).search()).isTrue();
        environment.setProperty("spring.elasticsearch.uris", "http://search.example:9200");
        assertThat(EngineSettings.from(environment).search()).isFalse();
    }

    @Test
    void anEngineThatConnectionDetailsTellOfIsNotEmbedded() {
        environment.setProperty("hub.engines.external", "mysql");
        assertThat(EngineSettings.from(environment).database()).isFalse();
        assertThat(EngineSettings.from(environment).search()).isTrue();
        environment.setProperty("hub.engines.external", "mysql,elasticsearch");
        assertThat(EngineSettings.from(environment).search()).isFalse();
    }

    @Test
    void programsMayBeSharedByHomes() {
        environment.setProperty("hub.home", "/srv/hub");
        environment.setProperty("hub.engines.dir", "/srv/engines");
        assertThat(EngineSettings.from(environment).home()).isEqualTo(Path.of("/srv/hub"));
        assertThat(EngineSettings.from(environment).binaries()).isEqualTo(Path.of("/srv/engines"));
    }
}
