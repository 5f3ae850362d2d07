package org.talenthub.events.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Transitions;
import org.talenthub.events.day.HallBoard;
import org.talenthub.events.day.ResultSheets;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventKind;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.EventWish;
import org.talenthub.events.model.Organising;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.timetable.Planning;
import org.talenthub.events.timetable.SlotDrops;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** Events: everybody's what, where and when of published ones; the rest of those who have to do with them. */
@RestController
@RequestMapping("/api/v1/events")
class EventApi {

    /** Steps that need nothing but the event, or a version of its plan. */
    private static final List<Action> STEPS =
            List.of(Action.OPEN, Action.PUBLISH, Action.START, Action.CLOSE, Action.WITHDRAW);

    private final EventDesk desk;
    private final Organising organising;
    private final Planning planning;
    private final SlotDrops slots;
    private final HallBoard hall;
    private final ResultSheets results;
    private final EventViews views;

    EventApi(
            EventDesk desk,
            Organising organising,
            Planning planning,
            SlotDrops slots,
            HallBoard hall,
            ResultSheets results,
            EventViews views) {
        this.results = results;
        this.desk = desk;
        this.organising = organising;
        this.planning = planning;
        this.slots = slots;
        this.hall = hall;
        this.views = views;
    }

    record Items(long total, int page, int size, List<EventViews.Item> items) {}

    /** @param version of the plan that is put in force; null: the newest */
    record Step(@Nullable Integer version) {}

    @GetMapping
    Items list(@RequestParam MultiValueMap<String, String> given, Viewer viewer) {
        Parameters p = Parameters.only(given, "kind", "state", "q", "region", "page", "size");
        Paging paging = p.paging();
        Optional<EventKind> kind = p.choice("kind", EventKind.class);
        Optional<State> state = p.choice("state", State.class);
        String q = p.text("q") == null ? "" : String.valueOf(p.text("q")).toLowerCase(Locale.ROOT);
        String region =
                p.text("region") == null ? "" : String.valueOf(p.text("region")).replaceAll("(00)+$", "");
        List<RecruitmentEvent> found = desk.known(viewer).stream()
                .filter(e -> kind.isEmpty() || e.kind() == kind.get())
                .filter(e -> state.isEmpty() || e.state() == state.get())
                .filter(e -> q.isEmpty()
                        || e.name().toLowerCase(Locale.ROOT).contains(q)
                        || e.place().toLowerCase(Locale.ROOT).contains(q))
                .filter(e -> region.isEmpty() || String.valueOf(e.region()).startsWith(region))
                .toList();
        return new Items(
                found.size(),
                paging.page(),
                paging.size(),
                found.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(e -> views.item(e, viewer))
                        .toList());
    }

    @GetMapping("/{id}")
    EventViews.Whole one(@PathVariable String id, Viewer viewer) {
        return views.whole(desk.known(id, viewer), viewer);
    }

    @PostMapping
    ResponseEntity<EventViews.Whole> create(@RequestBody EventWish wish, Viewer viewer) {
        RecruitmentEvent made = organising.create(wish, viewer);
        return ResponseEntity.created(URI.create("/api/v1/events/" + Ids.text(made.id())))
                .body(views.whole(made, viewer));
    }

    @PutMapping("/{id}")
    EventViews.Whole change(@PathVariable String id, @RequestBody EventWish wish, Viewer viewer) {
        return views.whole(organising.change(id, wish, viewer), viewer);
    }

    /** open, publish, start, close, withdraw; plan and replan have addresses of their own. */
    @PostMapping("/{id}/{action}")
    EventViews.Whole act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Step step,
            Viewer viewer) {
        desk.known(id, viewer);
        Action wanted = Arrays.stream(Action.values())
                .filter(STEPS::contains)
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return views.whole(
                wanted == Action.PUBLISH
                        ? planning.publish(id, step == null ? null : step.version(), viewer)
                        : organising.act(id, wanted, viewer),
                viewer);
    }

    @PostMapping("/{id}/copy")
    ResponseEntity<EventViews.Whole> copy(
            @PathVariable String id, @RequestBody(required = false) @Nullable EventWish wish, Viewer viewer) {
        RecruitmentEvent made = organising.copy(id, wish == null ? nothing() : wish, viewer);
        return ResponseEntity.created(URI.create("/api/v1/events/" + Ids.text(made.id())))
                .body(views.whole(made, viewer));
    }

    static EventWish nothing() {
        return new EventWish(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    /** Takes a slot away; asks first where meetings stand in it. */
    @DeleteMapping("/{id}/slots/{n}")
    @ResponseStatus(HttpStatus.OK)
    EventViews.Whole drop(
            @PathVariable String id,
            @PathVariable String n,
            @RequestParam(required = false) @Nullable String then,
            Viewer viewer) {
        slots.drop(id, number(n), then, viewer);
        return views.whole(desk.known(id, viewer), viewer);
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.notFound();
        }
    }

    /** What came of it, in numbers. */
    @GetMapping("/{id}/results")
    ResultSheets.Sheet results(@PathVariable String id, Viewer viewer) {
        return results.of(id, viewer);
    }

    /** Now and next at every table. */
    @GetMapping("/{id}/board")
    HallBoard.Board board(@PathVariable String id, Viewer viewer) {
        return hall.board(id, viewer);
    }
}
