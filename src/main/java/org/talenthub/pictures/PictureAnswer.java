package org.talenthub.pictures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture as an answer: of its own kind and nothing else, so that no browser ever takes it for a page. */
public final class PictureAnswer {

    private PictureAnswer() {}

    public static ResponseEntity<byte[]> of(Picture picture, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.kind().mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(picture.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
