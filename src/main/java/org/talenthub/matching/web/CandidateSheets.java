package org.talenthub.matching.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.scoring.score.Verdict;
import org.talenthub.matching.web.ListParameters.Leaning;
import org.talenthub.results.exports.PrintedSheet;
import org.talenthub.results.exports.PrintedSheet.PrintedColumn;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * The best candidates of a demand, or demands for a person, as a sheet for the table of a meeting: rank, score and reasons, with a purpose,
 * recorded. Who a candidate is stands in it only where the viewer may export that person; of the others it tells what the page tells, without
 * name and employer. Whom demands are for is named, so that sheet is for those who may export him.
 */
@Controller
class CandidateSheets {

    private static final String MOST = "100";
    private static final int LONGEST_PURPOSE = 200;

    private final Pages pages;
    private final Rights rights;
    private final Rows rows;
    private final Audit audit;
    private final Texts texts;

    CandidateSheets(Pages pages, Rights rights, Rows rows, Audit audit, Texts texts) {
        this.pages = pages;
        this.rights = rights;
        this.rows = rows;
        this.audit = audit;
        this.texts = texts;
    }

    /** A POST on the site, so that the purpose does not stay in addresses. */
    @PostMapping("/demands/{id}/candidates.xlsx")
    ResponseEntity<byte[]> onSite(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        return sheet(id, parameters, viewer);
    }

    @PostMapping("/talents/{id}/needs.xlsx")
    ResponseEntity<byte[]> needsOnSite(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        return needs(id, parameters, viewer);
    }

    /** The best hundred that the same query lists, with {@code purpose}. */
    @GetMapping("/api/v1/demands/{id}/candidates.xlsx")
    ResponseEntity<byte[]> sheet(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Given given = given(parameters, viewer);
        Pages.Page page = pages.candidates(
                id,
                SearchParameters.read(Kind.TALENT, given.leaning().others()),
                given.leaning().lean(),
                viewer);
        return written(page, given.purpose(), true, viewer);
    }

    /** The best hundred demands that the same query lists for a person, with {@code purpose}. */
    @GetMapping("/api/v1/talents/{id}/demands.xlsx")
    ResponseEntity<byte[]> needs(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Given given = given(parameters, viewer);
        Pages.Page page = pages.demands(
                id,
                MatchApi.open(SearchParameters.read(Kind.DEMAND, given.leaning().others())),
                given.leaning().lean(),
                viewer);
        if (!rights.may(Act.EXPORT, Thing.PERSON, page.of().record(), viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.export"));
        }
        return written(page, given.purpose(), false, viewer);
    }

    private record Given(Leaning leaning, String purpose) {}

    private Given given(MultiValueMap<String, String> parameters, Viewer viewer) {
        if (!rights.may(Act.EXPORT, Thing.PERSON, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.export"));
        }
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>(parameters);
        String purpose = purpose(given.getFirst("purpose"));
        given.remove("purpose");
        given.remove("_csrf");
        given.set("size", MOST);
        given.remove("page");
        return new Given(Leaning.of(given), purpose);
    }

    private ResponseEntity<byte[]> written(Pages.Page page, String purpose, boolean people, Viewer viewer) {
        List<List<Object>> table = new ArrayList<>();
        for (Pages.Item item : page.items()) {
            table.add(row(table.size() + 1, item, people, viewer));
        }
        audit.record(
                viewer,
                people ? "export.candidates" : "export.needs",
                people ? "demand" : "talent",
                page.of().view().id(),
                table.size() + " / " + page.total() + "，" + purpose);
        String title = texts.text(
                people ? "match.sheet.title" : "match.needs",
                Rows.title(page.of().view()));
        PrintedSheet sheet = new PrintedSheet(
                title,
                texts.text("match.sheet.under", viewer.displayName(), Texts.time(Instant.now()), purpose),
                List.of(
                        new PrintedColumn("#", 5, true),
                        new PrintedColumn(texts.text(people ? "match.person" : "match.demand"), 16, false),
                        new PrintedColumn(
                                texts.text(people ? "match.sheet.about" : "match.sheet.aboutNeed"), 36, false),
                        new PrintedColumn(texts.text("match.sheet.score"), 8, true),
                        new PrintedColumn(texts.text("match.sheet.band"), 10, false),
                        new PrintedColumn(texts.text("match.sheet.for"), 44, false),
                        new PrintedColumn(texts.text("match.against"), 36, false),
                        new PrintedColumn(texts.text("match.sheet.open"), 30, false)),
                table,
                List.of(
                        texts.text("match.version", page.basis().version()),
                        texts.text(people ? "match.sheet.note" : "match.sheet.noteNeeds", table.size(), page.total())));
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(title + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(sheet.bytes());
    }

    private static String purpose(@Nullable String said) {
        String purpose = said == null ? "" : said.strip().replaceAll("\\p{Cntrl}+", " ");
        if (purpose.length() < 2 || purpose.length() > LONGEST_PURPOSE) {
            throw Problem.badRequest(
                    "export.purpose", Sentence.of("refused.export.purpose.purpose.2", LONGEST_PURPOSE));
        }
        return purpose;
    }

    private List<Object> row(int rank, Pages.Item item, boolean people, Viewer viewer) {
        boolean named =
                !people || rights.may(Act.EXPORT, Thing.PERSON, item.other().record(), viewer);
        return List.of(
                rank,
                named ? Rows.title(item.other().view()) : texts.text("match.sheet.notNamed"),
                named ? rows.about(item.other().view()) : "",
                item.score().value(),
                texts.text("match.band." + item.score().band()),
                reasons(item, Verdict.MET),
                item.parts().stream()
                        .filter(p -> p.against())
                        .map(p -> p.reason())
                        .collect(Collectors.joining("；")),
                reasons(item, Verdict.UNKNOWN));
    }

    private static String reasons(Pages.Item item, Verdict verdict) {
        return item.parts().stream()
                .filter(p -> p.verdict() == verdict)
                .map(p -> p.reason())
                .collect(Collectors.joining("；"));
    }
}
