package org.talenthub.portal.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.audit.Trail;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Words;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.Choices;
import org.talenthub.records.merge.Sources;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;
import org.talenthub.talent.unmask.Unmaskings;
import org.talenthub.web.RecordTool;

/** A record's own page, and the pane that shows it beside the result list. */
@Controller
class EntityController {

    private static final Logger log = LoggerFactory.getLogger(EntityController.class);

    private static final String KINDS = "/{kind:" + Kind.PATHS + "}/{id}";

    /** What the names of a form's choices begin with, before the field's. */
    private static final String CHOSEN = "of.";

    private final Links links;
    private final Entities entities;
    private final Provenances provenances;
    private final Choices choices;
    private final Sources sources;
    private final List<RecordTool> tools;
    private final Nearest nearest;
    private final Unmaskings unmaskings;
    private final Trail trail;
    private final Words words;

    EntityController(
            Links links,
            Entities entities,
            Provenances provenances,
            Choices choices,
            Sources sources,
            List<RecordTool> tools,
            Nearest nearest,
            Unmaskings unmaskings,
            Trail trail,
            Words words) {
        this.nearest = nearest;
        this.sources = sources;
        this.tools = tools;
        this.links = links;
        this.entities = entities;
        this.provenances = provenances;
        this.choices = choices;
        this.unmaskings = unmaskings;
        this.trail = trail;
        this.words = words;
    }

    @GetMapping(KINDS)
    String entity(@PathVariable String kind, @PathVariable String id, Viewer viewer, Model model) {
        Optional<String> moved = Kind.ofPath(kind).flatMap(k -> links.movedTo(k, id, viewer));
        if (moved.isPresent()) {
            return "redirect:" + Address.of(kind, moved.get());
        }
        fill(kind, id, true, viewer, model);
        return "entity";
    }

    @GetMapping(KINDS + "/preview")
    String preview(@PathVariable String kind, @PathVariable String id, Viewer viewer, Model model) {
        fill(kind, id, false, viewer, model);
        return "preview";
    }

    /**
     * The values of reports are to hold: those chosen field by field as {@code of.<field>=<report>}, or with {@code column} all open
     * fields of one report; back to the page, or 409 when the record changed meanwhile.
     */
    @PostMapping(KINDS + "/choices")
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

    @PostMapping(KINDS + "/choices/withdraw")
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

    private void fill(String path, String id, boolean whole, Viewer viewer, Model model) {
        Kind kind = Kind.ofPath(path).orElseThrow(Problem::notFound);
        RecordView masked = links.view(kind, id, viewer);
        RecordView record = unmaskings.shown(masked, viewer);
        model.addAttribute(
                "masked",
                unmaskings.offered(masked, viewer).stream()
                        .filter(c -> String.valueOf(masked.fields().get(c.field()))
                                .equals(String.valueOf(record.fields().get(c.field()))))
                        .map(c -> new Link(words.column(c), c.field()))
                        .toList());
        model.addAttribute("watched", kind == Kind.TALENT && trail.seesWhoLooked(record.id(), viewer));
        model.addAttribute(
                "view",
                entities.of(
                        record,
                        links.of(kind, id, viewer),
                        provenances.of(record, viewer),
                        whole && kind == Kind.TALENT
                                ? nearest.demands(record, viewer).orElse(null)
                                : null));
        model.addAttribute("section", path);
        model.addAttribute(
                "tools",
                tools.stream()
                        .flatMap(t -> tool(t, kind.type(), record.id(), viewer).stream())
                        .toList());
    }

    private static Optional<RecordTool.Tool> tool(RecordTool tool, String type, String id, Viewer viewer) {
        try {
            return tool.of(type, id, viewer);
        } catch (RuntimeException away) {
            log.debug("a tool is not to be had", away);
            return Optional.empty();
        }
    }
}
