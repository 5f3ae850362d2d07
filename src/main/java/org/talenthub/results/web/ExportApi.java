package org.talenthub.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Problem;
import org.talenthub.results.exports.Export;
import org.talenthub.results.exports.Exports;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Viewer;

/** Whole results as files. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportApi {

    private static final List<String> OWN = List.of("purpose", "columns", "list");

    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    /**
     * Everything that the same query finds in its collection, not a page of it, streamed. Watermarked and recorded. The number of rows
     * stands in the header {@code X-Total-Count} and in the file's name. Of people: province all, cities their own region's, stations
     * those they reported. 429 while another export of the account runs, or after too many within an hour; 422 when it is too much for
     * one file. An answer that breaks off is a broken transfer, never a shorter file: a workbook does not open then, and the last row
     * of a csv does not say 120/120.
     *
     * @param parameters the search's own, and {@code columns}: which columns, repeated or with commas; the usual ones without it
     * @param purpose what it is for, at most 200 characters; required for talents
     */
    @GetMapping("/{kind:" + Kind.PATHS + "}.{format:xlsx|csv}")
    void export(
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String purpose,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Map<String, List<String>> search = new LinkedHashMap<>(parameters);
        search.keySet().removeAll(OWN);
        search.keySet().removeAll(List.of("page", "size", "cursor", "lang"));
        Export.Wish wish = new Export.Wish(
                SearchParameters.read(Kind.ofPath(kind).orElseThrow(Problem::notFound), search),
                parameters.getFirst("list"),
                Export.Format.of(format),
                parameters.getOrDefault("columns", List.of()),
                purpose);
        try (Exports.Ready export = exports.prepare(wish, viewer)) {
            response.setContentType(wish.format().mediaType());
            response.setHeader("X-Total-Count", String.valueOf(export.total()));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(export.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            export.write(response.getOutputStream());
        }
    }
}
