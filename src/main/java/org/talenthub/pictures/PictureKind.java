package org.talenthub.pictures;

import java.util.Arrays;
import java.util.Optional;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** What kinds of pictures are taken. */
public enum PictureKind {
    JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}) {
        @Override
        Bare bare(byte[] file) {
            return BareJpeg.of(file);
        }
    },
    PNG("image/png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}) {
        @Override
        Bare bare(byte[] file) {
            return BarePng.of(file);
        }
    };

    private final String mediaType;
    private final int[] start;

    PictureKind(String mediaType, int[] start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By its first bytes, never by its name. */
    static Optional<PictureKind> of(byte[] file) {
        return Arrays.stream(values()).filter(k -> k.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws Problem 422 for a file that is not whole */
    abstract Bare bare(byte[] file);

    /** A picture with nothing in it but what is seen. */
    record Bare(byte[] bytes, int width, int height) {}

    static Problem broken() {
        return Problem.unusable("picture.broken", Sentence.of("refused.picture.broken"));
    }
}
