package org.talenthub.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talenthub.common.Problem;

/** Nothing of a photograph is left but what is to be seen on it, and that as it was. */
class BarePicturesTests {

    private static byte[] bare(byte[] file) {
        return PictureKind.of(file).orElseThrow().bare(file).bytes();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static void samePixels(byte[] one, byte[] other) throws IOException {
        BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
        assertThat(b.getWidth()).isEqualTo(a.getWidth());
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                assertThat(b.getRGB(x, y)).isEqualTo(a.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void aJpegKeepsItsPixelsAndWhichSideIsUpAndNothingElse(int turned) throws IOException {
        byte[] file = TestPictures.jpeg(turned);
        assertThat(text(file).split(TestPictures.SECRET, -1)).hasSize(7);
        byte[] bare = bare(file);
        assertThat(text(bare)).doesNotContain("GPS", "xmp", "MPF", "Photoshop", "ftyp");
        samePixels(file, bare);
        assertThat(text(bare).contains("Exif")).isEqualTo(turned != 1);
        if (turned != 1) {
            int at = text(bare).indexOf("Exif");
            assertThat(bare[at + 6 + 8 + 2 + 9]).isEqualTo((byte) turned);
        }
        assertThat(bare(bare)).isEqualTo(bare);
        assertThat(bare[bare.length - 1] & 0xFF).isEqualTo(0xD9);
    }

    @Test
    void aPngKeepsItsPixelsAndNothingElse() throws IOException {
        byte[] file = TestPictures.png();
        byte[] bare = bare(file);
        assertThat(text(bare)).doesNotContain("GPS", "tEXt", "eXIf", "prVt");
        samePixels(file, bare);
        assertThat(bare(bare)).isEqualTo(bare);
        PictureKind.Bare size = PictureKind.PNG.bare(file);
        assertThat(size.width()).isEqualTo(60);
        assertThat(size.height()).isEqualTo(40);
    }

    @Test
    void whatIsNoPictureIsOfNoKind() {
        for (String start : new String[] {"%PDF-1.4", "<svg>", "GIF89a", "", "RIFF0000WEBP"}) {
            assertThat(PictureKind.of(start.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(start)
                    .isEmpty();
        }
    }

    /** Cut anywhere or with bytes changed: a picture or a refusal that says so, never anything else. */
    @Test
    void halfAFileIsRefusedInWords() {
        for (byte[] file : new byte[][] {TestPictures.jpeg(6), TestPictures.png()}) {
            PictureKind kind = PictureKind.of(file).orElseThrow();
            byte[] whole = kind.bare(file).bytes();
            for (int length = 8; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> kind.bare(cut))
                        .isInstanceOfSatisfying(
                                Problem.class, p -> assertThat(p.code()).isEqualTo("picture.broken"));
            }
            Random random = new Random(18);
            for (int i = 0; i < 3_000; i++) {
                byte[] spoilt = file.clone();
                for (int n = random.nextInt(6); n >= 0; n--) {
                    spoilt[8 + random.nextInt(spoilt.length - 8)] = (byte) random.nextInt();
                }
                try {
                    assertThat(kind.bare(spoilt).bytes().length).isLessThanOrEqualTo(spoilt.length);
                } catch (Problem refused) {
                    assertThat(refused.status()).isEqualTo(422);
                }
            }
        }
    }
}
