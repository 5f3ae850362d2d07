package org.talenthub;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole hub as its users start it, in a JVM of its own that a test may kill. */
final class RunningHub implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Process process;
    private final Path output;
    private final int port;

    private RunningHub(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static int freePort() throws IOException {
        try (ServerSocket s = new ServerSocket(0)) {
            return s.getLocalPort();
        }
    }

    /** Starts a hub on this home and waits until it answers. */
    static RunningHub start(Path home, int port, String... options) throws IOException {
        // a killed JVM leaves its temporary files
        Path scratch = Files.createDirectories(home.resolveSibling(home.getFileName() + "-tmp"));
        Path output = home.resolveSibling(home.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-Djava.io.tmpdir=" + scratch.toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                TalentHub.class.getName(),
                "--server.port=" + port,
                "--hub.home=" + home,
                "--hub.engines.dir=target/test-hub/engines",
                "--hub.engines.fresh=false",
                "--hub.secret-key="));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        RunningHub hub = new RunningHub(process, output, port);
        hub.await();
        return hub;
    }

    private void await() throws IOException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (client("").get("", "/api/v1/feeds").status() != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                String end = process.isAlive() ? "still starting" : "ended with " + process.exitValue();
                process.destroy();
                throw new AssertionError("the hub did not start, " + end + ":\n" + output());
            }
            HubClient.pause(200);
        }
    }

    HubClient client(String password) {
        return new HubClient(port, password);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (process.isAlive()) {
            if (System.nanoTime() > until) {
                process.destroyForcibly();
                throw new AssertionError("the hub did not stop within a minute");
            }
            HubClient.pause(50);
        }
    }
}
