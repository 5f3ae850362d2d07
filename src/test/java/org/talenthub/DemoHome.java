package org.talenthub;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.util.FileSystemUtils;

/** The home of a demo hub as its first start left it, made once in a run and copied for every hub that is to begin like this. */
public final class DemoHome {

    private static final Path MADE = Path.of("target/demo-home");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final FutureTask<Path> MAKING = new FutureTask<>(DemoHome::make);

    private DemoHome() {}

    /** Makes it while something else goes on; once. */
    static void begin() {
        Thread.ofPlatform().name("demo-home").daemon().start(MAKING);
    }

    /** A copy there, in place of what was. */
    public static void copy(Path home) throws IOException {
        begin();
        try {
            Path made = MAKING.get();
            FileSystemUtils.deleteRecursively(home);
            Files.walkFileTree(made, new Copy(made, home));
        } catch (ExecutionException e) {
            throw new AssertionError("there is no demo", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path make() throws Exception {
        FileSystemUtils.deleteRecursively(MADE);
        RunningHub hub = RunningHub.start(MADE, RunningHub.freePort(), "--hub.demo=true");
        try (hub) {
            HubDatabase.settled(MADE, PATIENCE);
        }
        return MADE;
    }

    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.copy(directory, place(directory), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                Files.copy(file, place(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path path) {
            return to.resolve(from.relativize(path));
        }
    }
}
