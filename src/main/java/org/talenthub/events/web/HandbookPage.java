package org.talenthub.events.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.events.handbook.HandbookSource;
import org.talenthub.events.handbook.HandbookSource.Copy;
import org.talenthub.events.handbook.HandbookSource.Reader;
import org.talenthub.events.handbook.Handbooks;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The handbook as a page to read and to print from the browser, which has fonts where the server has none. */
@Controller
class HandbookPage {

    private final HandbookSource source;
    private final Handbooks handbooks;
    private final EventDesk desk;
    private final PlanReading plans;

    HandbookPage(HandbookSource source, Handbooks handbooks, EventDesk desk, PlanReading plans) {
        this.desk = desk;
        this.plans = plans;
        this.source = source;
        this.handbooks = handbooks;
    }

    @GetMapping("/events/{id}/handbook")
    String page(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer,
            Locale locale,
            Model model) {
        Parameters p = Parameters.only(given, "for", "id", "lang");
        Reader reader = p.choice("for", Reader.class).orElse(Reader.ORGANISER);
        Copy copy = source.of(id, reader, p.text("id"), null, viewer);
        model.addAttribute("section", EventsSection.KEY);
        model.addAttribute("eventId", id);
        model.addAttribute("reader", reader.name().toLowerCase(Locale.ROOT));
        model.addAttribute("readerId", p.text("id"));
        model.addAttribute("title", copy.book().cover().title());
        model.addAttribute("mark", handbooks.mark(copy.book(), copy.audience(), locale));
        model.addAttribute("earlier", earlier(id, copy.book().cover().version(), viewer));
        model.addAttribute("printable", handbooks.printable());
        model.addAttribute("sections", handbooks.sections(copy.book(), copy.audience(), locale));
        return "events/handbook";
    }

    /** Versions that were in force and may lie printed somewhere, the newest first; for who runs the event. */
    private List<Integer> earlier(String event, int version, Viewer viewer) {
        return desk.hand(desk.get(event, viewer), viewer).isEmpty()
                ? List.of()
                : plans.versions(event, viewer).stream()
                        .filter(v -> v.state() == EventPlan.State.REPLACED && v.number() < version)
                        .map(EventPlan::number)
                        .toList();
    }
}
