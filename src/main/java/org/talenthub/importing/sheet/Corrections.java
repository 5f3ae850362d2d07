package org.talenthub.importing.sheet;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.talenthub.common.Issue;
import org.talenthub.reference.Feed;

/** Replaced by the next change. */
public class Corrections {
    private Corrections() {}

    public static void write(
            Path original,
            String fileName,
            Layout layout,
            Feed feed,
            SortedMap<Integer, List<Issue>> issues,
            OutputStream out)
            throws java.io.IOException {}
}
