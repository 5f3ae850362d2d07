package org.talenthub.events.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.events.day.HallBoard;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLinks;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.CheckIns;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.timetable.Outcomes;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.events.timetable.PlanView;
import org.talenthub.security.Viewer;
import org.talenthub.web.QrCode;

/** The day itself: the door, the screen in the hall, and what came of each meeting in two taps. */
@Controller
@RequestMapping("/events/{id}")
class DayPages {

    private final EventDesk desk;
    private final CheckIns checkIns;
    private final HallBoard hall;
    private final Outcomes outcomes;
    private final PlanReading plans;
    private final EventLinks links;
    private final PeoplePages.PageKit kit;

    DayPages(
            EventDesk desk,
            CheckIns checkIns,
            HallBoard hall,
            Outcomes outcomes,
            PlanReading plans,
            EventLinks links,
            PeoplePages.PageKit kit) {
        this.links = links;
        this.desk = desk;
        this.checkIns = checkIns;
        this.hall = hall;
        this.outcomes = outcomes;
        this.plans = plans;
        this.kit = kit;
    }

    @GetMapping("/check-in")
    String door(@PathVariable String id, @RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        RecruitmentEvent e = desk.own(id, viewer);
        List<ParticipantApi.Item> all =
                checkIns.find(id, "", viewer).stream().map(ParticipantApi::item).toList();
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", kit.views().item(e, viewer));
        model.addAttribute("q", null);
        model.addAttribute("typed", q);
        model.addAttribute(
                "came", all.stream().filter(i -> i.checkedInAt() != null).count());
        model.addAttribute("all", all.size());
        model.addAttribute(
                "found",
                q.isBlank()
                        ? List.of()
                        : checkIns.find(id, q, viewer).stream()
                                .map(ParticipantApi::item)
                                .toList());
        return "events/checkin";
    }

    /** @param image of a QR code with the address at which this one is checked in */
    record Badge(String badge, String name, String kind, String image) {}

    /** Badges to print: whoever checks in scans them with a phone that is signed in. */
    @GetMapping("/badges")
    String badges(@PathVariable String id, Viewer viewer, Model model) {
        RecruitmentEvent e = desk.own(id, viewer);
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", kit.views().item(e, viewer));
        model.addAttribute(
                "badges",
                checkIns.find(id, "", viewer).stream()
                        .map(x -> new Badge(
                                x.participant().badge(),
                                x.name(),
                                x.participant().kind().name(),
                                QrCode.image(links.door(id, x.participant().badge()))))
                        .sorted(Comparator.comparing(Badge::badge))
                        .toList());
        return "events/badges";
    }

    @PostMapping("/check-in")
    String checkIn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String participant,
            @RequestParam(defaultValue = "false") boolean undo,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told()
                .after(
                        flash,
                        kit.texts().text(undo ? "events.checkin.undone" : "events.checkin.done"),
                        () -> checkIns.checkIn(id, participant, undo, viewer));
        return "redirect:/events/" + id + "/check-in";
    }

    @GetMapping("/board")
    String board(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("board", hall.board(id, viewer));
        return "events/board";
    }

    /** @param enterprise participant whose meetings are shown; empty: all */
    @GetMapping("/outcomes")
    String desk(
            @PathVariable String id, @RequestParam(defaultValue = "") String enterprise, Viewer viewer, Model model) {
        RecruitmentEvent e = desk.own(id, viewer);
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", kit.views().whole(e, viewer));
        model.addAttribute(
                "records", desk.allowed(e, viewer).contains(org.talenthub.events.model.EventLife.Action.RECORD));
        Integer published = e.published();
        PlanView plan = published == null ? null : plans.view(id, published, viewer);
        List<PlanView.Meet> meetings = plan == null
                ? List.of()
                : plan.meetings().stream()
                        .filter(m -> m.id() != null)
                        .sorted(Comparator.comparing(PlanView.Meet::from).thenComparingInt(PlanView.Meet::table))
                        .toList();
        model.addAttribute(
                "companies",
                meetings.stream()
                        .map(PlanView.Meet::enterprise)
                        .distinct()
                        .sorted(Comparator.comparing(PlanView.Named::name))
                        .toList());
        model.addAttribute("enterprise", enterprise);
        model.addAttribute(
                "meetings",
                meetings.stream()
                        .filter(m -> enterprise.isEmpty()
                                || m.enterprise().participant().equals(enterprise))
                        .toList());
        model.addAttribute(
                "reasons",
                java.util.Arrays.stream(EventMeeting.Why.values())
                        .map(Enum::name)
                        .toList());
        return "events/outcomes";
    }

    /** What a tap left behind. */
    record Kept(String meeting, EventMeeting.@Nullable Outcome outcome) {}

    /** By the page's script, perhaps late and twice; without a script the same form. */
    @PostMapping("/outcomes/{meeting}")
    @ResponseBody
    @Hidden
    Kept say(
            @PathVariable String id,
            @PathVariable String meeting,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        desk.own(id, viewer);
        Outcomes.Said said = outcomes.say(meeting, new Outcomes.Tap(outcome, reason, null, key, at, null), viewer);
        return new Kept(meeting, said.meeting().outcome());
    }

    /** The same without a script. */
    @PostMapping("/outcomes")
    String sayPlainly(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told()
                .after(
                        flash,
                        kit.texts().text("events.outcome.kept"),
                        () -> Objects.requireNonNull(outcomes.say(
                                meeting, new Outcomes.Tap(outcome, reason, null, null, null, null), viewer)));
        return "redirect:/events/" + id + "/outcomes";
    }
}
