package org.talenthub;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The whole hub as its users start it, in a JVM of its own. */
public final class RunningHub implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(12);

    private final HubProcess process;
    private final int port;

    private RunningHub(HubProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    public static int freePort() throws IOException {
        try (ServerSocket s = new ServerSocket(0)) {
            return s.getLocalPort();
        }
    }

    /** Starts a hub on this home and waits until it answers. */
    public static RunningHub start(Path home, int port, String... options) throws IOException {
        // a killed JVM leaves its temporary files
        Path scratch = Files.createDirectories(home.resolveSibling(home.getFileName() + "-tmp"));
        Path output = home.resolveSibling(home.getFileName() + ".log");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--hub.home=" + home,
                "--hub.engines.dir=target/test-hub/engines",
                "--hub.engines.fresh=false",
                "--hub.secret-key="));
        arguments.addAll(List.of(options));
        HubProcess process = HubProcess.launch(
                output,
                LIMIT,
                List.of("-Xmx512m", "-Djava.io.tmpdir=" + scratch.toAbsolutePath()),
                TalentHub.class,
                arguments);
        RunningHub hub = new RunningHub(process, port);
        process.await("an answer", () -> hub.client("").get("", "/api/v1/feeds").status() == 200);
        return hub;
    }

    public HubClient client(String password) {
        return new HubClient(port, password);
    }

    String output() throws IOException {
        return process.output();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
