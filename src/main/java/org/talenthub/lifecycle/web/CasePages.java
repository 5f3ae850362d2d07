package org.talenthub.lifecycle.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.talenthub.common.Transitions;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Deciding;
import org.talenthub.lifecycle.Evidence;
import org.talenthub.lifecycle.Reviewing;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.Section;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** Applications on the site: the board by state, and a case with its form, papers and steps. */
@Controller
@RequestMapping("/applications")
class CasePages {

    private final CaseViews views;
    private final Applying applying;
    private final Deciding deciding;
    private final Evidence papers;
    private final Texts texts;

    CasePages(CaseViews views, Applying applying, Deciding deciding, Evidence papers, Texts texts) {
        this.views = views;
        this.applying = applying;
        this.deciding = deciding;
        this.papers = papers;
        this.texts = texts;
    }

    record Tab(String state, String href, long count, boolean current) {}

    record Row(
            String href, String name, String kind, String place, String state, long days, String turn, boolean mine) {}

    record Quota(
            String href,
            String call,
            int quota,
            @Nullable Integer hint,
            long passed,
            long named,
            long under,
            long all) {}

    @GetMapping
    String board(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "false") boolean mine,
            Viewer viewer,
            Model model) {
        List<Application> all = applying.list(viewer);
        Map<State, Long> counts = new LinkedHashMap<>();
        Arrays.stream(State.values())
                .forEach(s ->
                        counts.put(s, all.stream().filter(a -> a.state() == s).count()));
        model.addAttribute(
                "tabs",
                Stream.concat(
                                Stream.of(new Tab("ALL", "/applications", all.size(), state == null && !mine)),
                                counts.entrySet().stream()
                                        .filter(e -> e.getValue() > 0)
                                        .map(e -> new Tab(
                                                e.getKey().name(),
                                                "/applications?state=" + e.getKey(),
                                                e.getValue(),
                                                e.getKey() == state)))
                        .toList());
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(a -> state == null || a.state() == state)
                        .map(a -> row(a, viewer))
                        .filter(r -> !mine || r.mine())
                        .sorted(java.util.Comparator.comparingLong(Row::days).reversed())
                        .toList());
        model.addAttribute(
                "quotas",
                applying.calls().stream().map(c -> quota(c, all, viewer)).toList());
        model.addAttribute("hinted", views.hint(viewer) != null);
        model.addAttribute("section", "carriers");
        return "lifecycle/board";
    }

    private Row row(Application a, Viewer viewer) {
        boolean mine = deciding.allowed(a, viewer).stream().anyMatch(x -> x != Action.UNDO && x != Action.WITHDRAW);
        return new Row(
                "/applications/" + Ids.text(a.id()),
                a.name(),
                texts.text("carrier.kind." + a.kind()),
                views.place(a.region()),
                a.state().name(),
                CaseViews.days(a.since()),
                CaseViews.waits(a.state()) ? texts.text("application.turn." + CaseViews.turn(a.state())) : "",
                mine);
    }

    private Quota quota(Call c, List<Application> all, Viewer viewer) {
        List<Application> of = all.stream().filter(a -> a.call() == c.id()).toList();
        return new Quota(
                "/calls/" + Ids.text(c.id()),
                texts.text("call.of", String.valueOf(c.year()), texts.text("carrier.kind." + c.kind())),
                c.quota(),
                views.hint(viewer),
                of.stream().filter(a -> CaseViews.passed(a.state())).count(),
                of.stream().filter(a -> a.state() == State.APPROVED).count(),
                of.stream().filter(a -> CaseViews.waits(a.state())).count(),
                of.size());
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("view", views.of(id, viewer));
        model.addAttribute(
                "sections", Arrays.stream(Section.values()).map(Section::key).toList());
        model.addAttribute("section", "carriers");
        return "lifecycle/case";
    }

    /** Saves what was typed; a page that saves as one types shows when it was, any other comes back to the case, with what was refused. */
    @PostMapping("/{id}/save")
    String save(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "false") boolean typing,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Applying.Wish wish = wish(form);
        if (typing) {
            return typed(model, texts, () -> applying.change(id, wish, viewer));
        }
        boolean done = Told.kept(
                form, model, flash, texts, texts.text("application.saved"), () -> applying.change(id, wish, viewer));
        return done ? "redirect:/applications/" + id : one(id, viewer, model);
    }

    /** What the form of an application says. */
    static Applying.Wish wish(Map<String, String> form) {
        Map<String, String> outline = new LinkedHashMap<>();
        for (Section s : Section.values()) {
            if (form.containsKey("outline." + s.key())) {
                outline.put(s.key(), form.getOrDefault("outline." + s.key(), ""));
            }
        }
        String industries = form.get("industries");
        return new Applying.Wish(
                null,
                form.get("name"),
                form.get("hostName"),
                form.get("hostCode"),
                form.get("region"),
                industries == null
                        ? null
                        : Arrays.stream(industries.split("[、，,；;\\s]+"))
                                .filter(w -> !w.isBlank())
                                .toList(),
                outline,
                version(form.get("version")));
    }

    private static @Nullable Integer version(@Nullable String seen) {
        try {
            return seen == null ? null : Integer.valueOf(seen);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("application.version", Sentence.of("refused.application.version"));
        }
    }

    /** Saves while somebody types, says when, and gives the form the version that it now is of. */
    static String typed(Model model, Texts texts, Supplier<Application> saving) {
        try {
            model.addAttribute("version", saving.get().version());
            model.addAttribute("text", texts.text("application.savedAt", Texts.clock(Instant.now())));
            model.addAttribute("bad", false);
        } catch (Problem refused) {
            model.addAttribute("text", texts.problem(refused));
            model.addAttribute("bad", true);
        }
        return "lifecycle/saved";
    }

    @PostMapping("/{id}/files")
    String file(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String evidence,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(flash, texts, texts.text("application.filed"), () -> {
            if (file == null) {
                throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing.pdf"));
            }
            try (InputStream in = file.getInputStream()) {
                papers.add(id, Objects.requireNonNullElse(file.getOriginalFilename(), "附件.pdf"), evidence, in, viewer);
            }
        });
        return "redirect:/applications/" + id + "#files";
    }

    /** A step; the experts, one a line, as “name, employer”. */
    @PostMapping("/{id}/{action}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        applying.get(id, viewer);
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        Told.told(
                flash,
                texts,
                texts.text("application.done", texts.text("application.act." + wanted)),
                () -> deciding.act(
                        id,
                        wanted,
                        new Deciding.Said(
                                form.get("reason"),
                                experts(form.get("experts")),
                                form.get("document"),
                                null,
                                form.get("name"),
                                form.get("due")),
                        viewer));
        return "redirect:/applications/" + id;
    }

    static @Nullable List<Reviewing.Expert> experts(@Nullable String lines) {
        return lines == null
                ? null
                : lines.lines()
                        .filter(l -> !l.isBlank())
                        .map(l -> l.split("[，,、\\t]", 2))
                        .map(l -> new Reviewing.Expert(l[0].strip(), l.length > 1 ? l[1].strip() : ""))
                        .toList();
    }
}
