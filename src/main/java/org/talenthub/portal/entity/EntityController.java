package org.talenthub.portal.entity;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.Choices;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;
import org.talenthub.web.RecordTool;

/** A record's own page, and the pane that shows it beside the result list. */
@Controller
class EntityController {

    private static final Logger log = LoggerFactory.getLogger(EntityController.class);

    private static final String KINDS = "/{kind:talents|demands|enterprises|bases|stations|platforms}/{id}";

    private final Links links;
    private final Entities entities;
    private final Provenances provenances;
    private final Choices choices;
    private final List<RecordTool> tools;

    EntityController(Links links, Entities entities, Provenances provenances, Choices choices, List<RecordTool> tools) {
        this.tools = tools;
        this.links = links;
        this.entities = entities;
        this.provenances = provenances;
        this.choices = choices;
    }

    @GetMapping(KINDS)
    String entity(@PathVariable String kind, @PathVariable String id, Viewer viewer, Model model) {
        Optional<String> moved = Kind.ofPath(kind).flatMap(k -> links.movedTo(k, id, viewer));
        if (moved.isPresent()) {
            return "redirect:" + Address.of(kind, moved.get());
        }
        fill(kind, id, viewer, model);
        return "entity";
    }

    @GetMapping(KINDS + "/preview")
    String preview(@PathVariable String kind, @PathVariable String id, Viewer viewer, Model model) {
        fill(kind, id, viewer, model);
        return "preview";
    }

    /** The value of one report is to hold; back to the page, or 409 when the record changed meanwhile. */
    @PostMapping(KINDS + "/choices")
    String choose(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam String field,
            @RequestParam String report,
            @RequestParam long version,
            @RequestParam String reason,
            Viewer viewer) {
        Kind of = Kind.ofPath(kind).orElseThrow(Problem::notFound);
        long record = Ids.parse(links.view(of, id, viewer).id()).orElseThrow();
        choices.choose(of.type(), record, field, report, version, reason, viewer);
        return "redirect:" + Address.of(kind, id) + "#disputes";
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

    private void fill(String path, String id, Viewer viewer, Model model) {
        Kind kind = Kind.ofPath(path).orElseThrow(Problem::notFound);
        RecordView record = links.view(kind, id, viewer);
        model.addAttribute("view", entities.of(record, links.of(kind, id, viewer), provenances.of(record, viewer)));
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
