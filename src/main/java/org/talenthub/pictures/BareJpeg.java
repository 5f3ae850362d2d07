package org.talenthub.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.talenthub.pictures.PictureKind.Bare;

/**
 * A JPEG (ITU-T T.81) without its application segments and comments, and without what follows its end: place, device, owner, thumbnails and
 * films of a phone go. The pixels are not touched. What stays: JFIF's header, the colour transform (Adobe), the colour profile, and which
 * side is up.
 */
final class BareJpeg {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int JFIF_BARE = 16;
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST_ORIENTATION = 8;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at = 2;
    private int width;
    private int height;
    private boolean scanned;

    private BareJpeg(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length);
    }

    static Bare of(byte[] file) {
        return new BareJpeg(file).bare();
    }

    private Bare bare() {
        out.write(0xFF);
        out.write(SOI);
        int turned = UPRIGHT;
        while (true) {
            int marker = marker();
            if (marker == EOI) {
                break;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                mark(marker);
                continue;
            }
            int length = number(at);
            if (length < 2 || at + length > in.length) {
                throw PictureKind.broken();
            }
            if (marker == APP1 && begins("Exif")) {
                turned = orientation(at + 8, at + length);
                if (turned != UPRIGHT) {
                    up(turned);
                }
            } else if (marker == APP0 && begins("JFIF")) {
                jfif(length);
            } else if (stays(marker)) {
                mark(marker);
                out.write(in, at, length);
            }
            frame(marker, length);
            at += length;
            if (marker == SOS) {
                scan();
            }
        }
        if (width == 0 || height == 0 || !scanned) {
            throw PictureKind.broken();
        }
        mark(EOI);
        return new Bare(out.toByteArray(), width, height);
    }

    private boolean stays(int marker) {
        if (marker == APP2) {
            return begins("ICC_PROFILE");
        }
        if (marker == APP14) {
            return begins("Adobe");
        }
        return (marker < APP0 || marker > APP15) && marker != COMMENT;
    }

    /** Without the small picture that may stand in it. */
    private void jfif(int length) {
        if (length < JFIF_BARE) {
            return;
        }
        mark(APP0);
        out.write(0);
        out.write(JFIF_BARE);
        out.write(in, at + 2, JFIF_BARE - 4);
        out.write(0);
        out.write(0);
    }

    private void frame(int marker, int length) {
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            if (length < 8) {
                throw PictureKind.broken();
            }
            height = number(at + 3);
            width = number(at + 5);
        }
    }

    /** The coded pixels up to the next marker. */
    private void scan() {
        int from = at;
        while (at + 1 < in.length) {
            int next = in[at + 1] & 0xFF;
            if ((in[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                out.write(in, from, at - from);
                scanned |= at > from;
                return;
            }
            at++;
        }
        throw PictureKind.broken();
    }

    private int marker() {
        if (at >= in.length || (in[at] & 0xFF) != 0xFF) {
            throw PictureKind.broken();
        }
        while (at < in.length && (in[at] & 0xFF) == 0xFF) {
            at++;
        }
        if (at >= in.length) {
            throw PictureKind.broken();
        }
        return in[at++] & 0xFF;
    }

    private void mark(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private int number(int where) {
        if (where + 1 >= in.length) {
            throw PictureKind.broken();
        }
        return ((in[where] & 0xFF) << 8) | (in[where + 1] & 0xFF);
    }

    private boolean begins(String word) {
        byte[] wanted = (word + '\0').getBytes(StandardCharsets.US_ASCII);
        int from = at + 2;
        return from + wanted.length <= in.length
                && Arrays.equals(in, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /** Which side is up, from the first directory of the TIFF that Exif is; 1 where that is not to be read. */
    private int orientation(int from, int to) {
        int length = Math.min(to, in.length) - from;
        if (length < 14) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(in, from, length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > length - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > length - 12) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int turned = tiff.getShort(entry + 8) & 0xFFFF;
                return turned >= UPRIGHT && turned <= MOST_ORIENTATION ? turned : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** An Exif segment that says which side is up and nothing else. */
    private void up(int turned) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
        exif.putShort((short) turned).putShort((short) 0);
        exif.putInt(0);
        out.writeBytes(exif.array());
    }
}
