package org.talenthub.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * The unpacked program of an engine, one directory per version. It is filled beside its place and then renamed, so that
 * what is there is complete, whenever the hub was killed; hubs that share the directory wait for each other.
 */
final class Distribution {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

    private Distribution() {}

    /** Fills an empty directory with the program. */
    @FunctionalInterface
    interface Filler {
        void fill(Path directory) throws IOException;
    }

    static Path ensure(Path binaries, String name, Filler filler) throws IOException {
        Path place = binaries.resolve(name);
        Files.createDirectories(binaries);
        // the file lock is between processes; threads of one JVM need the monitor
        synchronized (MONITORS.computeIfAbsent(place, p -> new Object())) {
            if (!Files.isDirectory(place)) {
                try (FileChannel channel = FileChannel.open(
                                binaries.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = held(channel)) {
                    assert held.isValid();
                    fill(place, filler);
                }
            }
        }
        return place;
    }

    /**
     * Asks again and again: of two hubs that wait for each other's lock while a thread of each holds one, the operating system would call
     * that a deadlock.
     */
    private static FileLock held(FileChannel channel) throws IOException {
        FileLock held = channel.tryLock();
        while (held == null) {
            LockSupport.parkNanos(PAUSE.toNanos());
            held = channel.tryLock();
        }
        return held;
    }

    private static void fill(Path place, Filler filler) throws IOException {
        if (Files.isDirectory(place)) {
            return;
        }
        Path draft = place.resolveSibling(place.getFileName() + ".partial");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(draft);
        filler.fill(draft);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
