package org.talenthub.pictures;

import java.util.Arrays;
import java.util.Optional;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** What kinds of pictures are taken. */
public enum PictureKind {
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF") {
        @Override
        Bare bare(byte[] file) {
            return BareJpeg.of(file);
        }
    },
    PNG("image/png", "\u0089PNG\r\n\u001A\n") {
        @Override
        Bare bare(byte[] file) {
            return BarePng.of(file);
        }
    };

    private final String mediaType;
    /** The first bytes, one character each. */
    private final String start;

    PictureKind(String mediaType, String start) {
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
        for (int i = 0; i < start.length(); i++) {
            if (i >= file.length || (file[i] & 0xFF) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** @throws Problem 422 for a file that is not whole */
    abstract Bare bare(byte[] file);

    /** A picture with nothing in it but what is seen. */
    static final class Bare {

        private final byte[] bytes;
        private final int width;
        private final int height;

        Bare(byte[] bytes, int width, int height) {
            this.bytes = bytes;
            this.width = width;
            this.height = height;
        }

        byte[] bytes() {
            return bytes;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    static Problem broken() {
        return Problem.unusable("picture.broken", Sentence.of("refused.picture.broken"));
    }
}
