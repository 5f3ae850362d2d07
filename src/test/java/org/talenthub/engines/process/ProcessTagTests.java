package org.talenthub.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessTagTests {

    private final ProcessTag tag =
            ProcessTag.of(Path.of("/nowhere", UUID.randomUUID().toString()));

    @AfterEach
    void stop() throws InterruptedException {
        tag.stop(Duration.ZERO);
    }

    @Test
    void findsAProcessAndItsChildrenAndNobodyElse() throws Exception {
        Process shell = start("sleep 60 & wait");
        while (tag.running().size() < 2) {
            Thread.sleep(10);
        }
        assertThat(tag.running()).contains(shell.toHandle()).hasSize(2);
        assertThat(ProcessTag.of(Path.of("/nowhere/else")).running()).isEmpty();
    }

    @Test
    void aProcessThatIgnoresTheRequestIsKilledAfterTheGrace() throws Exception {
        Process deaf = start("trap '' TERM; echo ready; while true; do sleep 1; done");
        assertThat(deaf.inputReader().readLine()).isEqualTo("ready");
        tag.stop(Duration.ofMillis(300));
        assertThat(deaf.isAlive()).isFalse();
        assertThat(tag.running()).isEmpty();
    }

    private Process start(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
        tag.put(builder);
        return builder.start();
    }
}
