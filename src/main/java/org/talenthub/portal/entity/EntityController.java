package org.talenthub.portal.entity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talenthub.audit.Trail;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Words;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.search.SearchQuery;
import org.talenthub.security.Viewer;
import org.talenthub.talent.unmask.Unmaskings;
import org.talenthub.web.RecordTool;

/** A record's own page, and the pane that shows it beside the result list. */
@Controller
class EntityController {

    private static final Logger log = LoggerFactory.getLogger(EntityController.class);

    static final String KINDS = "/{kind:" + Kind.PATHS + "}/{id}";

    private final Links links;
    private final Entities entities;
    private final Provenances provenances;
    private final List<RecordTool> tools;
    private final Nearest nearest;
    private final Unmaskings unmaskings;
    private final Trail trail;
    private final Words words;

    EntityController(
            Links links,
            Entities entities,
            Provenances provenances,
            List<RecordTool> tools,
            Nearest nearest,
            Unmaskings unmaskings,
            Trail trail,
            Words words) {
        this.nearest = nearest;
        this.tools = tools;
        this.links = links;
        this.entities = entities;
        this.provenances = provenances;
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
        SearchQuery near =
                whole && kind == Kind.TALENT ? nearest.query(record, viewer).orElse(null) : null;
        Links.Around around =
                whole ? around(kind, id, near, viewer) : new Links.Around(links.of(kind, id, viewer), List.of());
        model.addAttribute(
                "view",
                entities.of(
                        record,
                        around.groups(),
                        provenances.of(record, viewer),
                        near == null || around.others().isEmpty()
                                ? null
                                : nearest.demands(near, around.others().getFirst())
                                        .orElse(null)));
        model.addAttribute("section", path);
        model.addAttribute(
                "tools",
                tools.stream()
                        .flatMap(t -> tool(t, kind.type(), record.id(), viewer).stream())
                        .toList());
    }

    /** A question by meaning that is refused does not take the page along. */
    private Links.Around around(Kind kind, String id, @Nullable SearchQuery near, Viewer viewer) {
        try {
            return links.ofPage(kind, id, near == null ? List.of() : List.of(near), viewer);
        } catch (RuntimeException refused) {
            if (near == null || (refused instanceof Problem p && p.status() != 400)) {
                throw refused;
            }
            log.debug("near demands are not to be had", refused);
            return links.ofPage(kind, id, List.of(), viewer);
        }
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
