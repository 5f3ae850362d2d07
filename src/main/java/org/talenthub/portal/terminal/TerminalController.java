package org.talenthub.portal.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final HubAddress address;
    private final Texts texts;

    TerminalController(
            Searches searches,
            Suggestions suggestions,
            Links links,
            EditionReading editions,
            Feeds feeds,
            HubAddress address,
            Texts texts) {
        this.searches = searches;
        this.suggestions = suggestions;
        this.links = links;
        this.editions = editions;
        this.feeds = feeds;
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

    @GetMapping("/" + KINDS)
    String search(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Kind of = kind(kind);
        if (page < 0 || page > 999 || q.length() > 200) {
            throw Problem.notFound();
        }
        SearchQuery usual = Searches.usual(of, q);
        SearchResult r = searches.find(
                new SearchQuery(of, q, usual.filters(), q.isBlank() ? "newest" : "relevance", page, SIZE, null),
                VISITOR);
        model.addAttribute(
                "view",
                new Results(
                        kind,
                        q,
                        Texts.number(r.total()),
                        r.items().stream().map(h -> hit(h.record())).toList(),
                        page == 0 ? null : href(kind, q, page - 1),
                        (long) (page + 1) * SIZE < r.total() ? href(kind, q, page + 1) : null));
        return "terminal/results";
    }

    private static String href(String kind, String q, int page) {
        return UriComponentsBuilder.fromPath("/terminal/" + kind)
                .queryParam("q", "{q}")
                .queryParam("page", page)
                .encode()
                .build(q)
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
                                        ? href(s.kind().path(), s.text(), 0)
                                        : "/terminal/" + s.kind().path() + "/" + s.id(),
                                s.text(),
                                texts.text("terminal.kind." + s.kind().path())))
                        .toList());
        return "terminal/suggest";
    }

    @GetMapping("/" + KINDS + "/{id}")
    String one(@PathVariable String kind, @PathVariable String id, Model model) {
        RecordView record = links.view(kind(kind), id, VISITOR);
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
