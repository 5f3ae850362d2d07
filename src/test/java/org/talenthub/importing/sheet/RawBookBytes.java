package org.talenthub.importing.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A zip tampered with where its index says what it holds. */
final class RawBookBytes {

    private static final int END = 22;
    private static final int ENTRY = 46;
    private static final byte[] SIGNATURE = {'P', 'K', 1, 2};

    private byte[] zip;

    RawBookBytes(byte[] zip) {
        this.zip = zip.clone();
    }

    /** Where the index speaks of the part. */
    static int directory(byte[] zip, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < zip.length - ENTRY; at++) {
            boolean entry = Arrays.equals(zip, at, at + 4, SIGNATURE, 0, 4);
            if (entry && at + ENTRY + bytes.length <= zip.length && Arrays.equals(zip, at + ENTRY, at + ENTRY + bytes.length, bytes, 0, bytes.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The part goes by another name of the same length. */
    RawBookBytes renamed(String name, String other) {
        byte[] to = Arrays.copyOf(other.getBytes(StandardCharsets.UTF_8), name.length());
        int at = directory(zip, name);
        int local = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 42);
        System.arraycopy(to, 0, zip, at + ENTRY, to.length);
        System.arraycopy(to, 0, zip, local + 30, to.length);
        return this;
    }

    /** So many more entries of other names that all lie where this part lies. */
    RawBookBytes repeated(String name, int times) {
        int at = directory(zip, name);
        int length = ENTRY + name.length();
        ByteBuffer end = ByteBuffer.wrap(zip, zip.length - END, END).slice().order(ByteOrder.LITTLE_ENDIAN);
        int start = end.getInt(16);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(zip, 0, zip.length - END);
        for (int i = 0; i < times; i++) {
            byte[] entry = Arrays.copyOfRange(zip, at, at + length);
            byte[] other = "%08d".formatted(i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(other, 0, entry, length - other.length, other.length);
            out.writeBytes(entry);
        }
        int size = out.size() - start;
        short count = (short) (end.getShort(10) + times);
        ByteBuffer last = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN).put(end.duplicate().rewind()).order(ByteOrder.LITTLE_ENDIAN);
        last.putShort(8, count).putShort(10, count).putInt(12, size);
        out.writeBytes(last.array());
        zip = out.toByteArray();
        return this;
    }

    byte[] bytes() {
        return zip;
    }
}
