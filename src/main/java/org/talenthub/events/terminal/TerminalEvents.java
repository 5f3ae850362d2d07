package org.talenthub.events.terminal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;
import org.talenthub.web.QrCode;
import org.talenthub.web.Texts;

/** Events at the terminal: what, where and when, with a visitor's eyes, also while somebody is signed in on the same machine. */
@Controller
@RequestMapping("/terminal/events")
class TerminalEvents {

    private static final Viewer VISITOR = Viewer.ANONYMOUS;
    private static final int SIZE = 10;

    private final EventDesk desk;
    private final Roster roster;
    private final Regions regions;
    private final HubAddress address;
    private final Texts texts;

    TerminalEvents(EventDesk desk, Roster roster, Regions regions, HubAddress address, Texts texts) {
        this.desk = desk;
        this.roster = roster;
        this.regions = regions;
        this.address = address;
        this.texts = texts;
    }

    record Row(String id, String name, String kind, String when, String place, String state) {}

    /** When what the page says was so; a page out of the cache says it of itself. */
    @ModelAttribute("asOf")
    String asOf() {
        return Texts.time(Instant.now());
    }

    /** Those that are to come, the next one first; then those that are over, the last one first. */
    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        if (page < 0 || page > 999) {
            throw Problem.notFound();
        }
        List<RecruitmentEvent> known = desk.known(VISITOR);
        List<RecruitmentEvent> all = Stream.concat(
                        known.stream()
                                .filter(e -> e.state() != State.CLOSED)
                                .sorted(Comparator.comparing(RecruitmentEvent::from)),
                        known.stream().filter(e -> e.state() == State.CLOSED))
                .toList();
        model.addAttribute("total", Texts.number(all.size()));
        model.addAttribute(
                "rows",
                all.stream().skip((long) page * SIZE).limit(SIZE).map(this::row).toList());
        model.addAttribute("previous", page == 0 ? null : page - 1);
        model.addAttribute("next", (page + 1) * SIZE < all.size() ? page + 1 : null);
        return "terminal/events";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, HttpServletResponse response, Model model) {
        RecruitmentEvent e;
        try {
            e = desk.known(id, VISITOR);
        } catch (Problem none) {
            if (none.status() != 404) {
                throw none;
            }
            response.setStatus(none.status());
            return "terminal/gone";
        }
        Map<Kind, Map<Participant.State, Long>> counts = roster.counts(e.id());
        String region = e.region();
        model.addAttribute("event", row(e));
        model.addAttribute("summary", e.summary());
        model.addAttribute(
                "region", region == null ? null : texts.english() ? regions.english(region) : regions.fullName(region));
        model.addAttribute("companies", coming(counts, Kind.ENTERPRISE));
        model.addAttribute("people", coming(counts, Kind.TALENT));
        return "terminal/event";
    }

    private Row row(RecruitmentEvent e) {
        return new Row(
                Ids.text(e.id()),
                e.name(),
                texts.text("event.kind." + e.kind()),
                e.when(),
                e.place(),
                texts.text("event." + e.state()));
    }

    private static long coming(Map<Kind, Map<Participant.State, Long>> counts, Kind kind) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(Participant.State.ACCEPTED, 0L);
    }

    /** The page of the event on the site, for the visitor's own telephone. */
    @GetMapping("/{id}/code.svg")
    ResponseEntity<String> code(@PathVariable String id) {
        RecruitmentEvent e = desk.known(id, VISITOR);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(QrCode.svg(address.get() + "/events/" + Ids.text(e.id())));
    }
}
