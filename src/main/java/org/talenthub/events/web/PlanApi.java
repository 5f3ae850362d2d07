package org.talenthub.events.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.timetable.Conflict;
import org.talenthub.events.timetable.Moving;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.events.timetable.PlanView;
import org.talenthub.events.timetable.Planning;
import org.talenthub.events.timetable.Replanning;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import tools.jackson.databind.JsonNode;

/** Plans of an event: asked for, read, explained, compared, changed by hand, mended on the day. */
@RestController
@RequestMapping("/api/v1/events/{id}/plan")
class PlanApi {

    private final EventDesk desk;
    private final Planning planning;
    private final PlanReading reading;
    private final Moving moving;
    private final Replanning replanning;
    private final EventViews views;

    PlanApi(
            EventDesk desk,
            Planning planning,
            PlanReading reading,
            Moving moving,
            Replanning replanning,
            EventViews views) {
        this.desk = desk;
        this.planning = planning;
        this.reading = reading;
        this.moving = moving;
        this.replanning = replanning;
        this.views = views;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            int version,
            EventPlan.State state,
            EventPlan.Origin origin,
            @Nullable Integer basedOn,
            long score,
            @Nullable Long bound,
            @Nullable Double gap,
            String note,
            String madeBy,
            Instant madeAt) {

        static Head of(EventPlan p, Locale locale) {
            return new Head(
                    p.number(),
                    p.state(),
                    p.origin(),
                    p.basedOn(),
                    p.score(),
                    p.bound(),
                    p.gap(),
                    p.note().in(locale),
                    p.madeBy(),
                    p.madeAt());
        }
    }

    record Heads(long total, int page, int size, List<Head> items) {}

    record Moved(int version, EventPlan.State state, List<Conflict> conflicts) {}

    /** @param changes what it changes of the plan in force */
    record Proposal(
            int version,
            EventPlan.State state,
            int basedOn,
            int added,
            int removed,
            int moved,
            List<PlanView.Change> changes) {}

    record Places(long total, int page, int size, List<Moving.Place> items) {}

    @PostMapping
    ResponseEntity<Head> plan(
            @PathVariable String id,
            @RequestBody(required = false) Planning.@Nullable PlanWish wish,
            Viewer viewer,
            Locale locale) {
        EventPlan begun = planning.begin(id, wish == null ? Planning.PlanWish.USUAL : wish, viewer);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/events/" + id + "/plan?version=" + begun.number()))
                .body(Head.of(begun, locale));
    }

    @GetMapping
    PlanView read(@PathVariable String id, @RequestParam MultiValueMap<String, String> given, Viewer viewer) {
        Parameters p = Parameters.only(given, "version");
        return reading.view(id, version(p, "version"), viewer);
    }

    private static @Nullable Integer version(Parameters p, String name) {
        String text = p.text(name);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("parameter.value", Sentence.of("refused.parameter.value.plan", name));
        }
    }

    @GetMapping("/versions")
    Heads versions(@PathVariable String id, Viewer viewer, Locale locale) {
        List<Head> all = reading.versions(id, viewer).stream()
                .map(v -> Head.of(v, locale))
                .toList();
        return new Heads(all.size(), 0, all.size(), all);
    }

    /** Ends the search with the best plan so far. */
    @PostMapping("/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void stop(@PathVariable String id, Viewer viewer) {
        planning.stop(id, viewer);
    }

    @GetMapping("/diff")
    PlanView.Diff diff(@PathVariable String id, @RequestParam MultiValueMap<String, String> given, Viewer viewer) {
        Parameters p = Parameters.only(given, "from", "to");
        return reading.diff(id, version(p, "from"), version(p, "to"), viewer);
    }

    @GetMapping("/why")
    PlanView.WhyView why(@PathVariable String id, @RequestParam MultiValueMap<String, String> given, Viewer viewer) {
        Parameters p = Parameters.only(given, "demand", "enterprise", "talent", "version");
        String demand = p.text("demand");
        return reading.why(
                id, version(p, "version"), demand == null ? p.text("enterprise") : demand, p.text("talent"), viewer);
    }

    /** A proposal; it is accepted by {@code accept}, or by publishing that version. */
    @PostMapping("/replan")
    @ResponseStatus(HttpStatus.CREATED)
    Proposal replan(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        EventPlan p = replanning.propose(id, body, viewer);
        PlanView.Diff diff = reading.diff(id, p.basedOn(), p.number(), viewer);
        return new Proposal(
                p.number(), p.state(), diff.from(), diff.added(), diff.removed(), diff.moved(), diff.items());
    }

    @PostMapping("/accept")
    EventViews.Whole accept(
            @PathVariable String id, @RequestBody(required = false) EventApi.@Nullable Step step, Viewer viewer) {
        desk.own(id, viewer);
        if (step == null || step.version() == null) {
            throw Problem.badRequest("plan.version", Sentence.of("refused.plan.version"));
        }
        return views.whole(planning.publish(id, step.version(), viewer), viewer);
    }

    @PostMapping("/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    Moved add(@PathVariable String id, @RequestBody Moving.MoveWish wish, Viewer viewer) {
        return moved(moving.add(id, wish, viewer));
    }

    /** Moves one meeting by hand: {@code {slot, table}}; without a slot it is taken out. */
    @PutMapping("/meetings/{meeting}")
    Moved move(
            @PathVariable String id, @PathVariable String meeting, @RequestBody Moving.MoveWish wish, Viewer viewer) {
        return moved(moving.move(id, meeting, wish, viewer));
    }

    /** Where it could be, and what would speak against it. */
    @GetMapping("/meetings/{meeting}/places")
    Places places(@PathVariable String id, @PathVariable String meeting, Viewer viewer) {
        List<Moving.Place> all = moving.places(id, meeting, viewer);
        return new Places(all.size(), 0, all.size(), all);
    }

    private static Moved moved(Moving.Moved m) {
        return new Moved(m.plan().number(), m.plan().state(), m.conflicts());
    }
}
