package org.talenthub.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photographs as phones write them: with where and by what they were taken, and with a film behind them. */
public final class TestPictures {

    /** A word that stands wherever a phone would tell something. */
    public static final String SECRET = "GPS-30.5928N-114.3055E";

    private TestPictures() {}

    /** @param turned which side is up, 1 to 8 */
    public static byte[] jpeg(int turned) {
        byte[] plain = drawn("jpg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, exif(turned));
        segment(out, 0xE1, bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + "</x:xmpmeta>"));
        segment(out, 0xE2, bytes("MPF\0" + SECRET));
        segment(out, 0xED, bytes("Photoshop 3.0\0" + SECRET));
        segment(out, 0xFE, bytes(SECRET));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(bytes("ftypmp42" + SECRET));
        return out.toByteArray();
    }

    public static byte[] png() {
        byte[] plain = drawn("png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int header = 8 + 25;
        out.write(plain, 0, header);
        chunk(out, "tEXt", "Location\0" + SECRET);
        chunk(out, "eXIf", "MM\0*" + SECRET);
        chunk(out, "prVt", SECRET);
        out.write(plain, header, plain.length - header);
        out.writeBytes(bytes(SECRET));
        return out.toByteArray();
    }

    private static byte[] drawn(String format) {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillRect(0, 0, 60, 40);
        g.setColor(Color.BLUE);
        g.fillOval(5, 5, 30, 20);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The first directory of the TIFF has which side is up and a text. */
    private static byte[] exif(int turned) {
        byte[] secret = bytes(SECRET);
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + secret.length);
        tiff.put(bytes("Exif\0\0")).put(bytes("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(secret.length).putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turned)
                .putShort((short) 0);
        tiff.putInt(0);
        tiff.put(secret);
        return tiff.array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write((content.length + 2) & 0xFF);
        out.writeBytes(content);
    }

    private static void chunk(ByteArrayOutputStream out, String type, String text) {
        byte[] both = bytes(type + text);
        CRC32 crc = new CRC32();
        crc.update(both);
        out.writeBytes(ByteBuffer.allocate(4).putInt(both.length - 4).array());
        out.writeBytes(both);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
