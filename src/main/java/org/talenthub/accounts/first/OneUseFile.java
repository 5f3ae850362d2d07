package org.talenthub.accounts.first;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secret that waits in a file for its owner; readable for nobody else from its first moment on. */
final class OneUseFile {

    private static final Logger log = LoggerFactory.getLogger(OneUseFile.class);

    private final Path path;
    private volatile boolean gone;

    OneUseFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    void write(String secret) throws IOException {
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        FileAttribute<?>[] owner =
                path.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (FileChannel out =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            out.write(java.nio.ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        gone = false;
    }

    /** Costs nothing once it is gone. */
    void remove() {
        if (!gone) {
            try {
                Files.deleteIfExists(path);
                gone = true;
            } catch (IOException e) {
                log.warn("{} cannot be removed; remove it by hand", path);
            }
        }
    }
}
