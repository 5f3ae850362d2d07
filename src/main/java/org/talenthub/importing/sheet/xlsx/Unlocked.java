package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Workbooks that spreadsheet programs encrypt with a password everybody knows, so that they open without asking: what "protect
 * workbook" used to do. To their owners these are ordinary files.
 */
public final class Unlocked {

    private Unlocked() {}

    /** A plain temporary copy, to be deleted by the caller; null when the file asks for a real password. */
    public static @Nullable Path copy(POIFSFileSystem locked) throws IOException {
        Path plain = null;
        try {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(locked));
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return null;
            }
            plain = Files.createTempFile("sheet", ".xlsx");
            try (InputStream in = decryptor.getDataStream(locked)) {
                Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
            }
            return plain;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            if (plain != null) {
                Files.deleteIfExists(plain);
            }
            return null;
        }
    }
}
