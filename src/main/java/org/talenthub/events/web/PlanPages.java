package org.talenthub.events.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.timetable.Conflict;
import org.talenthub.events.timetable.Moving;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.events.timetable.PlanView;
import org.talenthub.events.timetable.Planning;
import org.talenthub.events.timetable.Replanning;
import org.talenthub.events.timetable.SlotDrops;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The plan on the site: how far it is, the grid of slots and tables, versions, differences, and moving by hand.
 * Long because one page has all of these.
 */
@Controller
@RequestMapping("/events/{id}/plan")
class PlanPages {

    /** Pairs that do not meet and stand open; the others unfold. */
    private static final int UNPLACED = 12;

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");

    private final EventDesk desk;
    private final Planning planning;
    private final PlanReading reading;
    private final Moving moving;
    private final Replanning replanning;
    private final SlotDrops slots;
    private final PeoplePages.PageKit kit;

    PlanPages(
            EventDesk desk,
            Planning planning,
            PlanReading reading,
            Moving moving,
            Replanning replanning,
            SlotDrops slots,
            PeoplePages.PageKit kit) {
        this.desk = desk;
        this.planning = planning;
        this.reading = reading;
        this.moving = moving;
        this.replanning = replanning;
        this.slots = slots;
        this.kit = kit;
    }

    /** @param meeting null where the place is free */
    record Cell(int table, PlanView.@Nullable Meet meeting) {}

    record Line(PlanView.SlotView slot, String day, String time, List<Cell> cells) {}

    /** How far the search is, for the page that watches it. */
    record Progress(
            EventPlan.State state, long score, @Nullable Long bound, String gap, double spent, int seconds) {}

