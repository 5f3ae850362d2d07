package org.talenthub.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.talenthub.pictures.PictureKind.Bare;

/** A PNG (ISO/IEC 15948) with the chunks that its pixels need and none of its texts, times, places and animations. */
final class BarePng {

    private static final int START = 8;
    private static final int AROUND = 12;
    private static final Set<String> STAY =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs");

    private BarePng() {}

    static Bare of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, START);
        int width = 0;
        int height = 0;
        boolean pixels = false;
        int at = START;
        while (at <= file.length - AROUND) {
            int length = in.getInt(at);
            if (length < 0 || length > file.length - AROUND - at) {
                throw PictureKind.broken();
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(file, at + 4, 4 + length);
            if ((int) crc.getValue() != in.getInt(at + 8 + length) || (at == START) != type.equals("IHDR")) {
                throw PictureKind.broken();
            }
            if (type.equals("IHDR")) {
                if (length != 13) {
                    throw PictureKind.broken();
                }
                width = in.getInt(at + 8);
                height = in.getInt(at + 12);
            }
            pixels |= type.equals("IDAT");
            if (STAY.contains(type)) {
                out.write(file, at, AROUND + length);
            }
            if (type.equals("IEND")) {
                if (!pixels || width <= 0 || height <= 0) {
                    throw PictureKind.broken();
                }
                return new Bare(out.toByteArray(), width, height);
            }
            at += AROUND + length;
        }
        throw PictureKind.broken();
    }
}
