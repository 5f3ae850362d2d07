package org.talenthub.events.handbook;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a handbook as a file. One bean a format. */
public interface HandbookWriter {

    /** {@code pdf}, {@code xlsx}, {@code ics}. */
    String format();

    /** Media type of the file. */
    String type();

    /** The stream stays open. */
    void write(Handbook book, OutputStream out) throws IOException;
}
