package org.talenthub.lifecycle.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What somebody uploaded is never shown inline: it is saved, and opened by the reader's own program. */
final class Downloads {

    private Downloads() {}

    static void prepare(HttpServletResponse response, String name, long size) {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(size);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
