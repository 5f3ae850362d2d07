package org.talenthub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program of the hub's in a JVM of its own, which a test may kill, and what it says. */
public final class HubProcess implements AutoCloseable {

    /** For what lives minutes: half the processor time of its start. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final Path output;
    private final Duration limit;

    private HubProcess(Process process, Path output, Duration limit) {
        this.process = process;
        this.output = output;
        this.limit = limit;
    }

    /**
     * @param output where what it says is added
     * @param limit how long it may take for each thing that is waited for
     */
    public static HubProcess launch(
            Path output, Duration limit, List<String> jvm, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        // it stops its engines itself, and does not outlive the tests
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return new HubProcess(process, output, limit);
    }

    /** Waits until that is so; when the process ends or takes too long first, it is stopped and all it said is told. */
    public void await(String what, BooleanSupplier there) throws IOException {
        Instant until = Instant.now().plus(limit);
        while (!there.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                String end = process.isAlive() ? "still starting" : "ended with " + process.exitValue();
                process.destroy();
                throw new AssertionError("waited for: " + what + ", " + end + "\n" + output());
            }
            HubClient.pause(20);
        }
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the hub did not end");
        }
        return process.exitValue();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM and Ctrl-C do. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the hub did not stop within two minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
