package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.talenthub.HubProcess;

/** {@link EnginesMain} in a JVM of its own. Its programs are those of the suite's shared home unless the options say otherwise. */
final class SeparateHub implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final HubProcess process;
    private final Path found;

    private SeparateHub(HubProcess process, Path found) {
        this.process = process;
        this.found = found;
    }

    static SeparateHub launch(Path home, String... options) throws IOException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of("target/engines-tests")), "hub");
        Path found = scratch.resolve("engines.properties");
        List<String> arguments =
                new ArrayList<>(List.of(found.toString(), "--hub.home=" + home, "--hub.engines.fresh=false"));
        arguments.addAll(List.of(options));
        if (arguments.stream().noneMatch(option -> option.startsWith("--hub.engines.dir="))) {
            arguments.add("--hub.engines.dir=target/test-hub/engines");
        }
        HubProcess process =
                HubProcess.launch(scratch.resolve("output.txt"), LIMIT, List.of(), EnginesMain.class, arguments);
        return new SeparateHub(process, found);
    }

    /** Where the engines are, as soon as both answer. */
    Properties await() throws IOException {
        process.await("the start", () -> Files.exists(found));
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(found)) {
            properties.load(in);
        }
        return properties;
    }

    void awaitOutput(String text) throws IOException {
        process.await(text, () -> {
            try {
                return output().contains(text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    int exitCode() throws InterruptedException {
        return process.exitCode();
    }

    String output() throws IOException {
        return process.output();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
