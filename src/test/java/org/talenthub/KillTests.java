package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The short form of {@link Chaos}: hub, database and search engine die in the middle of imports, and nothing is lost. */
@Tag("kill")
class KillTests {

    private static final int KILLS = 4;

    @Test
    void nothingIsLostOrDoubledWhateverDies() throws Exception {
        Path home = Path.of("target/kill-hub");
        FileSystemUtils.deleteRecursively(home);
        Chaos.Outcome outcome = Chaos.run(home, KILLS, Long.getLong("hub.test.seed", System.nanoTime()));
        assertThat(outcome.wrong()).as("%s", outcome).isEmpty();
        assertThat(outcome.kills()).hasSize(KILLS);
        assertThat(outcome.files()).isPositive();
    }
}
