package org.talenthub.events.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.handbook.HandbookSource;
import org.talenthub.events.handbook.HandbookSource.Copy;
import org.talenthub.events.handbook.HandbookSource.Reader;
import org.talenthub.events.handbook.Handbooks;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The handbook of one reader, as pdf, xlsx and calendar. Written whole before the first byte is sent, so that it can still be refused. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class HandbookApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final HandbookSource source;
    private final Handbooks handbooks;

    HandbookApi(HandbookSource source, Handbooks handbooks) {
        this.source = source;
        this.handbooks = handbooks;
    }

    /** With {@code changes}, an earlier version, only what differs from it is printed. */
    @GetMapping("/handbook")
    void pdf(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Parameters p = Parameters.only(given, "for", "id", "changes");
        Copy copy = copy(id, p, null, viewer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Integer earlier = number(p.text("changes"));
        if (earlier == null) {
            handbooks.pdf(copy.book(), copy.audience(), locale, out);
        } else {
            Copy before = copy(id, p, earlier, viewer);
            handbooks.changes(before.book(), copy.book(), copy.audience(), locale, out);
        }
        send(copy, "pdf", "application/pdf", out, response);
    }

    @GetMapping("/handbook.xlsx")
    void xlsx(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Copy copy = copy(id, Parameters.only(given, "for", "id"), null, viewer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.xlsx(copy.book(), copy.audience(), locale, out);
        send(copy, "xlsx", XLSX, out, response);
    }

    @GetMapping("/handbook.ics")
    void ics(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Copy copy = copy(id, Parameters.only(given, "for", "id"), null, viewer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(handbooks.ics(copy.book(), copy.audience(), locale).getBytes(StandardCharsets.UTF_8));
        send(copy, "ics", "text/calendar;charset=UTF-8", out, response);
    }

    private Copy copy(String id, Parameters p, @Nullable Integer version, Viewer viewer) {
        return source.of(id, p.choice("for", Reader.class).orElse(Reader.ORGANISER), p.text("id"), version, viewer);
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("parameter.value", Sentence.of("refused.parameter.value.changes"));
        }
    }

    private static void send(
            Copy copy, String extension, String type, ByteArrayOutputStream out, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(out.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                copy.name() + "-v" + copy.book().cover().version() + "." + extension,
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        out.writeTo(response.getOutputStream());
    }
}
