package org.talenthub.portal.terminal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.common.Problem;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.publishing.EditionReading;
import org.talenthub.portal.Seen;
import org.talenthub.portal.terminal.TerminalView.Fact;
import org.talenthub.portal.terminal.TerminalView.Hit;
import org.talenthub.portal.terminal.TerminalView.Results;
import org.talenthub.portal.terminal.TerminalView.Thing;
import org.talenthub.records.RecordView;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Industries;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Searches;
import org.talenthub.search.advice.Suggestions;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;
import org.talenthub.web.QrCode;
import org.talenthub.web.Texts;

/** The terminal looks with a visitor's eyes, also while an official is signed in on the same machine. */
@Controller
@RequestMapping("/terminal")
class TerminalController {

    private static final Viewer VISITOR = Viewer.ANONYMOUS;
    private static final int SIZE = 10;
    private static final String KINDS = "{kind:demands|enterprises|bases|stations|platforms}";

    private final Searches searches;
    private final Suggestions suggestions;
    private final Links links;
    private final EditionReading editions;
    private final Feeds feeds;
    private final Industries industries;
    private final HubAddress address;
    private final Texts texts;

    TerminalController(
            Searches searches,
            Suggestions suggestions,
            Links links,
            EditionReading editions,
            Feeds feeds,
            Industries industries,
            HubAddress address,
            Texts texts) {
        this.searches = searches;
        this.suggestions = suggestions;
        this.links = links;
        this.editions = editions;
        this.feeds = feeds;
        this.industries = industries;
        this.address = address;
        this.texts = texts;
    }

    /** When what the page says was so; a page out of the cache says it of itself. */
    @ModelAttribute("asOf")
    String asOf() {
        return Texts.time(Instant.now());
    }

    @GetMapping
    String home() {
        return "terminal/home";
    }

    @GetMapping("/list")
    String list(@RequestParam(defaultValue = "LIST") String kind, Model model) {
        EditionKind of = kind.equals("CHALLENGE") ? EditionKind.CHALLENGE : EditionKind.LIST;
        model.addAttribute("kind", of.name());
        model.addAttribute("view", editions.current(of, VISITOR).orElse(null));
        return "terminal/list";
    }

