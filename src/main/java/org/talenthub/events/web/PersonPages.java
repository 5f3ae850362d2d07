package org.talenthub.events.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.people.Participating;
import org.talenthub.security.Viewer;
import tools.jackson.databind.node.ObjectNode;

/** One participant of an event on the site: how he takes part, changed on his behalf, and taken out. */
@Controller
@RequestMapping("/events/{id}/people/{participant}")
class PersonPages {

    private static final List<String> WORDS = List.of("state", "recruiters", "arrives", "leaves", "diet");

    private final EventDesk desk;
    private final Participating participating;
    private final PeoplePages.PageKit kit;

    PersonPages(EventDesk desk, Participating participating, PeoplePages.PageKit kit) {
        this.desk = desk;
        this.participating = participating;
        this.kit = kit;
    }

    /** What the form does not have stays; with {@code ticks} a box that is not ticked is a no. */
    @PostMapping
    String change(
            @PathVariable String id,
            @PathVariable String participant,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash) {
        desk.own(id, viewer);
        ObjectNode body = kit.json().createObjectNode();
        for (String field : WORDS) {
            if (form.containsKey(field)) {
                body.put(field, form.get(field));
            }
        }
        Integer tables = EventPages.number(form.get("desks"));
        if (tables != null) {
            body.put("desks", tables);
        }
        for (String box : List.of("consent", "lodging")) {
            if (form.containsKey(box) || form.containsKey("ticks")) {
                body.put(box, "true".equals(form.get(box)));
            }
        }
        kit.told()
                .after(
                        flash,
                        kit.texts().text("events.saved"),
                        () -> participating.change(id, participant, body, viewer));
        return back(id);
    }

    @PostMapping("/remove")
    String remove(@PathVariable String id, @PathVariable String participant, Viewer viewer, RedirectAttributes flash) {
        desk.own(id, viewer);
        kit.told()
                .after(flash, kit.texts().text("events.removed"), () -> participating.remove(id, participant, viewer));
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/events/" + id + "/people";
    }
}
