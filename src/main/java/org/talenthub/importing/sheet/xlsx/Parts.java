package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.file.Guarded;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.SheetLimits;

/**
 * The parts of an Office file and how they point to one another (ECMA-376 part 2): a zip whose index is measured before anything is
 * unpacked, and whose descriptions are read part by part, never all at once. POI's own reading of packages takes minutes and the whole
 * heap for descriptions of a few hundred thousand entries, and refuses packages that spreadsheet programs write and open.
 */
public final class Parts implements AutoCloseable {

    /** No workbook that a person made has more parts; each is a zip entry. */
    private static final int MOST = 10_000;

    /** What the index of so many entries with names of ordinary length takes. */
    private static final long LARGEST_INDEX = 400L * MOST;

    /** Content types and relations: a line for each part. */
    private static final long LARGEST_DESCRIPTION = 400L * MOST;

    private static final long RATIO_FREE = 1 << 20;
    /** Deflate reaches 1032; a real sheet of equal rows stays well under 100. */
    public static final int MAX_RATIO = 200;

    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64_LENGTH = 56;

    /**
     * How a part points to another.
     *
     * @param kind the last word of the relation's type, the same in transitional and strict files
     * @param target the other part's name
     */
    public record Relation(String kind, String target) {}

    private final ZipFile zip;
    private final Patience patience;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private Parts(ZipFile zip, Patience patience) {
        this.zip = zip;
        this.patience = patience;
    }

    /** @throws org.talenthub.common.Problem 422 when the file is no whole zip, or unpacks to more than the limits allow */
    public static Parts open(Original original) throws IOException {
        measureIndex(original.file());
        ZipFile zip;
        try {
            zip = new ZipFile(original.file().toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw Refusal.brokenWorkbook();
        }
        try {
            Parts parts = new Parts(zip, original.patience());
            parts.index(original.limits());
            return parts;
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The zip library loads the whole index; what stands at the file's end tells how large that is. */
    private static void measureIndex(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            ByteBuffer tail =
                    bytes(channel, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), END_LENGTH + LONGEST_COMMENT);
            for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    long index = Integer.toUnsignedLong(tail.getInt(at + 12));
                    boolean locator = at >= LOCATOR_LENGTH && tail.getInt(at - LOCATOR_LENGTH) == LOCATOR_SIGNATURE;
                    if (locator) {
                        ByteBuffer end = bytes(channel, tail.getLong(at - LOCATOR_LENGTH + 8), END64_LENGTH);
                        index = Math.max(
                                index == 0xFFFFFFFFL ? 0 : index, end.limit() < END64_LENGTH ? 0 : end.getLong(40));
                    }
                    if (index < 0 || index > LARGEST_INDEX) {
                        throw Refusal.bomb();
                    }
                }
            }
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        long at = from;
        while (from >= 0 && bytes.hasRemaining()) {
            int n = channel.read(bytes, at);
            if (n < 0) {
                break;
            }
            at += n;
        }
        return bytes.flip();
    }

    private void index(SheetLimits limits) {
        if (zip.size() > MOST) {
            throw Refusal.bomb();
        }
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            long size = Math.max(entry.getSize(), 0);
            total += size;
            if (total > limits.maxInflated().toBytes()
                    || (size > RATIO_FREE && size / Math.max(entry.getCompressedSize(), 1) > MAX_RATIO)) {
                throw Refusal.bomb();
            }
            // two parts of one name are read differently by different programs
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                throw Refusal.brokenWorkbook();
            }
        }
    }

    /** Names are the same whatever their letters' case; some programs write them with backslashes or a leading slash. */
    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    /** All parts, in lower case. */
    public Set<String> names() {
        return entries.keySet();
    }

    public boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** What a part unpacks to; 0 where there is none. */
    public long size(String name) {
        ZipEntry entry = entries.get(key(name));
        return entry == null ? 0 : Math.max(entry.getSize(), 0);
    }

    /** The part's content; null where there is no such part. */
    @Nullable
    public InputStream find(String name) throws IOException {
        ZipEntry entry = entries.get(key(name));
        return entry == null ? null : new Guarded(zip.getInputStream(entry), Math.max(entry.getSize(), 0), patience);
    }

    /** @throws org.talenthub.common.Problem 422 when there is no such part */
    public InputStream open(String name) throws IOException {
        InputStream found = find(name);
        if (found == null) {
            throw Refusal.brokenWorkbook();
        }
        return found;
    }

    /** The part that the file is about; empty in a zip that is no Office file. */
    public Optional<String> main() throws IOException, XMLStreamException {
        return relations("").values().stream()
                .filter(r -> r.kind().equals("officeDocument") && has(r.target()))
                .map(Relation::target)
                .findFirst();
    }

    /**
     * Where a part points to within the file, by the relation's id.
     *
     * @param name empty for the file itself
     */
    Map<String, Relation> relations(String name) throws IOException, XMLStreamException {
        int slash = name.lastIndexOf('/') + 1;
        Map<String, Relation> relations = new LinkedHashMap<>();
        describe(name.substring(0, slash) + "_rels/" + name.substring(slash) + ".rels", "Relationship", xml -> {
            String type = Xml.attribute(xml, "Type");
            String id = Xml.attribute(xml, "Id");
            String target = Xml.attribute(xml, "Target");
            if (type != null && id != null && target != null && !"External".equals(Xml.attribute(xml, "TargetMode"))) {
                String kind = type.substring(type.lastIndexOf('/') + 1);
                relations.put(id, new Relation(kind, resolved(name.substring(0, slash), target)));
            }
        });
        return relations;
    }

    /** What kind of content a part is said to have; empty when nothing is said. */
    public String contentType(String name) throws IOException, XMLStreamException {
        String[] found = {"", ""};
        describe("[Content_Types].xml", null, xml -> {
            String part = Xml.attribute(xml, "PartName");
            String extension = Xml.attribute(xml, "Extension");
            String type = Xml.attribute(xml, "ContentType");
            if (type != null && part != null && key(part).equals(key(name))) {
                found[0] = type;
            } else if (type != null
                    && extension != null
                    && key(name).endsWith("." + extension.toLowerCase(Locale.ROOT))) {
                found[1] = type;
            }
        });
        return found[0].isEmpty() ? found[1] : found[0];
    }

    private interface Element {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private void describe(String part, @Nullable String element, Element each) throws IOException, XMLStreamException {
        if (size(part) > LARGEST_DESCRIPTION) {
            throw Refusal.bomb();
        }
        try (InputStream in = find(part)) {
            if (in == null) {
                return;
            }
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && (element == null || xml.getLocalName().equals(element))) {
                    each.read(xml);
                }
            }
        }
    }

    /** A relation's target as a part's name: relative to the folder of the part that points, or from the root. */
    private static String resolved(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : folder + target;
        for (String step : unescaped(whole).replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    private static String unescaped(String target) {
        try {
            return target.indexOf('%') < 0
                    ? target
                    : URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return target; // a name that holds a percent sign
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
