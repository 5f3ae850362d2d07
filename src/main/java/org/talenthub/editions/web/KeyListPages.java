package org.talenthub.editions.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.HubTime;
import org.talenthub.common.Paging;
import org.talenthub.editions.model.Edition.Head;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.publishing.EditionDrafting;
import org.talenthub.editions.publishing.EditionDrafting.LineWish;
import org.talenthub.editions.publishing.EditionReading;
import org.talenthub.editions.publishing.EditionView;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** The list as everybody reads it, and as the province's office makes it. */
@Controller
@RequestMapping("/key-list")
class KeyListPages {

    private static final String ADDRESS = "redirect:/key-list/";

    private final EditionReading reading;
    private final EditionDrafting drafting;
    private final Texts texts;

    KeyListPages(EditionReading reading, EditionDrafting drafting, Texts texts) {
        this.reading = reading;
        this.drafting = drafting;
        this.texts = texts;
    }

    /** The edition that holds now, and the others. */
    @GetMapping
    String now(@RequestParam(defaultValue = "LIST") String kind, Viewer viewer, Model model) {
        EditionKind of =
                Optional.ofNullable(Given.one(EditionKind.class, "kind", kind)).orElse(EditionKind.LIST);
        Optional<EditionView> current = reading.current(of, viewer);
        model.addAttribute("kind", of.name());
        return page(current.orElse(null), of, viewer, model);
    }

    @GetMapping("/{edition}")
    String one(@PathVariable String edition, Viewer viewer, Model model) {
        EditionView view = reading.get(edition, viewer);
        model.addAttribute("kind", view.content().kind().name());
        return page(view, view.content().kind(), viewer, model);
    }

    private String page(@Nullable EditionView view, EditionKind kind, Viewer viewer, Model model) {
        model.addAttribute("view", view);
        model.addAttribute(
                "changes",
                view == null
                        ? null
                        : reading.since(view, viewer).map(EditionChanges::of).orElse(null));
        model.addAttribute("makes", reading.makes(viewer));
        model.addAttribute(
                "editions",
                reading.page(kind, null, new Paging(0, Paging.MOST), viewer).items());
        model.addAttribute("section", KeyListSection.KEY);
        return "keylist/edition";
    }

    @GetMapping("/{edition}/edit")
    String edit(@PathVariable String edition, Viewer viewer, Model model) {
        EditionView view = reading.get(edition, viewer);
        model.addAttribute("view", view);
        model.addAttribute("words", view.content().kind().words());
        model.addAttribute("today", HubTime.today().toString());
        model.addAttribute("section", KeyListSection.KEY);
        return "keylist/edit";
    }

    @PostMapping
    String create(@RequestParam String kind, @RequestParam(defaultValue = "") String title, Viewer viewer) {
        EditionKind of =
                Optional.ofNullable(Given.one(EditionKind.class, "kind", kind)).orElse(EditionKind.LIST);
        String id =
                drafting.create(of, new Head(title.isBlank() ? null : title.strip(), null, null, null), null, viewer);
        return ADDRESS + id + "/edit";
    }

    /** @param act what the button said: save, up, down, drop */
    @PostMapping("/{edition}/lines/{n}")
    String line(
            @PathVariable String edition,
            @PathVariable int n,
            @RequestParam Map<String, String> given,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam int version,
            Viewer viewer,
            RedirectAttributes flash) {
        EditionKind kind = reading.get(edition, viewer).content().kind();
        Map<String, String> words = new LinkedHashMap<>();
        kind.words().stream().filter(given::containsKey).forEach(f -> words.put(f, given.getOrDefault(f, "")));
        Integer to = switch (act) {
            case "up" -> Math.max(1, n - 1);
            case "down" -> n + 1;
            default -> null;
        };
        int at = told(
                flash,
                () -> drafting.line(
                        edition,
                        n,
                        new LineWish(null, words, given.get("ageGround"), to, act.equals("drop"), version),
                        viewer),
                texts.text(act.equals("drop") ? "keylist.dropped" : "keylist.saved"));
        return ADDRESS + edition + "/edit#line-" + (at == 0 ? Math.max(1, n - 1) : at);
    }

    @PostMapping("/{edition}/take")
    String take(
            @PathVariable String edition, @RequestParam List<String> cluster, Viewer viewer, RedirectAttributes flash) {
        told(
                flash,
                () -> {
                    for (long id : Given.ids(cluster)) {
                        int end = reading.get(edition, viewer).content().lines().size() + 1;
                        drafting.line(edition, end, new LineWish(id, Map.of(), null, null, false, null), viewer);
                    }
                    return 0;
                },
                texts.text("keylist.taken", Texts.number(cluster.size())));
        return ADDRESS + edition + "/edit";
    }

    @PostMapping("/{edition}/publish")
    String publish(
            @PathVariable String edition,
            @RequestParam String number,
            @RequestParam String date,
            @RequestParam String document,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam int version,
            Viewer viewer,
            RedirectAttributes flash) {
        if (!sure) {
            flash.addFlashAttribute("refused", texts.text("keylist.sureFirst"));
            return ADDRESS + edition + "/edit#publish";
        }
        LocalDate day = Given.day(date);
        int done = told(
                flash,
                () -> {
                    drafting.publish(
                            edition,
                            new Head(
                                    null,
                                    number.isBlank() ? null : number.strip(),
                                    day,
                                    document.isBlank() ? null : document.strip()),
                            version,
                            viewer);
                    return 1;
                },
                texts.text("keylist.out"));
        return ADDRESS + edition + (done == 1 ? "" : "/edit#publish");
    }

    @PostMapping("/{edition}/errata")
    String errata(
            @PathVariable String edition,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable Integer line,
            Viewer viewer,
            RedirectAttributes flash) {
        told(
                flash,
                () -> {
                    drafting.correct(edition, line, text, viewer);
                    return 0;
                },
                texts.text("keylist.corrected"));
        return ADDRESS + edition + "#errata";
    }

    /** What an act gives. */
    private interface Doing {
        int go();
    }

    /** 0 when it was refused. */
    private int told(RedirectAttributes flash, Doing doing, String done) {
        int[] result = {0};
        Told.told(flash, texts, done, () -> result[0] = doing.go());
        return result[0];
    }
}
