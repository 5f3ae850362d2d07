package org.talenthub.portal.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.portal.Link;
import org.talenthub.portal.Seen;
import org.talenthub.portal.search.HitView;
import org.talenthub.portal.search.Hits;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.results.exports.Exports;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.results.lists.RecordLists.RecordList;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchResult;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** 收藏夹: lists of records with notes. */
@Controller
@RequestMapping("/lists")
class ListController {

    private final RecordLists lists;
    private final Records records;
    private final Hits hits;
    private final Texts texts;

    ListController(RecordLists lists, Records records, Hits hits, Texts texts) {
        this.lists = lists;
        this.records = records;
        this.hits = hits;
        this.texts = texts;
    }

    @GetMapping
    String all(Viewer viewer, Model model) {
        model.addAttribute("view", new ListView.All(ones(viewer)));
        model.addAttribute("section", "lists");
        return "lists";
    }

    @GetMapping("/{id:[0-9A-Z]{13}}")
    String one(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("view", view(lists.get(id, viewer), viewer));
        model.addAttribute("section", "lists");
        return "list";
    }

    /** Which list something goes into; also for several records at once. */
    @GetMapping("/add")
    String adding(@RequestParam List<String> record, Viewer viewer, Model model) {
        Map<Long, RecordView> views = records.views(
                record.stream()
                        .map(r -> Ids.parse(r).orElseThrow(Problem::notFound))
                        .toList(),
                viewer);
        if (views.isEmpty()) {
            throw Problem.notFound();
        }
        Seen first = new Seen(views.values().iterator().next());
        model.addAttribute(
                "view",
                new ListView.Adding(
                        views.keySet().stream().map(Ids::text).toList(),
                        views.values().stream().map(RecordView::name).collect(Collectors.joining("、")),
                        first.href(),
                        ones(viewer)));
        model.addAttribute("section", "lists");
        return "list-add";
    }

    /** @param list id of a list; a new one of that name without it */
    @PostMapping("/add")
    String add(
            @RequestParam List<String> record,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes flash) {
        String into =
                list.isBlank() ? Ids.text(lists.create(name, shared, viewer).id()) : list;
        int added = lists.add(into, record, note, viewer);
        String said = texts.text(added == 0 ? "list.there" : "list.added", Texts.number(added));
        flash.addFlashAttribute("said", RecordLists.hides(note) ? said + texts.text("list.masked") : said);
        return "redirect:/lists/" + into;
    }

    @PostMapping
    String create(@RequestParam String name, @RequestParam(defaultValue = "false") boolean shared, Viewer viewer) {
        return "redirect:/lists/" + Ids.text(lists.create(name, shared, viewer).id());
    }

    @PostMapping("/{id:[0-9A-Z]{13}}")
    String change(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Boolean shared,
            Viewer viewer) {
        boolean mine = lists.get(id, viewer).account() == viewer.account();
        lists.change(id, Optional.of(name), mine ? Optional.of(Boolean.TRUE.equals(shared)) : Optional.empty(), viewer);
        return "redirect:/lists/" + id;
    }

    @PostMapping("/{id:[0-9A-Z]{13}}/delete")
    String delete(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        String name = lists.get(id, viewer).name();
        lists.delete(id, viewer);
        flash.addFlashAttribute("said", texts.text("list.deleted", name));
        return "redirect:/lists";
    }

    @PostMapping("/{id:[0-9A-Z]{13}}/note")
    String note(
            @PathVariable String id,
            @RequestParam String record,
            @RequestParam String note,
            Viewer viewer,
            RedirectAttributes flash) {
        lists.annotate(id, record, note, viewer);
        if (RecordLists.hides(note)) {
            flash.addFlashAttribute("said", texts.text("list.masked"));
        }
        return "redirect:/lists/" + id;
    }

    @PostMapping("/{id:[0-9A-Z]{13}}/remove")
    String remove(@PathVariable String id, @RequestParam String record, Viewer viewer) {
        lists.remove(id, record, viewer);
        return "redirect:/lists/" + id;
    }

    private List<ListView.One> ones(Viewer viewer) {
        return lists.of(viewer).stream()
                .map(l -> new ListView.One(Ids.text(l.id()), l.name(), Texts.number(l.entries()), l.shared(), by(l)))
                .toList();
    }

    private String by(RecordList l) {
        return texts.text("list.by", l.owner(), Texts.time(l.createdAt()));
    }

    private ListView view(RecordList list, Viewer viewer) {
        List<RecordLists.Entry> entries = lists.entries(list);
        Map<Long, RecordView> views =
                records.views(entries.stream().map(RecordLists.Entry::record).toList(), viewer);
        Map<Kind, List<ListView.Row>> groups = new EnumMap<>(Kind.class);
        List<ListView.Gone> gone = new ArrayList<>();
        for (RecordLists.Entry e : entries) {
            String added = texts.text("list.addedBy", e.addedBy(), Texts.time(e.addedAt()));
            RecordView view = views.get(e.record());
            if (view == null) {
                gone.add(new ListView.Gone(Ids.text(e.record()), e.note(), added, moved(e.record(), viewer)));
            } else {
                HitView hit = hits.of(new SearchResult.Hit(view, Map.of(), 0, List.of(), false));
                groups.computeIfAbsent(e.kind(), k -> new ArrayList<>())
                        .add(new ListView.Row(view.id(), hit, e.note(), added));
            }
        }
        String id = Ids.text(list.id());
        return new ListView(
                id,
                list.name(),
                List.of(new Link(texts.text("section.lists"), "/lists")),
                by(list),
                list.shared(),
                list.account() == viewer.account(),
                groups.entrySet().stream()
                        .map(g -> new ListView.Group(
                                g.getKey().path(),
                                g.getValue(),
                                Exports.allowed(g.getKey(), viewer)
                                        ? "/exports/" + g.getKey().path() + "?list=" + id
                                        : null))
                        .toList(),
                gone);
    }

    private @Nullable Link moved(long record, Viewer viewer) {
        return records.partOf(record)
                .flatMap(to -> records.view(to, viewer))
                .map(v -> new Link(v.name(), new Seen(v).href()))
                .orElse(null);
    }
}
