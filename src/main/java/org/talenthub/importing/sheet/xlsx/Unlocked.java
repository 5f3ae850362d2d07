package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.file.Guarded;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;

/**
 * Workbooks that spreadsheet programs encrypt with a password everybody knows, so that they open without asking: what "protect
 * workbook" used to do. To their owners these are ordinary files.
 */
public final class Unlocked {

    /** POI keeps the container's directory in memory, all of it. */
    public static final long LARGEST = 64 << 20;

    /** What such a container begins with. */
    public static final String OLE2 = "\u00D0\u00CF\u0011\u00E0";

    private static final int LARGEST_INFO = 64 << 10;
    /** How often a password may be hashed; Office does 100,000 times, and a file can ask for two thousand million. */
    private static final int MOST_SPINS = 1_000_000;

    private Unlocked() {}

    public static boolean isOle2(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(OLE2.length()), StandardCharsets.ISO_8859_1).startsWith(OLE2);
        }
    }

    /** A plain temporary copy, to be deleted by the caller; null when the file asks for a real password. */
    public static @Nullable Path copy(Original original) throws IOException {
        if (Files.size(original.file()) > LARGEST) {
            return null;
        }
        try (POIFSFileSystem locked = new POIFSFileSystem(original.file().toFile(), true)) {
            return copy(locked, original);
        } catch (StackOverflowError e) {
            throw new IOException("folders within folders", e);
        }
    }

    private static @Nullable Path copy(POIFSFileSystem locked, Original original) throws IOException {
        Path plain = null;
        try {
            if (!(locked.getRoot().getEntryCaseInsensitive(EncryptionInfo.ENCRYPTION_INFO_ENTRY)
                            instanceof DocumentEntry info)
                    || info.getSize() > LARGEST_INFO) {
                return null;
            }
            EncryptionInfo encryption = new EncryptionInfo(locked);
            if (encryption.getVerifier().getSpinCount() > MOST_SPINS) {
                return null;
            }
            Decryptor decryptor = Decryptor.getInstance(encryption);
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return null;
            }
            plain = Files.createTempFile("sheet", ".xlsx");
            try (InputStream in = new Guarded(decryptor.getDataStream(locked), LARGEST, original.patience());
                    OutputStream out = Files.newOutputStream(plain)) {
                in.transferTo(out);
            }
            return plain;
        } catch (Problem | Patience.Stopped e) {
            delete(plain);
            throw e;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            delete(plain);
            return null;
        }
    }

    private static void delete(@Nullable Path plain) throws IOException {
        if (plain != null) {
            Files.deleteIfExists(plain);
        }
    }
}
