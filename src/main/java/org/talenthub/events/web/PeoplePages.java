package org.talenthub.events.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Answering;
import org.talenthub.events.people.MeetingWish;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Participating;
import org.talenthub.events.people.Roster;
import org.talenthub.events.people.SheetGuests;
import org.talenthub.events.people.Sourcing;
import org.talenthub.events.people.Wishing;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Participants of an event on the site, with their wishes and the links to answer with. */
@Controller
@RequestMapping("/events/{id}/people")
class PeoplePages {

    private static final int SHOWN = 500;

    private final EventDesk desk;
    private final Roster roster;
    private final Participating participating;
    private final Wishing wishing;
    private final Answering answering;
    private final Sourcing sourcing;
    private final SheetGuests sheet;
    private final PageKit kit;

    PeoplePages(
            EventDesk desk,
            Roster roster,
            Participating participating,
            Wishing wishing,
            Answering answering,
            Sourcing sourcing,
            SheetGuests sheet,
            PageKit kit) {
        this.sheet = sheet;
        this.desk = desk;
        this.roster = roster;
        this.participating = participating;
        this.wishing = wishing;
        this.answering = answering;
        this.sourcing = sourcing;
        this.kit = kit;
    }

    /** What pages of events need besides. */
    @org.springframework.stereotype.Component
    record PageKit(EventViews views, RecordLists lists, Told told, Texts texts, JsonMapper json) {}

    /**
     * A participant as the table shows him.
     *
     * @param href of the record, null where the viewer has none
     * @param as how he takes part, for the form
     */
    record Row(
            String id,
            String badge,
            String kind,
            String name,
            @Nullable String href,
            String state,
            boolean consent,
            String there,
            @Nullable Integer desks,
            int demands,
            List<String> wishes,
            boolean checkedIn,
            ParticipantApi.Item as) {}

    @GetMapping
    String page(@PathVariable String id, Viewer viewer, Model model) {
        RecruitmentEvent e = desk.get(id, viewer);
        Map<Long, Roster.Entry> entries = roster.of(e, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        Map<Long, List<String>> wishes = new HashMap<>();
        for (MeetingWish w : wishing.of(e.id())) {
            Roster.Entry from = entries.get(w.from());
            Roster.Entry to = entries.get(w.to());
            if (to != null && from != null && (runs || from.own())) {
                wishes.computeIfAbsent(w.from(), k -> new ArrayList<>())
                        .add(kit.texts().text("events.wish." + w.wish()) + " "
                                + to.participant().badge() + " " + to.name());
            }
        }
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("event", kit.views().whole(e, viewer));
        model.addAttribute("runs", runs);
        model.addAttribute("wishing", desk.maySayWishes(e, viewer));
        model.addAttribute(
                "changes", desk.allowed(e, viewer).contains(org.talenthub.events.model.EventLife.Action.INVITE));
        List<Row> rows = entries.values().stream()
                .map(x -> row(x, wishes.getOrDefault(x.participant().id(), List.of())))
                .toList();
        model.addAttribute(
                "companies",
                rows.stream()
                        .filter(r -> r.kind().equals("ENTERPRISE"))
                        .limit(SHOWN)
                        .toList());
        model.addAttribute(
                "people",
                rows.stream()
                        .filter(r -> !r.kind().equals("ENTERPRISE"))
                        .limit(SHOWN)
                        .toList());
        model.addAttribute(
                "lists",
                runs
                        ? kit.lists().of(viewer).stream()
                                .map(l -> new ParticipantApi.Named(Ids.text(l.id()), l.name()))
                                .toList()
                        : List.of());
        model.addAttribute(
                "states",
                Arrays.stream(Participant.State.values()).map(Enum::name).toList());
        return "events/people";
    }

    private static Row row(Roster.Entry x, List<String> wishes) {
        Participant p = x.participant();
        boolean company = p.kind() == Kind.ENTERPRISE;
        String there = (p.arrives() + (p.arrives().isEmpty() && p.leaves().isEmpty() ? "" : " – ") + p.leaves())
                .replace('T', ' ');
        return new Row(
                x.id(),
                p.badge(),
                p.kind().name(),
                x.name(),
                x.record() == null ? null : (company ? "/enterprises/" : "/talents/") + x.record(),
                p.state().name(),
                p.consent(),
                there.strip(),
                company ? p.desks() : null,
                p.demands().size(),
                wishes,
                p.checkedInAt() != null,
                ParticipantApi.item(x));
    }

    private String back(String id) {
        return "redirect:/events/" + id + "/people";
    }

    /** Ids, credit codes or exact names, one a line. */
    @PostMapping("/add")
    String add(
            @PathVariable String id,
            @RequestParam(defaultValue = "enterprise") String what,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "false") boolean invite,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told().after(flash, kit.texts().text("events.added"), () -> {
            var list = kit.json().createArrayNode();
            who.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(l -> {
                ObjectNode one = list.addObject();
                if (what.equals("guest")) {
                    one.put("kind", "GUEST").put("name", l);
                } else {
                    one.put(what.equals("talent") || what.equals("demand") ? what : "enterprise", l);
                }
                one.put("invite", invite);
            });
            participating.add(id, list, viewer);
        });
        return back(id);
    }

    /** From a list, or whoever fits the demands. */
    @PostMapping("/source")
    String source(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String each,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.get(id, viewer);
        ObjectNode body = kit.json().createObjectNode();
        if (!list.isBlank()) {
            body.put("list", list);
        }
        if (!q.isBlank()) {
            body.put("search", q);
        }
        Integer most = EventPages.number(each);
        if (most != null) {
            body.put("matches", most);
        }
        kit.told()
                .after(
                        flash,
                        kit.texts().text("events.added"),
                        () -> participating.invite(id, sourcing.people(id, body, viewer), viewer));
        return back(id);
    }

    @PostMapping("/file")
    String file(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told().after(flash, kit.texts().text("events.added"), () -> {
            if (file == null || file.isEmpty()) {
                throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing.page"));
            }
            try (InputStream in = file.getInputStream()) {
                SheetGuests.Read read = sheet.people(id, in, viewer);
                participating.invite(id, read.people(), viewer);
                if (!read.unknown().isEmpty()) {
                    flash.addFlashAttribute(
                            "unknown",
                            read.unknown().stream().map(String::valueOf).collect(Collectors.joining("、")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return back(id);
    }

    @PostMapping("/invitations")
    String ask(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        RecruitmentEvent e = desk.own(id, viewer);
        kit.told().after(flash, kit.texts().text("events.asked"), () -> {
            List<Answering.Asked> asked = answering.ask(id, List.of(), viewer);
            Map<Long, Roster.Entry> entries = roster.of(e, viewer);
            flash.addFlashAttribute(
                    "links",
                    asked.stream()
                            .map(a -> List.of(
                                    Objects.requireNonNull(
                                                    entries.get(a.participant().id()))
                                            .name(),
                                    a.link()))
                            .toList());
        });
        return back(id);
    }

    @PostMapping("/wishes")
    String wish(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String wish,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        ObjectNode body = kit.json().createObjectNode();
        body.put("from", from);
        body.put("to", to);
        body.put("wish", wish);
        kit.told().after(flash, kit.texts().text("events.saved"), () -> wishing.say(id, body, viewer));
        return back(id) + "#wishes";
    }
}
