package org.talenthub.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.sheet.PlainSheet;
import org.talenthub.importing.sheet.file.SheetLimits;

/** Small sheets of other modules, read with the forgiveness of the imports: any of the usual kinds of file, blank rows, full-width digits. */
@Component
public class PlainSheets {

    private final Workspace workspace;
    private final SheetLimits limits;

    PlainSheets(Workspace workspace, SheetLimits limits) {
        this.workspace = workspace;
        this.limits = limits;
    }

    /**
     * The rows of the first sheet that are not blank.
     *
     * @throws org.talenthub.common.Problem 413, 415, 422 for what cannot be read
     */
    public List<List<String>> rows(InputStream in, int most) {
        try {
            Path file = workspace.file();
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return PlainSheet.read(file, limits, most);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
