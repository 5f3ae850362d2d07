package org.talenthub.importing.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.sheet.xlsx.Parts;
import org.talenthub.importing.sheet.xlsx.Unlocked;

/** Tells what a file is by its first bytes and, for containers, by what is inside; the name is never believed. */
public final class FileKind {

    private static final int HEAD = 4096;

    private static final Map<String, String> MAGIC = Map.ofEntries(
            Map.entry("%PDF", "pdf"),
            Map.entry("\u0089PNG", "picture"),
            Map.entry("\u00FF\u00D8\u00FF", "picture"),
            Map.entry("GIF8", "picture"),
            Map.entry("BM\u0000", "picture"),
            Map.entry("II*\u0000", "picture"),
            Map.entry("MM\u0000*", "picture"),
            Map.entry("RIFF", "media"),
            Map.entry("{\\rtf", "rtf"),
            Map.entry("Rar!", "archive"),
            Map.entry("7z\u00BC\u00AF", "archive"),
            Map.entry("\u001F\u008B", "archive"));

    private FileKind() {}

    /** @throws Problem when the file is neither a workbook nor text that could be csv */
    public static Layout.Format of(Original original) throws IOException, XMLStreamException {
        byte[] head = head(original.file());
        if (head.length == 0) {
            throw Refusal.emptyFile();
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            checkParts(original);
            return Layout.Format.XLSX;
        }
        if (latin.startsWith(Unlocked.OLE2)) {
            checkOle2(original);
            return Layout.Format.XLSX;
        }
        if (latin.startsWith("\t\b\u0010\u0000")
                || latin.startsWith("\t\u0004\u0006\u0000")
                || latin.startsWith("\t\u0000\u0004\u0000")) {
            throw oldExcel();
        }
        MAGIC.forEach((magic, what) -> {
            if (latin.startsWith(magic)) {
                throw Refusal.kind(what);
            }
        });
        refuseMarkup(latin);
        return Layout.Format.CSV;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static void refuseMarkup(String latin) {
        String text = latin.startsWith("\u00EF\u00BB\u00BF") ? latin.substring(3) : latin;
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<?xml")
                || start.startsWith("<!doctype")
                || start.startsWith("<html")
                || start.startsWith("<table")
                || start.startsWith("<div")
                || start.startsWith("<meta")
                || start.startsWith("<head")
                || start.startsWith("<workbook")) {
            throw Refusal.kind("markup");
        }
        String tight = Text.squeeze(start.substring(0, Math.min(64, start.length())));
        if (tight.startsWith("{\"") || tight.startsWith("[{") || tight.startsWith("[[") || tight.startsWith("[\"")) {
            throw Refusal.kind("json");
        }
    }

    private static Problem oldExcel() {
        return new Problem(415, "file.xls", Sentence.of("refused.file.xls"));
    }

    private static void checkOle2(Original original) throws IOException, XMLStreamException {
        if (Files.size(original.file()) > Unlocked.LARGEST) {
            throw oldExcel();
        }
        try (POIFSFileSystem ole = new POIFSFileSystem(original.file().toFile(), true)) {
            DirectoryNode root = ole.getRoot();
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                throw Refusal.kind("word");
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                throw Refusal.kind("slides");
            }
            if (!root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw oldExcel();
            }
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a damaged one is refused for what its first bytes say it is
            throw oldExcel();
        }
        Path plain = Unlocked.copy(original);
        if (plain == null) {
            throw Refusal.password();
        }
        try {
            checkParts(original.at(plain));
        } finally {
            Files.delete(plain);
        }
    }

    /** What an Office file is about is told by its main part, not by what else its descriptions name. */
    private static void checkParts(Original original) throws IOException, XMLStreamException {
        try (Parts parts = Parts.open(original)) {
            String mime = mime(parts);
            if (mime.contains("opendocument.spreadsheet")) {
                throw Refusal.kind("ods");
            }
            if (mime.contains("opendocument.text")) {
                throw Refusal.kind("word");
            }
            if (mime.contains("opendocument.presentation")) {
                throw Refusal.kind("slides");
            }
            String main = parts.main().orElse("");
            String type = main.isEmpty() ? "" : parts.contentType(main);
            if (type.contains("sheet.binary") || main.endsWith(".bin")) {
                throw Refusal.kind("xlsb");
            }
            if (type.contains("wordprocessingml")) {
                throw Refusal.kind("word");
            }
            if (type.contains("presentationml")) {
                throw Refusal.kind("slides");
            }
            if (main.isEmpty() && !parts.has("[Content_Types].xml")) {
                throw new Problem(415, "file.kind", Sentence.of("refused.file.kind.archive"));
            }
            if (main.isEmpty()) {
                throw Refusal.brokenWorkbook();
            }
        }
    }

    private static String mime(Parts parts) throws IOException {
        try (InputStream in = parts.find("mimetype")) {
            return in == null ? "" : new String(in.readNBytes(100), StandardCharsets.UTF_8);
        }
    }
}
