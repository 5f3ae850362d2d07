package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read and enter, where the file system knows of it; on Windows a user's own folder is closed to others anyway. */
final class Permissions {

    private Permissions() {}

    static void set(Path path, String permissions) throws IOException {
        if (known(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** For making a file or a directory that has them from its first moment. */
    static FileAttribute<?>[] of(Path path, String permissions) {
        return known(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean known(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
