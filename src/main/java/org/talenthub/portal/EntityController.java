package org.talenthub.portal;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;

/** A record's own page, and the pane that shows it beside the result list. */
@Controller
class EntityController {

    private static final String KINDS = "/{kind:talents|demands|enterprises|bases|stations|platforms}/{id}";

    private final Links links;
    private final Entities entities;
    private final Provenances provenances;

    EntityController(Links links, Entities entities, Provenances provenances) {
        this.links = links;
        this.entities = entities;
        this.provenances = provenances;
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

    private void fill(String path, String id, Viewer viewer, Model model) {
        Kind kind = Kind.ofPath(path).orElseThrow(Problem::notFound);
        RecordView record = links.view(kind, id, viewer);
        model.addAttribute("view", entities.of(record, links.of(kind, id, viewer), provenances.of(record, viewer)));
        model.addAttribute("section", path);
    }
}
