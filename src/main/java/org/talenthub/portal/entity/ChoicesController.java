package org.talenthub.portal.entity;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.Choices;
import org.talenthub.records.merge.Sources;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;

/** The choices of officials between the values of reports, on a record's page. */
@Controller
class ChoicesController {

    /** What the names of a form's choices begin with, before the field's. */
    private static final String CHOSEN = "of.";

    private final Links links;
    private final Choices choices;
    private final Sources sources;

    ChoicesController(Links links, Choices choices, Sources sources) {
        this.links = links;
        this.choices = choices;
        this.sources = sources;
    }

    /**
     * The values of reports are to hold: those chosen field by field as {@code of.<field>=<report>}, or with {@code column} all open
     * fields of one report; back to the page, or 409 when the record changed meanwhile.
     */
    @PostMapping(EntityController.KINDS + "/choices")
    String choose(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable String column,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        Kind of = Kind.ofPath(kind).orElseThrow(Problem::notFound);
        RecordView seen = links.view(of, id, viewer);
        choices.chooseAll(
                of.type(),
                Ids.parse(seen.id()).orElseThrow(),
                column == null ? chosen(form) : sources.open(seen, column, viewer),
                version,
                reason,
                viewer);
        return "redirect:" + Address.of(kind, id) + "#disputes";
    }

    private static Map<String, String> chosen(Map<String, String> form) {
        Map<String, String> chosen = new TreeMap<>();
        form.forEach((name, report) -> {
            if (name.startsWith(CHOSEN)) {
                chosen.put(name.substring(CHOSEN.length()), report);
            }
        });
        return chosen;
    }

    @PostMapping(EntityController.KINDS + "/choices/withdraw")
    String withdraw(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam String field,
            @RequestParam long version,
            Viewer viewer) {
        Kind of = Kind.ofPath(kind).orElseThrow(Problem::notFound);
        long record = Ids.parse(links.view(of, id, viewer).id()).orElseThrow();
        choices.withdraw(of.type(), record, field, version, viewer);
        return "redirect:" + Address.of(kind, id) + "#disputes";
    }
}
