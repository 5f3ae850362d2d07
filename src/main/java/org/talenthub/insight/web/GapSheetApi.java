package org.talenthub.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Sentence;
import org.talenthub.insight.story.GapSheets;
import org.talenthub.security.Viewer;

/** The sheet of what one's own records lack. */
@RestController
class GapSheetApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final GapSheets sheets;

    GapSheetApi(GapSheets sheets) {
        this.sheets = sheets;
    }

    /** @param purpose what for; needed for people */
    @GetMapping({"/api/v1/imports/gaps/{feed}.xlsx", "/imports/gaps/{feed}.xlsx"})
    void sheet(
            @PathVariable String feed,
            @RequestParam(defaultValue = "") String purpose,
            Viewer viewer,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        GapSheets.Ready ready = sheets.prepare(feed, purpose, viewer);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                Sentence.of("template.gaps", ready.feed().named())
                                        .in(locale),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        sheets.write(ready, locale, response.getOutputStream());
    }
}
