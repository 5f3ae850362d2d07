package org.talenthub.portal.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.search.SearchView;
import org.talenthub.results.exports.Export;
import org.talenthub.results.exports.Exports;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** From a result to a file: a page that says what will be exported and asks what for, and the file itself. */
@Controller
class ExportController {

    private static final String KINDS = "/exports/{kind:" + Kind.PATHS + "}";
    private static final List<String> OWN =
            List.of("purpose", "columns", "format", "list", "page", "size", "cursor", "lang", "_csrf");

    private final Exports exports;
    private final Texts texts;

    ExportController(Exports exports, Texts texts) {
        this.exports = exports;
        this.texts = texts;
    }

    @GetMapping(KINDS)
    String page(
            @PathVariable String kind, @RequestParam MultiValueMap<String, String> params, Viewer viewer, Model model) {
        Export.Wish wish = wish(kind, params, "xlsx");
        model.addAttribute("view", view(wish, exports.forecast(wish, viewer)));
        model.addAttribute("section", kind);
        return "export";
    }

    /** A POST, so that the purpose does not stay in addresses and nothing is recorded by looking ahead. */
    @PostMapping(KINDS)
    void export(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "xlsx") String format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Export.Wish wish = wish(kind, params, format);
        try (Exports.Ready export = exports.prepare(wish, viewer)) {
            response.setContentType(wish.format().mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(export.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            export.write(response.getOutputStream());
        }
    }

    private static Export.Wish wish(String kind, MultiValueMap<String, String> params, String format) {
        Map<String, List<String>> search = new LinkedHashMap<>(params);
        search.keySet().removeAll(OWN);
        @Nullable String purpose = params.getFirst("purpose");
        return new Export.Wish(
                SearchParameters.read(Kind.ofPath(kind).orElseThrow(Problem::notFound), search),
                params.getFirst("list"),
                Export.Format.of(format),
                params.getOrDefault("columns", List.of()),
                purpose == null ? "" : purpose);
    }

    private static Address back(Export.Wish wish) {
        if (wish.list() != null) {
            return new Address("/lists/" + wish.list(), Map.of());
        }
        Address search = Address.search(wish.query().kind().path())
                .with("q", wish.query().q());
        for (var filter : wish.query().filters().entrySet()) {
            search = search.with(filter.getKey(), filter.getValue());
        }
        return search.with("sort", wish.query().sort());
    }

    private ExportView view(Export.Wish wish, Exports.Forecast f) {
        Kind kind = wish.query().kind();
        String name = texts.text("kind." + kind.path());
        Address back = back(wish);
        Address query = wish.list() == null ? back.without("tab") : back.with("list", wish.list());
        String problem = f.rows() == 0
                ? texts.text("export.empty")
                : f.rows() > f.mostRows() ? texts.text("export.large", Texts.number(f.mostRows())) : null;
        return new ExportView(
                texts.text("export.head", name),
                List.of(new Link(wish.list() == null ? name : texts.text("section.lists"), back.toString())),
                "/exports/" + kind.path(),
                back.toString(),
                query.query().entrySet().stream()
                        .flatMap(e -> e.getValue().stream().map(v -> new SearchView.Field(e.getKey(), v)))
                        .toList(),
                f.rows() == f.found()
                        ? texts.text("export.found", Texts.number(f.found()))
                        : texts.text("export.foundOwn", Texts.number(f.found()), Texts.number(f.rows())),
                problem == null ? Texts.number(f.rows()) : null,
                problem,
                kind == Kind.TALENT,
                f.columns().stream()
                        .map(c -> new ExportView.Column(c.key(), c.title(), c.usual()))
                        .toList());
    }
}
