package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Hub, database and search engine die in the middle of imports, and nothing is lost. The short form by itself; the long one is
 * {@code mvn test -Plong -Dtest=KillTests -Dhub.test.kills=30}, and {@code -Dhub.test.seed=…} repeats a run.
 */
@ResourceLock("programs")
@Tag("long")
@Tag("demo")
class KillTests {

    private static final int KILLS = Integer.getInteger("hub.test.kills", 4);

    @Test
    void nothingIsLostOrDoubledWhateverDies() throws Exception {
        Path home = Path.of("target/kill-hub");
        DemoHome.copy(home);
        Chaos.Outcome outcome = Chaos.run(home, KILLS, Long.getLong("hub.test.seed", System.nanoTime()));
        System.out.printf(
                "[chaos] seed %d: %d kills, %d files, %d people, %d things wrong%n",
                outcome.seed(),
                outcome.kills().size(),
                outcome.files(),
                outcome.people(),
                outcome.wrong().size());
        assertThat(outcome.wrong()).as("%s", outcome).isEmpty();
        assertThat(outcome.kills()).hasSize(KILLS);
        assertThat(outcome.files()).isPositive();
    }
}
