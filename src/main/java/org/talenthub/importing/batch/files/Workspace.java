package org.talenthub.importing.batch.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where files lie in clear for the time of the work, {@code <hub.home>/work}: uploads on their way in and batches that are being
 * read. Nobody but the hub's user may enter; what a killed hub left there goes at the next start.
 */
@Component
public class Workspace {

    private final Path directory;

    Workspace(Environment env) {
        directory = Path.of(env.getProperty("hub.home", ".hub"), "work").toAbsolutePath();
        make();
    }

    private void make() {
        try {
            Files.createDirectories(uploads());
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("no place for uploads: " + directory, e);
        }
    }

    /** Where the server keeps the parts of a request that are too big for the memory. */
    public Path uploads() {
        return directory.resolve("uploads");
    }

    /** A new file that only the hub's user can read; whoever asks deletes it. */
    public Path file() throws IOException {
        return Files.createTempFile(directory, "batch-", ".tmp");
    }

    /** Removes what a killed hub left. */
    public void sweep() {
        try (var left = Files.newDirectoryStream(directory)) {
            for (Path p : left) {
                FileSystemUtils.deleteRecursively(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        make();
    }
}