    /**
     * @param industry only what stands at it
     * @param node only what stands on it
     */
    @GetMapping("/" + KINDS)
    String search(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "") String node,
            Model model) {
        Kind of = kind(kind);
        if (page < 0 || page > 999 || q.length() > 200) {
            throw Problem.notFound();
        }
        SearchQuery usual = Searches.usual(of, q);
        Map<String, List<String>> filters = new LinkedHashMap<>(usual.filters());
        List<String> within = new ArrayList<>();
        if (!industry.isBlank()) {
            Industries.Chain c = industries.chain(industry).orElseThrow(Problem::notFound);
            filters.put("industry", List.of(c.code()));
            within.add(texts.english() ? c.english() : c.label());
        }
        if (!node.isBlank()) {
            Industries.Node n = industries.current(node).stream().findFirst().orElseThrow(Problem::notFound);
            filters.put("node", List.of(n.code()));
            within.add(texts.english() ? n.english() : n.label());
        }
        SearchResult r = searches.find(
                new SearchQuery(of, q, filters, q.isBlank() ? "newest" : "relevance", page, SIZE, null), VISITOR);
        IntFunction<String> at = n -> href(kind, q, n, industry, node);
        model.addAttribute(
                "view",
                new Results(
                        kind,
                        q,
                        String.join(" · ", within),
                        Texts.number(r.total()),
                        r.items().stream().map(h -> hit(h.record())).toList(),
                        page == 0 ? null : at.apply(page - 1),
                        (long) (page + 1) * SIZE < r.total() ? at.apply(page + 1) : null));
        return "terminal/results";
    }

    private static String href(String kind, String q, int page, String industry, String node) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/terminal/" + kind)
                .queryParam("q", "{q}")
                .queryParam("page", page);
        if (!industry.isBlank()) {
            to.queryParam("industry", "{industry}");
        }
        if (!node.isBlank()) {
            to.queryParam("node", "{node}");
        }
        return to.encode()
                .build(Map.of("q", q, "industry", industry, "node", node))
                .toString();
    }

    private static Hit hit(RecordView record) {
        Seen s = new Seen(record);
        String under = Stream.of(
                        s.ref("enterprise").map(Seen.Ref::name).orElse(""),
                        s.ref("host").map(Seen.Ref::name).orElse(""),
                        s.ref("region").map(Seen.Ref::name).orElse(""))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Hit("/terminal" + s.href(), record.name(), under);
    }

    /** Completions of what was typed on the keys, in pinyin or initials. */
    @GetMapping("/suggest")
    String suggest(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute(
                "hits",
                suggestions.of(q, VISITOR).stream()
                        .filter(s -> s.kind() != Kind.TALENT)
                        .limit(8)
                        .map(s -> new Hit(
                                s.id() == null
                                        ? href(s.kind().path(), s.text(), 0, "", "")
                                        : "/terminal/" + s.kind().path() + "/" + s.id(),
                                s.text(),
                                texts.text("terminal.kind." + s.kind().path())))
                        .toList());
        return "terminal/suggest";
    }

    /** What a page that was kept, or a code on paper, leads to and is no longer public is said here, with the way on. */
    @GetMapping("/" + KINDS + "/{id}")
    String one(@PathVariable String kind, @PathVariable String id, HttpServletResponse response, Model model) {
        RecordView record;
        try {
            record = links.view(kind(kind), id, VISITOR);
        } catch (Problem none) {
            if (none.status() != 404) {
                throw none;
            }
            response.setStatus(none.status());
            return "terminal/gone";
        }
        model.addAttribute(
                "view", new Thing(record.name(), facts(record), "/terminal/" + kind + "/" + record.id() + "/code.svg"));
        model.addAttribute("kind", kind);
        return "terminal/one";
    }

    /** The page of the record on the site, for the visitor's own telephone. */
    @GetMapping("/" + KINDS + "/{id}/code.svg")
    ResponseEntity<String> code(@PathVariable String kind, @PathVariable String id) {
        RecordView record = links.view(kind(kind), id, VISITOR);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(QrCode.svg(address.get() + "/" + kind + "/" + record.id()));
    }

    private List<Fact> facts(RecordView record) {
        List<Fact> facts = new ArrayList<>();
        record.fields().forEach((field, value) -> {
            String label = label(record.type(), field);
            String text = text(record.fields(), field, value);
            if (label != null && !text.isBlank()) {
                facts.add(new Fact(label, text));
            }
        });
        return facts;
    }

    /** Null for what is no fact of its own; an age limit is no fact to look for posts by. */
    private @Nullable String label(String type, String field) {
        if (field.equals("ageMax") || field.endsWith("Label")) {
            return null;
        }
        String title = feeds.get(type)
                .column(field)
                .or(() -> feeds.get(type).column(field + "Name"))
                .map(Column::title)
                .orElse(null);
        return title == null ? null : texts.english() ? texts.textOr("column." + field, title) : title;
    }

    private static String text(Map<String, Object> fields, String field, @Nullable Object value) {
        Object shown = fields.getOrDefault(field + "Label", value);
        if (shown instanceof Map<?, ?> m) {
            Object name = m.get("name") != null ? m.get("name") : m.get("label");
            return name == null ? "" : name.toString();
        }
        if (shown instanceof List<?> l) {
            return l.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining("、"));
        }
        return shown == null ? "" : shown.toString();
    }

    private static Kind kind(String path) {
        return Kind.ofPath(path).filter(k -> k != Kind.TALENT).orElseThrow(Problem::notFound);
    }
}
