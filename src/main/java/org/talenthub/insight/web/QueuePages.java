package org.talenthub.insight.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.chains.NodeDecisions;
import org.talenthub.chains.NodeDecisions.Standing;
import org.talenthub.chains.NodeDecisions.Waiting;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Industries;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Records whose node is unclear, and a department's choice of it; every choice is a POST followed by a redirect to where one was. */
@Controller
@RequestMapping("/chains/queue")
class QueuePages {

    private static final int SIZE = 20;

    private final NodeDecisions decisions;
    private final NodeForms forms;
    private final Industries industries;
    private final Labels labels;
    private final Texts texts;

    QueuePages(NodeDecisions decisions, NodeForms forms, Industries industries, Labels labels, Texts texts) {
        this.decisions = decisions;
        this.forms = forms;
        this.industries = industries;
        this.labels = labels;
        this.texts = texts;
    }

    /** @param guess the likeliest node, null where nothing speaks for any */
    record Item(
            String id,
            String name,
            String href,
            String kind,
            @Nullable String guess,
            String guessLabel,
            String words) {}

    record View(
            long total,
            int page,
            boolean more,
            @Nullable String node,
            List<Item> items,
            List<NodeForms.Group> groups) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            Model model) {
        String of = node == null || node.isBlank() ? null : node;
        Waiting waiting = decisions.waiting(of, null, new Paging(page, SIZE), viewer);
        model.addAttribute(
                "view",
                new View(
                        waiting.total(),
                        page,
                        (long) (page + 1) * SIZE < waiting.total(),
                        of,
                        waiting.items().stream().map(this::item).toList(),
                        forms.groups()));
        model.addAttribute("section", "chains");
        return "insight/queue";
    }

    @PostMapping
    String choose(
            @RequestParam String record,
            @RequestParam(required = false) @Nullable List<String> nodes,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            decisions.choose(
                    record,
                    nodes == null
                            ? List.of()
                            : nodes.stream().filter(n -> !n.isBlank()).toList(),
                    reason,
                    viewer);
            flash.addFlashAttribute("said", texts.text("queue.done"));
        } catch (Problem wrong) {
            if (wrong.status() >= 500) {
                throw wrong;
            }
            flash.addFlashAttribute("said", wrong.detail(texts.locale()));
        }
        UriComponentsBuilder back = UriComponentsBuilder.fromPath("/chains/queue");
        if (node != null && industries.findNode(node).isPresent()) {
            back.queryParam("node", industries.findNode(node).orElseThrow().code());
        }
        return "redirect:" + back.queryParam("page", Math.max(0, page)).toUriString();
    }

    private Item item(Standing s) {
        RecordView r = s.record();
        Kind kind = Kind.of(
                r.type(),
                r.fields().get("subtype") == null
                        ? null
                        : String.valueOf(r.fields().get("subtype")));
        return s.placement().places().stream()
                .findFirst()
                .map(p -> new Item(
                        r.id(),
                        r.name(),
                        "/" + kind.path() + "/" + r.id(),
                        labels.text("kind." + kind.name()),
                        p.node(),
                        labels.node(p.node()) + " " + Math.round(p.confidence() * 100) + "%",
                        p.evidence().stream().map(e -> e.text()).distinct().collect(Collectors.joining("、"))))
                .orElseGet(() -> new Item(
                        r.id(),
                        r.name(),
                        "/" + kind.path() + "/" + r.id(),
                        labels.text("kind." + kind.name()),
                        null,
                        texts.text("queue.nothing"),
                        words(r)));
    }

    /** What the record says of itself, so that one can decide. */
    private static String words(RecordView r) {
        Map<String, Object> fields = r.fields();
        return List.of("expertise", "skills", "research", "products", "post").stream()
                .map(fields::get)
                .filter(v -> v != null)
                .map(v -> v instanceof List<?> l
                        ? l.stream().map(String::valueOf).collect(Collectors.joining("、"))
                        : String.valueOf(v))
                .limit(2)
                .collect(Collectors.joining("；"));
    }
}
