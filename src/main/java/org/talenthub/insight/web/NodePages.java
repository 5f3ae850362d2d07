package org.talenthub.insight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.chains.NodeDecisions;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** A department says on a record's page where the record stands on the chains, or takes that back; then the page again, with what came of it. */
@Controller
@RequestMapping("/{kind:" + Kind.PATHS + "}/{id}/nodes")
class NodePages {

    private final Links links;
    private final NodeDecisions decisions;
    private final Texts texts;

    NodePages(Links links, NodeDecisions decisions, Texts texts) {
        this.links = links;
        this.decisions = decisions;
        this.texts = texts;
    }

    @PostMapping
    String choose(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> nodes,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        List<String> chosen = nodes == null
                ? List.of()
                : nodes.stream().filter(n -> !n.isBlank()).toList();
        return done(kind, id, "queue.done", viewer, flash, record -> decisions.choose(record, chosen, reason, viewer));
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable String kind, @PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        return done(kind, id, "placing.withdrawn", viewer, flash, record -> decisions.withdraw(record, viewer));
    }

    private interface Deed {
        void to(String record);
    }

    /** What was filled in wrongly, or is done already, is said on the page; who may not is refused. */
    private String done(String kind, String id, String said, Viewer viewer, RedirectAttributes flash, Deed deed) {
        RecordView seen = links.view(Kind.ofPath(kind).orElseThrow(Problem::notFound), id, viewer);
        try {
            deed.to(seen.id());
            flash.addFlashAttribute("said", texts.text(said));
        } catch (Problem wrong) {
            if (wrong.status() == 403 || wrong.status() >= 500) {
                throw wrong;
            }
            flash.addFlashAttribute("refused", texts.problem(wrong));
        }
        return "redirect:/" + kind + "/" + seen.id();
    }
}
