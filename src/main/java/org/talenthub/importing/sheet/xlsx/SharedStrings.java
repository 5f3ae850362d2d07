package org.talenthub.importing.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.file.Refusal;

/**
 * A workbook's table of texts, read on as far as it is asked for. A large one holds millions of texts: as Java strings they
 * would fill the heap, so they lie as UTF-8 in blocks, and full blocks move to an unnamed temporary file that is mapped back
 * (half a byte of heap is left per text). POI's own tables keep every text on the heap.
 */
public final class SharedStrings implements AutoCloseable {

    private static final int BLOCK = 4 << 20;
    private static final int RECENT = 1 << 12;
    private static final int MAX_TEXT = 7 * 32_767;
    /** Characters of {@code _x000D_}. */
    private static final int ESCAPE = 7;

    /** One text in so many is known by its place, the others by those before them. */
    private static final int STEP = 16;

    /** Of longer ones only the last is kept at hand. */
    private static final int LONG = 1_000;

    /** What long texts may come to, besides what the table itself holds of them: one text in every cell is a bomb too. */
    private static final long REPEATED = 1L << 27;

    private final @Nullable InputStream in;
    private final @Nullable XMLStreamReader xml;
    private final List<ByteBuffer> full = new ArrayList<>();
    private final byte[] block;
    private int used;
    private long[] places = new long[1024];
    private int count;
    private boolean ended;
    private long stored;
    private long given;
    private int longIndex = -1;
    private String longText = "";
    private @Nullable FileChannel spill;
    private final int[] recentIndex = new int[RECENT];
    private final @Nullable String[] recent = new String[RECENT];

    SharedStrings(@Nullable InputStream in) throws XMLStreamException {
        this.in = in;
        this.xml = in == null ? null : Xml.open(in);
        this.ended = in == null;
        this.block = in == null ? new byte[0] : new byte[BLOCK];
    }

    /** The text at the index; empty when the table is shorter. */
    public String get(int index) throws IOException, XMLStreamException {
        int slot = index & (RECENT - 1);
        String known = recent[slot];
        if (known != null && recentIndex[slot] == index) {
            return known;
        }
        while (count <= index && !ended) {
            readOn();
        }
        if (index < 0 || index >= count) {
            return "";
        }
        String text = index == longIndex ? longText : read(index);
        if (text.length() > LONG) {
            given += text.length();
            if (given > REPEATED + 2 * stored) {
                throw Refusal.bomb();
            }
            longIndex = index;
            longText = text;
            return text;
        }
        recent[slot] = text;
        recentIndex[slot] = index;
        return text;
    }

    private String read(int index) {
        long place = places[index / STEP];
        int number = (int) (place / BLOCK);
        int at = (int) (place % BLOCK);
        ByteBuffer from = block(number);
        for (int i = index % STEP; ; i--) {
            if (at == from.limit()) {
                from = block(++number);
                at = 0;
            }
            int length = from.getInt(at);
            at += Integer.BYTES;
            if (i == 0) {
                byte[] bytes = new byte[length];
                from.get(at, bytes);
                return new String(bytes, StandardCharsets.UTF_8);
            }
            at += length;
        }
    }

    private ByteBuffer block(int number) {
        return number < full.size() ? full.get(number) : ByteBuffer.wrap(block, 0, used);
    }

    private void readOn() throws IOException, XMLStreamException {
        XMLStreamReader source = xml;
        while (source != null && source.hasNext()) {
            if (Xml.next(source) == XMLStreamConstants.START_ELEMENT
                    && source.getLocalName().equals("si")) {
                add(item(source));
                return;
            }
        }
        ended = true;
    }

    /** The runs of one {@code si} or {@code is}; phonetic runs ({@code rPh}) are readings, not text. */
    public static String item(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    Xml.skip(xml);
                } else if (xml.getLocalName().equals("t")) {
                    // a longer one is cut just past what any cell may hold; the cell is refused where it is used
                    Xml.text(xml, text, MAX_TEXT, Refusal::bomb);
                } else {
                    depth++;
                }
            }
        }
        return decode(text.toString());
    }

    /** Undoes the file format's {@code _x000D_} escapes. */
    public static String decode(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at + 1)) {
            int code = escaped(text, at);
            if (at >= from && code >= 0) {
                plain.append(text, from, at).append((char) code);
                from = at + ESCAPE;
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int escaped(String text, int at) {
        if (at + ESCAPE > text.length() || text.charAt(at + ESCAPE - 1) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + Integer.BYTES + bytes.length > BLOCK) {
            moveOut();
        }
        if (count % STEP == 0) {
            if (count / STEP == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[count / STEP] = (long) full.size() * BLOCK + used;
        }
        count++;
        stored += text.length();
        ByteBuffer.wrap(block).putInt(used, bytes.length);
        System.arraycopy(bytes, 0, block, used + Integer.BYTES, bytes.length);
        used += Integer.BYTES + bytes.length;
    }

    private void moveOut() throws IOException {
        FileChannel channel = spill;
        if (channel == null) {
            Path file = Files.createTempFile("sheet", ".strings");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            spill = channel;
        }
        long at = (long) full.size() * BLOCK;
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, used);
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
        full.add(channel.map(FileChannel.MapMode.READ_ONLY, at, used));
        used = 0;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
        if (spill != null) {
            spill.close();
        }
    }
}
