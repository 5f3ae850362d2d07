package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** {@link EnginesMain} in a JVM of its own, which may be killed. Its programs are those of the suite's
 * shared home unless the options say otherwise. */
final class SeparateHub implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Path found;
    private final Path output;

    private SeparateHub(Process process, Path found, Path output) {
        this.process = process;
        this.found = found;
        this.output = output;
    }

    static SeparateHub launch(Path home, String... options) throws IOException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of("target/engines-tests")), "hub");
        Path found = scratch.resolve("engines.properties");
        Path output = scratch.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EnginesMain.class.getName(),
                found.toString(),
                "--hub.home=" + home,
                "--hub.engines.fresh=false"));
        command.addAll(List.of(options));
        if (command.stream().noneMatch(option -> option.startsWith("--hub.engines.dir="))) {
            command.add("--hub.engines.dir=target/test-hub/engines");
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new SeparateHub(process, found, output);
    }

    /** Where the engines are, as soon as both answer. */
    Properties await() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(LIMIT);
        while (!Files.exists(found)) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new AssertionError("the hub did not start:\n" + output());
            }
            Thread.sleep(50);
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(found)) {
            properties.load(in);
        }
        return properties;
    }

    void awaitOutput(String text) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(LIMIT);
        while (!output().contains(text)) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new AssertionError("the hub did not say " + text + ":\n" + output());
            }
            Thread.sleep(5);
        }
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the hub did not end");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM and Ctrl-C do. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
