package org.talenthub.pictures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** What kinds of pictures are taken. */
public enum PictureKind {
    JPEG("image/jpeg", List.of(0xFF, 0xD8, 0xFF)) {
        @Override
        Bare bare(byte[] file) {
            return BareJpeg.of(file);
        }
    },
    PNG("image/png", List.of(0x89, (int) 'P', (int) 'N', (int) 'G', (int) '\r', (int) '\n', 0x1A, (int) '\n')) {
        @Override
        Bare bare(byte[] file) {
            return BarePng.of(file);
        }
    };

    private final String mediaType;
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Integer> start;

    PictureKind(String mediaType, List<Integer> start) {
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
        for (int i = 0; i < start.size(); i++) {
            if (i >= file.length || (file[i] & 0xFF) != start.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** @throws Problem 422 for a file that is not whole */
    abstract Bare bare(byte[] file);

    /** A picture with nothing in it but what is seen. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bare(byte[] bytes, int width, int height) {}

    static Problem broken() {
        return Problem.unusable("picture.broken", Sentence.of("refused.picture.broken"));
    }
}
