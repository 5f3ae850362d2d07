package org.talenthub.engines.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A mark in the environment of an engine's processes by which they are found again, also by a later hub after this one
 * was killed. Unlike a file with process numbers it can't be lost, stale or point to a stranger, and it covers children.
 */
public record ProcessTag(String value) {

    private static final String VARIABLE = "HUB_ENGINE";
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    /**
     * The tag of the engine that keeps its files there; a digest, since a path need not survive the encodings on its way.
     *
     * @param directory the engine's own directory in the hub's home: unique on the machine
     */
    public static ProcessTag of(Path directory) {
        return new ProcessTag(UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    public void put(ProcessBuilder builder) {
        builder.environment().put(VARIABLE, value);
    }

    /** The living processes that carry this tag. */
    public List<ProcessHandle> running() {
        String wanted = VARIABLE + "=" + value;
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid() && carries(process, wanted))
                .toList();
    }

    /**
     * Asks the tagged processes to end, and those that haven't after the grace period are made to. It looks again until
     * there are none, since a starting engine may bring forth a process at any moment.
     */
    public void stop(Duration grace) throws InterruptedException {
        Instant limit = Instant.now().plus(grace);
        Instant end = limit.plus(KILL_LIMIT);
        for (List<ProcessHandle> left = running();
                !left.isEmpty() && Instant.now().isBefore(end);
                left = running()) {
            if (Instant.now().isBefore(limit)) {
                left.forEach(ProcessHandle::destroy);
                await(left, limit);
            } else {
                left.forEach(ProcessHandle::destroyForcibly);
                await(left, end);
            }
        }
    }

    private static void await(List<ProcessHandle> processes, Instant limit) throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(Duration.between(Instant.now(), limit).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // the caller looks who is left
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean carries(ProcessHandle process, String wanted) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return List.of(new String(environment, StandardCharsets.ISO_8859_1).split("\0", -1))
                    .contains(wanted);
        } catch (IOException notOursOrGone) {
            return false;
        }
    }
}
