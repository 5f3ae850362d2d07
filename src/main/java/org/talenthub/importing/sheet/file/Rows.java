package org.talenthub.importing.sheet.file;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, forward only, one in memory at a time. Two kinds of file, one way to walk them. */
public interface Rows extends AutoCloseable {

    @Nullable
    RawRow next() throws IOException, XMLStreamException;

    @Override
    void close();
}
