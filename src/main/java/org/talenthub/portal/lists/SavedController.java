package org.talenthub.portal.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.talenthub.portal.Seen;
import org.talenthub.portal.entity.Face;
import org.talenthub.portal.entity.Faces;
import org.talenthub.results.saved.Alerts;
import org.talenthub.results.saved.Digests;
import org.talenthub.results.saved.SavedSearch;
import org.talenthub.results.saved.SavedSearches;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;
import org.talenthub.web.Texts;

/** 我的检索: what one keeps looking for, and what is new in it. */
@Controller
@RequestMapping("/saved")
class SavedController {

    private final SavedSearches searches;
    private final Alerts alerts;
    private final Digests digests;
    private final Faces faces;
    private final Texts texts;
    private final HubAddress hub;

    SavedController(SavedSearches searches, Alerts alerts, Digests digests, Faces faces, Texts texts, HubAddress hub) {
        this.searches = searches;
        this.alerts = alerts;
        this.digests = digests;
        this.faces = faces;
        this.texts = texts;
        this.hub = hub;
    }

    @GetMapping
    String page(Viewer viewer, Model model) {
        Map<Long, Alerts.Alert> news = new HashMap<>();
        alerts.unseen(viewer).forEach(a -> news.put(a.search().id(), a));
        model.addAttribute(
                "view",
                new SavedView(
                        alerts.count(viewer),
                        searches.of(viewer).stream()
                                .map(s -> row(s, news.get(s.id()), viewer))
                                .toList()));
        model.addAttribute("section", "saved");
        return "saved";
    }

    /** @param query as the address of the search page holds it */
    @PostMapping
    String save(
            @RequestParam String tab,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            Viewer viewer,
            RedirectAttributes flash) {
        SavedSearch s = searches.save(Kind.ofPath(tab).orElseThrow(Problem::notFound), name, query, shared, viewer);
        flash.addFlashAttribute("said", texts.text("saved.done", s.name()));
        return "redirect:/saved";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Boolean shared,
            Viewer viewer) {
        boolean mine = searches.get(id, viewer).account() == viewer.account();
        searches.change(
                id, Optional.of(name), mine ? Optional.of(Boolean.TRUE.equals(shared)) : Optional.empty(), viewer);
        return "redirect:/saved";
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        String name = searches.get(id, viewer).name();
        searches.delete(id, viewer);
        flash.addFlashAttribute("said", texts.text("saved.deleted", name));
        return "redirect:/saved";
    }

    /** @param search one of them; all without it */
    @PostMapping("/seen")
    String seen(@RequestParam(required = false) @Nullable String search, Viewer viewer) {
        alerts.seen(search, viewer);
        return "redirect:/saved";
    }

    /** The letter as it would be mailed. */
    @GetMapping("/digest")
    String digest(@RequestParam(required = false) @Nullable String day, Viewer viewer, Model model) {
        model.addAttribute("digest", digests.of(day, hub.get(), viewer));
        return "results/digest";
    }

    private SavedView.Row row(SavedSearch s, Alerts.@Nullable Alert news, Viewer viewer) {
        List<SavedView.Item> items =
                news == null ? List.of() : news.items().stream().map(this::item).toList();
        int total = news == null ? 0 : news.total();
        return new SavedView.Row(
                Ids.text(s.id()),
                s.name(),
                s.kind().path(),
                "/search?tab=" + s.kind().path() + (s.query().isEmpty() ? "" : "&" + s.query()),
                texts.text("saved.by", s.owner(), Texts.time(s.createdAt())),
                s.shared(),
                s.account() == viewer.account(),
                total,
                items,
                total > items.size() ? texts.text("saved.more", Texts.number(total - items.size())) : null);
    }

    private SavedView.Item item(Alerts.Item i) {
        Seen seen = new Seen(i.record());
        Face face = faces.of(seen);
        return new SavedView.Item(
                face.title(),
                seen.href(),
                Stream.concat(face.lead().stream(), face.second().stream())
                        .limit(3)
                        .map(Face.Part::text)
                        .collect(Collectors.joining(" · ")),
                Texts.time(i.foundAt()));
    }
}
