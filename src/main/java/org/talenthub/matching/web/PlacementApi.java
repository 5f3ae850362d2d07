package org.talenthub.matching.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Transitions;
import org.talenthub.matching.placements.Placement;
import org.talenthub.matching.placements.PlacementGroups;
import org.talenthub.matching.placements.PlacementGroups.By;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.matching.placements.PlacementState;
import org.talenthub.matching.placements.Placing;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** What came of pairs. */
@RestController
@RequestMapping("/api/v1/placements")
class PlacementApi {

    private final Placing placing;
    private final PlacementLists lists;
    private final Texts texts;
    private final PlacementGroups groups;

    PlacementApi(Placing placing, PlacementLists lists, Texts texts, PlacementGroups groups) {
        this.groups = groups;
        this.lists = lists;
        this.placing = placing;
        this.texts = texts;
    }

    record Named(String id, String name) {}

    /** @param free null when the demand does not say how many it needs */
    record Heads(
            int total, long reserved, long filled, @Nullable Long free) {}

    /**
     * @param stale on its way, and nothing was said for thirty days
     * @param suggests PAUSED for somebody who has signed or arrived full time and may still be asked; nothing is set by itself
     */
    record Item(
            String id,
            Named demand,
            Named talent,
            PlacementState state,
            String stateLabel,
            String mode,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String event,
            int retainedMonths,
            Instant startedAt,
            Instant changedAt,
            String changedBy,
            boolean stale,
            Heads heads,
            @Nullable String suggests,
            List<String> allowed,
            @Nullable List<PlacementLists.Step> steps) {}

    /** @param href the list of exactly these */
    record Group(String value, String label, long total, Map<PlacementState, Long> counts, String href) {}

    /** @param groups the viewer's placements by what {@code by} names; null without it */
    record Items(
            long total,
            int page,
            int size,
            List<Item> items,
            Map<PlacementState, Long> funnel,
            @Nullable List<Group> groups) {}

    /** @param event where the two met, if at one */
    record Beginning(
            @Nullable String demand,
            @Nullable String talent,
            @Nullable String event) {}

    record Step(@Nullable String reason, @Nullable String note) {}

    @GetMapping
    Items list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        ListParameters p = new ListParameters(
                parameters,
                "demand",
                "talent",
                "state",
                "by",
                "event",
                "mode",
                "region",
                "category",
                "industry",
                "stale");
        Paging paging = p.paging();
        PlacementLists.Lines lines = lists.list(
                new PlacementLists.Asked(
                        p.text("demand"),
                        p.text("talent"),
                        p.states(PlacementState.class),
                        p.narrowed(),
                        p.yes("stale")),
                paging,
                viewer);
        return new Items(
                lines.total(),
                paging.page(),
                paging.size(),
                lines.lines().stream().map(l -> item(l, null)).toList(),
                lines.funnel(),
                p.by().map(by -> groups(by, viewer)).orElse(null));
    }

    private List<Group> groups(By by, Viewer viewer) {
        return groups.count(by, viewer).stream()
                .map(g -> new Group(
                        g.value(),
                        g.label(),
                        g.total(),
                        g.counts(),
                        "/api/v1/placements?" + by.key() + "=" + URLEncoder.encode(g.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id, Viewer viewer) {
        PlacementLists.Line line = lists.get(id, viewer);
        return item(line, lists.steps(line.placement()));
    }

    /** Says that the two are in contact; 200 with the one that is on its way already. */
    @PostMapping
    ResponseEntity<Item> begin(@RequestBody Beginning b, Viewer viewer) {
        Placing.Begun begun = placing.begin(b.demand(), b.talent(), b.event(), viewer);
        Item item = item(begun.line(), lists.steps(begun.line().placement()));
        return begun.made()
                ? ResponseEntity.created(URI.create("/api/v1/placements/" + item.id()))
                        .body(item)
                : ResponseEntity.ok(item);
    }

    /** intent, sign, arrive, retain, close, undo. */
    @PostMapping("/{id}/{action}")
    Item act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Step step,
            Viewer viewer) {
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        PlacementLists.Line line =
                placing.act(id, wanted, step == null ? null : step.reason(), step == null ? null : step.note(), viewer);
        return item(line, lists.steps(line.placement()));
    }

    private Item item(PlacementLists.Line l, @Nullable List<PlacementLists.Step> steps) {
        Placement p = l.placement();
        return new Item(
                Ids.text(p.id()),
                new Named(l.demand().id(), l.demand().name()),
                new Named(l.person().id(), l.person().name()),
                p.state(),
                texts.text("placement." + p.state()),
                p.mode(),
                p.reason() == null ? null : p.reason().name(),
                p.note(),
                p.event(),
                p.retainedMonths(),
                p.startedAt(),
                p.changedAt(),
                p.changedBy(),
                l.stale(),
                new Heads(
                        l.heads().total(),
                        l.heads().reserved(),
                        l.heads().filled(),
                        l.heads().total() == 0 ? null : l.heads().free()),
                l.suggestsPause() ? "PAUSED" : null,
                l.allowed().stream().map(a -> a.name().toLowerCase(Locale.ROOT)).toList(),
                steps);
    }
}
