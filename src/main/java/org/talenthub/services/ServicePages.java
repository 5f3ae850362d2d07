package org.talenthub.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Viewer;
import org.talenthub.services.NeedLife.State;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** Service needs and typical cases on the site. */
@Controller
class ServicePages {

    private static final String SECTION = "carriers";
    private static final int MOST = 200;

    private final Serving serving;
    private final Telling telling;
    private final Texts texts;

    ServicePages(Serving serving, Telling telling, Texts texts) {
        this.serving = serving;
        this.telling = telling;
        this.texts = texts;
    }

    record Tab(String state, long count, boolean current) {}

    record Row(
            String id,
            String talent,
            String need,
            String state,
            String since,
            @Nullable String reason,
            List<String> actions) {}

    record CountRow(String carrier, String need, long asked, long accepted, long settled, long declined) {}

    record CaseRow(
            String id,
            String carrier,
            int year,
            String title,
            String text,
            String state,
            boolean collected,
            List<String> actions,
            boolean edits) {}

    @GetMapping("/service-needs")
    String needs(@RequestParam(required = false) @Nullable String state, Viewer viewer, Model model) {
        State which = state == null || state.isBlank() ? null : ServiceNeedsApi.state(state);
        boolean own = viewer.carrier() != null;
        model.addAttribute("own", own);
        if (own) {
            List<ServiceNeed> all = serving.own(viewer);
            Map<State, Long> counts = new LinkedHashMap<>();
            Arrays.stream(State.values())
                    .forEach(s -> counts.put(
                            s, all.stream().filter(n -> n.state() == s).count()));
            model.addAttribute(
                    "tabs",
                    counts.entrySet().stream()
                            .map(e -> new Tab(e.getKey().name(), e.getValue(), e.getKey() == which))
                            .toList());
            model.addAttribute(
                    "rows",
                    all.stream()
                            .filter(n -> which == null || n.state() == which)
                            .limit(MOST)
                            .map(this::row)
                            .toList());
        } else {
            model.addAttribute(
                    "counts",
                    serving.counts(viewer).stream()
                            .map(c -> new CountRow(
                                    c.name(),
                                    serving.label(c.need(), texts.english()),
                                    c.states().getOrDefault(State.ASKED, 0L),
                                    c.states().getOrDefault(State.ACCEPTED, 0L),
                                    c.states().getOrDefault(State.SETTLED, 0L),
                                    c.states().getOrDefault(State.DECLINED, 0L)))
                            .toList());
        }
        model.addAttribute("section", SECTION);
        return "services/needs";
    }

    private Row row(ServiceNeed n) {
        return new Row(
                Ids.text(n.id()),
                n.talent() == 0 ? "" : Ids.text(n.talent()),
                serving.label(n.need(), texts.english()),
                n.state().name(),
                Texts.time(n.changedAt()),
                n.reason(),
                n.allowed().stream().map(Enum::name).toList());
    }

    @GetMapping("/service-needs/{id}")
    String need(@PathVariable String id, Viewer viewer) {
        serving.get(id, viewer);
        return "redirect:/service-needs#n-" + id;
    }

    @PostMapping("/service-needs/{id}/{action}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        NeedLife.Action wanted = ServiceNeedsApi.action(action);
        told(
                flash,
                texts.text("application.done", texts.text("need.act." + wanted)),
                () -> serving.act(id, wanted, reason, viewer));
        return "redirect:/service-needs";
    }

    @GetMapping("/typical-cases")
    String cases(Viewer viewer, Model model) {
        model.addAttribute(
                "cases", telling.list(viewer).stream().map(c -> row(c, viewer)).toList());
        model.addAttribute("writes", viewer.carrier() != null);
        model.addAttribute("section", SECTION);
        return "services/cases";
    }

    @GetMapping("/typical-cases/{id}")
    String one(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("c", row(telling.get(id, viewer), viewer));
        model.addAttribute("pictures", telling.pictures(id, viewer));
        model.addAttribute("section", SECTION);
        return "services/case";
    }

    @PostMapping("/typical-cases")
    String write(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes flash) {
        told(flash, texts.text("typical.written"), () -> telling.write(title, text, viewer));
        return "redirect:/typical-cases";
    }

    @PostMapping("/typical-cases/{id}")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes flash) {
        told(flash, texts.text("typical.written"), () -> telling.change(id, title, text, viewer));
        return "redirect:/typical-cases/" + id;
    }

    @PostMapping("/typical-cases/{id}/{action}")
    String act(@PathVariable String id, @PathVariable String action, Viewer viewer, RedirectAttributes flash) {
        CaseLife.Action wanted = CasesApi.action(action);
        told(
                flash,
                texts.text("application.done", texts.text("typical.act." + wanted)),
                () -> telling.act(id, wanted, viewer));
        return "redirect:/typical-cases/" + id;
    }

    @PostMapping("/typical-cases/{id}/pictures")
    String picture(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String caption,
            Viewer viewer,
            RedirectAttributes flash) {
        told(flash, texts.text("picture.added"), () -> {
            if (file == null) {
                throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing"));
            }
            try (InputStream in = file.getInputStream()) {
                telling.add(id, Objects.requireNonNullElse(file.getOriginalFilename(), "picture"), caption, in, viewer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return "redirect:/typical-cases/" + id;
    }

    @PostMapping("/typical-cases/{id}/pictures/{picture}/remove")
    String remove(@PathVariable String id, @PathVariable String picture, Viewer viewer, RedirectAttributes flash) {
        told(flash, texts.text("picture.removed"), () -> telling.remove(id, picture, viewer));
        return "redirect:/typical-cases/" + id;
    }

    private CaseRow row(TypicalCase c, Viewer viewer) {
        List<CaseLife.Action> allowed = telling.allowed(c, viewer);
        return new CaseRow(
                Ids.text(c.id()),
                telling.carrier(c),
                c.year(),
                c.title(),
                c.text(),
                c.state().name(),
                c.collected(),
                allowed.stream().map(Enum::name).toList(),
                allowed.contains(CaseLife.Action.OFFER));
    }

    private void told(RedirectAttributes flash, String done, Runnable doing) {
        Told.told(flash, texts, done, doing::run);
    }
}
