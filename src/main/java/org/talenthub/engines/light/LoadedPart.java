package org.talenthub.engines.light;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;

/**
 * The part of an ELF program that the system loads when it runs it. Symbols and what debuggers read stand behind it: of the 314 MB of
 * {@code mariadbd} 29 are loaded. Cutting the rest off is what {@code strip} does, without that tool, and always the same.
 */
public final class LoadedPart {

    /** The header and the table of segments stand in the first page. */
    private static final int HEAD = 4096;

    private static final int MAGIC = 0x7F454C46;
    private static final byte BITS_64 = 2;
    private static final byte LITTLE_ENDIAN = 1;
    private static final int SECTIONS_AT = 40;
    private static final int SECTION_COUNT_AT = 60;
    private static final int SECTION_NAMES_AT = 62;

    private LoadedPart() {}

    /**
     * How much {@link #copy} will write.
     *
     * @param whole length of the file
     */
    public static long length(InputStream in, long whole) throws IOException {
        return Math.min(whole, end(in.readNBytes(HEAD)));
    }

    /**
     * Copies a program without what is not loaded; what is no 64-bit ELF file is copied whole.
     *
     * @param done told of how many bytes were written since it was told last
     * @return how many bytes were written
     */
    public static long copy(InputStream in, OutputStream out, LongConsumer done) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        long end = end(head);
        long written = Math.min(head.length, end);
        out.write(head, 0, (int) written);
        done.accept(written);
        byte[] buffer = new byte[1 << 16];
        while (written < end) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, end - written));
            if (n < 0) {
                break;
            }
            out.write(buffer, 0, n);
            done.accept(n);
            written += n;
        }
        return written;
    }

    /** Where the last segment ends; the head then names no sections any more. */
    private static long end(byte[] head) {
        ByteBuffer elf = ByteBuffer.wrap(head);
        if (head.length < HEAD || elf.getInt(0) != MAGIC || elf.get(4) != BITS_64 || elf.get(5) != LITTLE_ENDIAN) {
            return Long.MAX_VALUE;
        }
        elf.order(ByteOrder.LITTLE_ENDIAN);
        long segments = elf.getLong(32);
        int size = Short.toUnsignedInt(elf.getShort(54));
        int count = Short.toUnsignedInt(elf.getShort(56));
        if (count == 0 || segments < 0 || segments + (long) size * count > HEAD) {
            return Long.MAX_VALUE;
        }
        long end = HEAD;
        for (int i = 0; i < count; i++) {
            int segment = (int) segments + i * size;
            end = Math.max(end, elf.getLong(segment + 8) + elf.getLong(segment + 32));
        }
        elf.putLong(SECTIONS_AT, 0);
        elf.putShort(SECTION_COUNT_AT, (short) 0);
        elf.putShort(SECTION_NAMES_AT, (short) 0);
        return end;
    }
}
