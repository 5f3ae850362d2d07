package org.talenthub.importing.sheet.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.header.Header;

/** What stands between the fields of a csv. */
public final class Separator {

    /** Those that are known, the usual one first. */
    public static final List<Character> ALL = List.of(',', '\t', ';');

    /** Characters that tell which separator a text has. */
    private static final int SAMPLE = 1 << 16;

    private Separator() {}

    /** The separator that the first lines have most of. */
    public static char likely(Original original, Charset charset) throws IOException {
        int[] found = new int[ALL.size()];
        try (Reader reader = new BufferedReader(new InputStreamReader(original.open(), charset))) {
            int lines = 0;
            for (int i = 0; i < SAMPLE && lines < Header.DEEPEST; i++) {
                int c = reader.read();
                if (c < 0) {
                    break;
                }
                lines += c == '\n' ? 1 : 0;
                for (int s = 0; s < ALL.size(); s++) {
                    found[s] += c == ALL.get(s) ? 1 : 0;
                }
            }
        }
        int most = 0;
        for (int s = 1; s < ALL.size(); s++) {
            most = found[s] > found[most] ? s : most;
        }
        return ALL.get(most);
    }
}
