package org.talenthub.editions.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.model.EditionLife.State;
import org.talenthub.editions.publishing.EditionReading;
import org.talenthub.editions.ranking.Ranked;
import org.talenthub.editions.ranking.Repeats;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** The needs that the list is made of: which demands are one, how urgent they are and why. */
@Controller
@RequestMapping("/key-list/clusters")
class NeedsPages {

    private static final int SIZE = 30;

    private final NeedLists needs;
    private final Repeats repeats;
    private final EditionReading reading;
    private final Texts texts;

    NeedsPages(NeedLists needs, Repeats repeats, EditionReading reading, Texts texts) {
        this.needs = needs;
        this.repeats = repeats;
        this.reading = reading;
        this.texts = texts;
    }

    /** @param people address of the search behind the number of those who are fit */
    record Row(Ranked need, NeedView view, String id, String people, List<One> demands) {}

    /** A demand of a need. */
    record One(String id, String post, String enterprise, int heads, int filled, boolean open) {}

    @GetMapping
    String list(@RequestParam Map<String, String> parameters, Viewer viewer, Model model) {
        EditionKind kind = Optional.ofNullable(Given.one(EditionKind.class, "kind", parameters.get("kind")))
                .orElse(EditionKind.LIST);
        String q = parameters.getOrDefault("q", "").strip();
        int page = new Paging(Given.paging(parameters).page(), SIZE).page();
        NeedLists.Page found = needs.page(
                kind,
                null,
                new NeedLists.Narrowed(q.isEmpty() ? null : q, null, null, parameters.get("band")),
                new Paging(page, SIZE),
                viewer);
        model.addAttribute("rows", found.items().stream().map(NeedsPages::row).toList());
        model.addAttribute("total", Texts.number(found.total()));
        model.addAttribute("kind", kind.name());
        model.addAttribute("q", null);
        model.addAttribute("asked", q);
        model.addAttribute(
                "drafts",
                reading.page(kind, State.DRAFT, new Paging(0, 20), viewer).items());
        model.addAttribute("pager", Pager.of(found.total(), page, SIZE, Integer.MAX_VALUE, n -> address(kind, q, n)));
        model.addAttribute("section", KeyListSection.KEY);
        return "keylist/clusters";
    }

    private static String address(EditionKind kind, String q, int page) {
        UriComponentsBuilder to =
                UriComponentsBuilder.fromPath("/key-list/clusters").queryParam("kind", kind.name());
        if (!q.isEmpty()) {
            to.queryParam("q", q);
        }
        return to.queryParam("page", page).build().encode().toUriString();
    }

    private static Row row(NeedLists.Item i) {
        return new Row(
                i.need(),
                i.view(),
                Ids.text(i.need().id()),
                "/search?tab=talents&" + SearchParameters.write(i.need().fit()),
                i.need().cluster().needs().stream()
                        .map(n -> new One(
                                Ids.text(n.demand()), n.post(), n.enterpriseName(), n.heads(), n.filled(), n.open()))
                        .toList());
    }

    @PostMapping("/join")
    String join(
            @RequestParam(required = false) @Nullable List<String> cluster, Viewer viewer, RedirectAttributes flash) {
        Told.told(
                flash,
                texts,
                texts.text("keylist.joined"),
                () -> repeats.join(Given.ids(cluster == null ? List.of() : cluster), HubTime.today(), viewer));
        return "redirect:/key-list/clusters";
    }

    @PostMapping("/{cluster}/split")
    String split(
            @PathVariable String cluster,
            @RequestParam(required = false) @Nullable List<String> demand,
            Viewer viewer,
            RedirectAttributes flash) {
        Told.told(
                flash,
                texts,
                texts.text("keylist.parted"),
                () -> repeats.split(
                        Given.id(cluster), Given.ids(demand == null ? List.of() : demand), HubTime.today(), viewer));
        return "redirect:/key-list/clusters";
    }
}
