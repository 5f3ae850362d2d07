package org.talenthub.matching.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.matching.placements.CloseReason;
import org.talenthub.matching.placements.PlacementGroups;
import org.talenthub.matching.placements.PlacementGroups.By;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.matching.placements.PlacementState;
import org.talenthub.matching.placements.Placing;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** Placements on the site: how many stand where, each with its next step. */
@Controller
@RequestMapping("/placements")
class PlacementPages {

    private static final int LONGEST = 1_000;

    /** What stands behind the question mark of an address of the list. */
    private static final Pattern QUERY = Pattern.compile("[a-z]+=[A-Za-z0-9._%+*-]*(?:&[a-z]+=[A-Za-z0-9._%+*-]*)*");

    private final Placing placing;
    private final PlacementLists lists;
    private final Texts texts;
    private final PlacementGroups groups;

    PlacementPages(Placing placing, PlacementLists lists, Texts texts, PlacementGroups groups) {
        this.groups = groups;
        this.lists = lists;
        this.placing = placing;
        this.texts = texts;
    }

    record Tab(String state, String href, long count, boolean current) {}

    /**
     * @param months how long the person has stayed; 0 before that was said
     * @param heads how many of the demand's heads are reserved and filled, in words
     * @param pauseHref where one says that the person is not to be asked for now; null where that is said, or not needed
     */
    record Row(
            String id,
            String person,
            String personHref,
            String demand,
            String demandHref,
            String state,
            int months,
            String since,
            String heads,
            @Nullable String reason,
            boolean stale,
            @Nullable String pauseHref,
            List<String> actions,
            boolean closable) {}

    /** @param current whether it is counted by this */
    record Way(String key, String href, boolean current) {}

    record Count(String state, long n, String href) {}

    record Group(String label, long total, String href, List<Count> counts) {}

    /**
     * @param groups counted by what was asked for; empty when nothing was, or nothing is there
     * @param narrowed to what the list is narrowed, in words
     * @param query of this address
     */
    record View(
            List<Tab> tabs,
            List<Way> ways,
            List<Group> groups,
            List<String> narrowed,
            List<Row> rows,
            List<String> reasons,
            String query,
            Pager pager) {}

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        ListParameters p = new ListParameters(
                parameters, "state", "by", "event", "mode", "region", "category", "industry", "stale");
        Set<PlacementState> states = p.states(PlacementState.class);
        Paging paging = p.paging();
        PlacementLists.Lines lines =
                lists.list(new PlacementLists.Asked(null, null, states, p.narrowed(), p.yes("stale")), paging, viewer);
        String address = address(p.narrowed()) + (p.yes("stale") ? "stale=true&" : "");
        String state = states.size() == 1 ? states.iterator().next().name() : "";
        model.addAttribute(
                "view",
                new View(
                        Arrays.stream(PlacementState.values())
                                .map(s -> new Tab(
                                        s.name(),
                                        address + "state=" + s,
                                        lines.funnel().getOrDefault(s, 0L),
                                        states.equals(EnumSet.of(s))))
                                .toList(),
                        Arrays.stream(By.values())
                                .map(b -> new Way(
                                        b.key(),
                                        "/placements?by=" + b.key(),
                                        p.by().filter(b::equals).isPresent()))
                                .toList(),
                        p.by().map(by -> groups(by, viewer)).orElse(List.of()),
                        Stream.concat(
                                        p.narrowed().entrySet().stream()
                                                .map(n -> groups.label(n.getKey(), n.getValue(), viewer)),
                                        p.yes("stale") ? Stream.of(texts.text("placement.stale")) : Stream.of())
                                .toList(),
                        lines.lines().stream().map(this::row).toList(),
                        Arrays.stream(CloseReason.values()).map(Enum::name).toList(),
                        address.substring(address.indexOf('?') + 1) + "state=" + state + "&page=" + paging.page(),
                        Pager.of(
                                lines.total(),
                                paging.page(),
                                paging.size(),
                                10_000,
                                n -> address + "state=" + state + "&page=" + n)));
        model.addAttribute("section", "matches");
        return "matching/placements";
    }

    /** The list with these conditions; more can follow. */
    private static String address(Map<By, String> narrowed) {
        StringBuilder address = new StringBuilder("/placements?");
        narrowed.forEach((by, value) -> address.append(by.key())
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return address.toString();
    }

    private List<Group> groups(By by, Viewer viewer) {
        return groups.count(by, viewer).stream()
                .map(g -> {
                    String address = address(Map.of(by, g.value()));
                    return new Group(
                            g.label(),
                            g.total(),
                            address.substring(0, address.length() - 1),
                            Arrays.stream(PlacementState.values())
                                    .map(s ->
                                            new Count(s.name(), g.counts().getOrDefault(s, 0L), address + "state=" + s))
                                    .toList());
                })
                .toList();
    }

    private Row row(PlacementLists.Line l) {
        return new Row(
                Ids.text(l.placement().id()),
                l.person().name(),
                "/talents/" + l.person().id(),
                Rows.title(l.demand()),
                "/demands/" + l.demand().id(),
                l.placement().state().name(),
                l.placement().retainedMonths(),
                Texts.time(l.placement().changedAt()),
                l.heads().total() == 0
                        ? ""
                        : texts.text(
                                "placement.heads",
                                Texts.number(l.heads().total()),
                                Texts.number(l.heads().reserved()),
                                Texts.number(l.heads().filled())),
                l.placement().reason() == null
                        ? null
                        : texts.text("placement.why." + l.placement().reason()),
                l.stale(),
                l.suggestsPause() ? "/talents/" + l.person().id() + "/needs#availability" : null,
                l.allowed().stream()
                        .filter(a -> a != Action.CLOSE)
                        .map(Enum::name)
                        .toList(),
                l.allowed().contains(Action.CLOSE));
    }

    @PostMapping
    String begin(@RequestParam String demand, @RequestParam String talent, Viewer viewer, RedirectAttributes flash) {
        boolean begun = Told.told(
                flash, texts, texts.text("placement.begun"), () -> placing.begin(demand, talent, null, viewer));
        return begun ? "redirect:/placements" : "redirect:/matches/" + demand + "/" + talent;
    }

    /** @param list what the list was narrowed to, as in its address; where one was is where one comes back to */
    @PostMapping("/{id}/{action:[a-z]+}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") String list,
            Viewer viewer,
            RedirectAttributes flash) {
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        Told.typed(Map.of(), flash, texts, () -> {
            PlacementLists.Line done = placing.act(id, wanted, reason, null, viewer);
            return texts.text(
                    "match.done", texts.text("placement." + done.placement().state()));
        });
        return "redirect:/placements"
                + (list.length() <= LONGEST && QUERY.matcher(list).matches() ? "?" + list : "") + "#p-" + id;
    }
}
