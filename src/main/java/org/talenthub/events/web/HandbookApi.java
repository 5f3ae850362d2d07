package org.talenthub.events.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Problem;
import org.talenthub.events.handbook.Handbook;
import org.talenthub.events.handbook.HandbookSource;
import org.talenthub.events.handbook.HandbookWriter;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The printed handbook of one reader, as pdf, xlsx and calendar. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class HandbookApi {

    private final HandbookSource source;
    private final List<HandbookWriter> writers;

    HandbookApi(HandbookSource source, List<HandbookWriter> writers) {
        this.source = source;
        this.writers = writers;
    }

    @GetMapping("/handbook")
    void pdf(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        write("pdf", id, given, viewer, response);
    }

    @GetMapping("/handbook.xlsx")
    void xlsx(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        write("xlsx", id, given, viewer, response);
    }

    @GetMapping("/handbook.ics")
    void ics(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        write("ics", id, given, viewer, response);
    }

    private void write(
            String format,
            String id,
            MultiValueMap<String, String> given,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Parameters p = Parameters.only(given, "for", "id");
        Handbook book = source.of(
                id,
                p.choice("for", Handbook.Audience.class).orElse(Handbook.Audience.ORGANISER),
                p.text("id"),
                viewer);
        HandbookWriter writer = writers.stream()
                .filter(w -> w.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new Problem(503, "handbook.format", "这台服务器还不能生成这种格式的手册。"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(book, out);
        response.setContentType(writer.type());
        response.setContentLength(out.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(book.name() + "-" + book.reader() + "-v" + book.version() + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        out.writeTo(response.getOutputStream());
    }
}
