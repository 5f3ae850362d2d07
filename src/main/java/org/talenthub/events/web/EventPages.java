package org.talenthub.events.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventKind;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.EventWish;
import org.talenthub.events.model.Organising;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.timetable.Planning;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;

/** Events on the site: the list, one of them for everybody and for who runs it, and its form. */
@Controller
@RequestMapping("/events")
class EventPages {

    private static final String ADDRESS = "redirect:/events/";

    private final EventDesk desk;
    private final Organising organising;
    private final Planning planning;
    private final EventViews views;
    private final Rights rights;
    private final Told told;
    private final Regions regions;
    private final Texts texts;

    EventPages(
            EventDesk desk,
            Organising organising,
            Planning planning,
            EventViews views,
            Rights rights,
            Told told,
            Regions regions,
            Texts texts) {
        this.desk = desk;
        this.organising = organising;
        this.planning = planning;
        this.views = views;
        this.rights = rights;
        this.told = told;
        this.regions = regions;
        this.texts = texts;
    }

    /** @param tone class of the state's tag */
    record Row(EventViews.Item event, String when, String tone) {}

    record Tab(String state, String href, long count, boolean current) {}

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> given, Viewer viewer, Model model) {
        Parameters p = Parameters.only(given, "state", "kind", "page", "size");
        Paging paging = p.paging();
        Optional<State> state = p.choice("state", State.class);
        List<RecruitmentEvent> known = desk.known(viewer);
        List<RecruitmentEvent> found = known.stream()
                .filter(e -> state.isEmpty() || e.state() == state.get())
                .toList();
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("creates", rights.may(Act.EDIT, Thing.EVENT, viewer));
        model.addAttribute(
                "tabs",
                Arrays.stream(State.values())
                        .map(s -> new Tab(
                                s.name(),
                                "/events?state=" + s,
                                known.stream().filter(e -> e.state() == s).count(),
                                state.equals(Optional.of(s))))
                        .filter(t -> t.count() > 0)
                        .toList());
        model.addAttribute(
                "rows",
                found.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(e -> new Row(views.item(e, viewer), e.when(), tone(e.state())))
                        .toList());
        model.addAttribute(
                "pager",
                Pager.of(
                        found.size(),
                        paging.page(),
                        paging.size(),
                        10_000,
                        n -> "/events?page=" + n + state.map(s -> "&state=" + s).orElse("")));
        return "events/list";
    }

    private static String tone(State s) {
        return s == State.RUNNING ? "signal" : s.isPublic() ? "accent" : "";
    }

    @GetMapping("/new")
    String form(Viewer viewer, Model model) {
        rights.require(Act.EDIT, Thing.EVENT, viewer, Sentence.of("refused.forbidden.creates"));
        return form(null, Map.of(), model);
    }

    private String form(EventViews.@Nullable Whole event, Map<String, String> given, Model model) {
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", event);
        model.addAttribute("given", given);
        model.addAttribute(
                "kinds", Arrays.stream(EventKind.values()).map(Enum::name).toList());
        model.addAttribute(
                "regions",
                regions.prefectures().stream()
                        .map(r -> texts.english() ? regions.english(r.code()) : r.name())
                        .toList());
        return "events/form";
    }

    @PostMapping
    String create(@RequestParam Map<String, String> given, Viewer viewer, Model model) {
        try {
            return ADDRESS + Ids.text(organising.create(wish(given), viewer).id());
        } catch (Problem refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            model.addAttribute("refused", texts.problem(refused));
            return form(null, given, model);
        }
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable String id, Viewer viewer, Model model) {
        return form(views.whole(desk.own(id, viewer), viewer), Map.of(), model);
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable String id, @RequestParam Map<String, String> given, Viewer viewer, RedirectAttributes flash) {
        desk.own(id, viewer);
        told.after(flash, texts.text("events.saved"), () -> organising.change(id, wish(given), viewer));
        return ADDRESS + id;
    }

    private static EventWish wish(Map<String, String> given) {
        return new EventWish(
                given.get("kind"),
                given.get("name"),
                given.get("summary"),
                blank(given.get("from")),
                blank(given.get("to")),
                given.get("place"),
                given.get("region"),
                blank(given.get("matchmaker")),
                null,
                number(given.get("slotMinutes")),
                number(given.get("most")),
                number(given.get("least")),
                number(given.get("buffer")),
                number(given.get("floor")),
                null,
                number(given.get("capacity")),
                null,
                null,
                given.get("policy"),
                given.get("feedback"),
                given.get("emergency"));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static @Nullable Integer number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("number.invalid", Sentence.of("refused.number.invalid", text));
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Viewer viewer, Model model) {
        RecruitmentEvent e = desk.known(id, viewer);
        EventViews.Whole whole = views.whole(e, viewer);
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", whole);
        model.addAttribute("when", e.when());
        model.addAttribute("tone", tone(e.state()));
        model.addAttribute("inside", desk.inside(e, viewer));
        model.addAttribute("runs", whole.inside() != null);
        model.addAttribute("results", whole.inside() == null ? null : views.results(e));
        model.addAttribute("feedbackLink", views.feedback(e));
        model.addAttribute(
                "steps",
                desk.allowed(e, viewer).stream()
                        .filter(a -> List.of(Action.OPEN, Action.START, Action.CLOSE, Action.WITHDRAW)
                                .contains(a))
                        .map(Enum::name)
                        .toList());
        return "events/one";
    }

    @PostMapping("/{id}/{action:open|start|close|withdraw|publish}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable String version,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        told.after(flash, texts.text("events.done." + wanted), () -> {
            if (wanted == Action.PUBLISH) {
                planning.publish(id, number(version), viewer);
            } else {
                organising.act(id, wanted, viewer);
            }
        });
        return ADDRESS + id + (wanted == Action.PUBLISH ? "/plan" : "");
    }

    @PostMapping("/{id}/copy")
    String copy(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            Viewer viewer,
            RedirectAttributes flash) {
        EventWish none = EventApi.nothing();
        RecruitmentEvent made = organising.copy(
                id,
                new EventWish(
                        none.kind(),
                        none.name(),
                        none.summary(),
                        blank(from),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                viewer);
        flash.addFlashAttribute("said", texts.text("events.copied"));
        return ADDRESS + Ids.text(made.id());
    }
}
