package org.talenthub.importing.sheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A person's file on the disk, how much of it is read, and for how long. */
public record Original(Path file, SheetLimits limits, Patience patience) {

    /** The file's own bytes, for as long as the patience lasts. */
    public InputStream open() throws IOException {
        return new Guarded(Files.newInputStream(file), Long.MAX_VALUE, patience);
    }

    /** The same for another file with the same content, such as a decrypted copy. */
    public Original at(Path other) {
        return new Original(other, limits, patience);
    }
}