    @GetMapping
    String page(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> given, Viewer viewer, Model model) {
        Parameters p = Parameters.only(given, "version", "meeting", "with", "talent", "enterprise");
        RecruitmentEvent e = desk.get(id, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", kit.views().whole(e, viewer));
        model.addAttribute("runs", runs);
        model.addAttribute("plan", null);
        model.addAttribute("moves", false);
        try {
            PlanView plan = reading.view(id, EventPages.number(p.text("version")), viewer);
            model.addAttribute("plan", plan);
            model.addAttribute("gap", gap(plan.gap()));
            model.addAttribute("lines", lines(plan));
            model.addAttribute(
                    "unplaced", plan.unplaced().stream().limit(UNPLACED).toList());
            model.addAttribute(
                    "unplacedMore", plan.unplaced().stream().skip(UNPLACED).toList());
            if (runs) {
                more(id, e, p, plan, viewer, model);
            }
        } catch (Problem none) {
            if (!none.code().equals("plan.none")) {
                throw none;
            }
        }
        return "events/plan";
    }

    private void more(String id, RecruitmentEvent e, Parameters p, PlanView plan, Viewer viewer, Model model) {
        List<EventPlan> versions = reading.versions(id, viewer);
        model.addAttribute(
                "versions",
                versions.stream()
                        .map(v -> PlanApi.Head.of(v, kit.texts().locale()))
                        .toList());
        List<EventPlan> settled = versions.stream()
                .filter(v -> v.state() != EventPlan.State.PROPOSED)
                .toList();
        boolean newest = !settled.isEmpty() && settled.getFirst().number() == plan.version();
        model.addAttribute(
                "moves",
                newest && plan.doneAt() != null && desk.allowed(e, viewer).contains(Action.MOVE));
        Integer with = EventPages.number(p.text("with"));
        Integer base = with == null ? plan.basedOn() : with;
        model.addAttribute(
                "diff", base == null || plan.doneAt() == null ? null : reading.diff(id, base, plan.version(), viewer));
        String meeting = p.text("meeting");
        if (meeting != null && newest) {
            model.addAttribute(
                    "chosen",
                    plan.meetings().stream()
                            .filter(m -> meeting.equals(m.id()))
                            .findFirst()
                            .orElse(null));
            model.addAttribute(
                    "places",
                    moving.places(id, meeting, viewer).stream()
                            .sorted(java.util.Comparator.comparing(
                                    x -> !x.conflicts().isEmpty()))
                            .toList());
        }
        String talent = p.text("talent");
        String enterprise = p.text("enterprise");
        model.addAttribute(
                "why",
                talent == null || enterprise == null || plan.doneAt() == null
                        ? null
                        : reading.why(id, plan.version(), enterprise, talent, viewer));
        model.addAttribute("times", times(plan));
    }

    private static Map<Integer, String> times(PlanView plan) {
        Map<Integer, String> times = new HashMap<>();
        plan.slots().forEach(s -> times.put(s.n(), s.from().replace('T', ' ')));
        return times;
    }

    static String gap(@Nullable Double gap) {
        return gap == null ? "" : Texts.tenths(Math.round(gap * 1000) / 10.0) + "%";
    }

    private static List<Line> lines(PlanView plan) {
        Map<List<Integer>, PlanView.Meet> at = new HashMap<>();
        plan.meetings().forEach(m -> at.put(List.of(m.slot(), m.table()), m));
        List<Line> lines = new ArrayList<>();
        for (PlanView.SlotView s : plan.slots()) {
            lines.add(new Line(
                    s,
                    s.from().substring(5, 10),
                    s.from().substring(11) + "–" + s.to().substring(11),
                    plan.tables().stream()
                            .map(t -> new Cell(t.n(), at.get(List.of(s.n(), t.n()))))
                            .toList()));
        }
        return lines;
    }

    @GetMapping("/progress")
    @ResponseBody
    @Hidden
    Progress progress(@PathVariable String id, Viewer viewer) {
        PlanView p = reading.view(id, null, viewer);
        return new Progress(p.state(), p.score(), p.bound(), gap(p.gap()), p.spent(), p.seconds());
    }

    /** Where a meeting could be, for the grid while somebody drags. */
    @GetMapping("/places")
    @ResponseBody
    @Hidden
    List<Moving.Place> places(@PathVariable String id, @RequestParam(defaultValue = "") String meeting, Viewer viewer) {
        desk.own(id, viewer);
        return moving.places(id, meeting, viewer);
    }

    private String back(String id) {
        return "redirect:/events/" + id + "/plan";
    }

    @PostMapping
    String begin(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String seconds,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told()
                .after(
                        flash,
                        kit.texts().text("events.plan.begun"),
                        () -> planning.begin(
                                id, new Planning.PlanWish(EventPages.number(seconds), null, null), viewer));
        return back(id);
    }

    @PostMapping("/stop")
    String stop(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told().after(flash, kit.texts().text("events.plan.stopped"), () -> planning.stop(id, viewer));
        return back(id);
    }

    /** @param place slot and table with a comma between; empty takes the meeting out */
    @PostMapping("/move")
    String move(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String version,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        String[] at = place.split(",", -1);
        kit.told().after(flash, kit.texts().text("events.plan.moved"), () -> {
            Moving.Moved moved = moving.move(
                    id,
                    meeting,
                    new Moving.MoveWish(
                            EventPages.number(at[0]),
                            at.length > 1 ? EventPages.number(at[1]) : null,
                            EventPages.number(version),
                            null,
                            null,
                            null),
                    viewer);
            if (!moved.conflicts().isEmpty()) {
                flash.addFlashAttribute(
                        "conflicts",
                        moved.conflicts().stream().map(Conflict::text).toList());
            }
        });
        return back(id);
    }

    /** {@code then} is move or unplace. */
    @PostMapping("/slots")
    String drop(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String then,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told()
                .after(
                        flash,
                        kit.texts().text("events.plan.slotDropped"),
                        () -> slots.drop(id, Objects.requireNonNullElse(EventPages.number(slot), -1), then, viewer));
        return back(id);
    }

    /**
     * @param absent and {@code closed}: badges or ids, separated by blanks or commas
     * @param late badges, each followed by the time when that one comes: {@code T003 10:30}
     */
    @PostMapping("/replan")
    String replan(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String absent,
            @RequestParam(defaultValue = "") String closed,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(required = false) @Nullable String budget,
            Viewer viewer,
            RedirectAttributes flash) {
        RecruitmentEvent e = desk.own(id, viewer);
        ObjectNode body = kit.json().createObjectNode();
        words(absent).forEach(body.putArray("absent")::add);
        words(closed).forEach(body.putArray("closed")::add);
        Integer most = EventPages.number(budget);
        if (most != null) {
            body.put("budget", most);
        }
        int[] made = {0};
        kit.told().after(flash, kit.texts().text("events.plan.proposed"), () -> {
            late(e, words(late.replace('：', ':')), body.putArray("late"));
            made[0] = replanning.propose(id, body, viewer).number();
        });
        return back(id) + (made[0] == 0 ? "" : "?version=" + made[0]);
    }

    /** A time alone is one of today, or of the first day of an event that is still to come. */
    private static void late(RecruitmentEvent e, List<String> words, ArrayNode late) {
        String first = e.from().substring(0, 10);
        String today = HubTime.today().toString();
        String day = today.compareTo(first) > 0 ? today : first;
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String time = words.get(i + 1);
            late.addObject()
                    .put("participant", words.get(i))
                    .put(
                            "until",
                            TIME.matcher(time).matches() ? day + "T" + (time.length() < 5 ? "0" : "") + time : time);
        }
        if (words.size() % 2 != 0) {
            throw Problem.badRequest("replan.late", Sentence.of("refused.replan.late"));
        }
    }

    private static List<String> words(String text) {
        return java.util.Arrays.stream(text.split("[\\s,，、]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
