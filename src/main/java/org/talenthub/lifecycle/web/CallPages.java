package org.talenthub.lifecycle.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Calling;
import org.talenthub.lifecycle.KnownHost;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.lifecycle.model.Criterion;
import org.talenthub.lifecycle.model.Section;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** Calls on the site: what is asked for, until when, and how much of the year's quota is used. */
@Controller
class CallPages {

    private final Applying applying;
    private final Calling calling;
    private final KnownHost host;
    private final Rights rights;
    private final Regions regions;
    private final Texts texts;

    CallPages(Applying applying, Calling calling, KnownHost host, Rights rights, Regions regions, Texts texts) {
        this.applying = applying;
        this.calling = calling;
        this.host = host;
        this.rights = rights;
        this.regions = regions;
        this.texts = texts;
    }

    record Line(String href, String title, int year, String kind, int quota, String deadline, boolean open) {}

    record Case(String href, String name, String region, String state) {}

    record View(
            Line call,
            List<String> sections,
            Map<String, Integer> criteria,
            String text,
            List<String> evidence,
            List<Calling.Paper> files,
            boolean publishes,
            List<Case> cases,
            boolean begins) {}

    @GetMapping("/calls")
    String calls(Viewer viewer, Model model) {
        model.addAttribute("calls", applying.calls().stream().map(this::line).toList());
        model.addAttribute("publishes", viewer.role() == Role.PROVINCE);
        model.addAttribute("section", "carriers");
        return "lifecycle/calls";
    }

    @GetMapping("/calls/{id}")
    String call(@PathVariable String id, Viewer viewer, Model model) {
        Call call = applying.call(Ids.parse(id).orElseThrow(Problem::notFound));
        List<Application> cases = rights.may(Act.READ, Thing.CASE, viewer)
                ? applying.list(viewer).stream()
                        .filter(a -> a.call() == call.id())
                        .toList()
                : List.of();
        model.addAttribute(
                "view",
                new View(
                        line(call),
                        Arrays.stream(Section.values()).map(Section::key).toList(),
                        points(call),
                        Objects.requireNonNullElse(call.text(), ""),
                        applying.evidence(call),
                        calling.papers(call),
                        viewer.role() == Role.PROVINCE,
                        cases.stream()
                                .map(a -> new Case(
                                        "/applications/" + Ids.text(a.id()),
                                        a.name(),
                                        place(a.region()),
                                        a.state().name()))
                                .toList(),
                        call.state() == Call.State.OPEN && rights.may(Act.DECIDE, Thing.CASE, viewer)));
        model.addAttribute(
                "approved",
                cases.stream().filter(a -> a.state() == State.APPROVED).count());
        model.addAttribute("section", "carriers");
        return "lifecycle/call";
    }

    @PostMapping("/calls")
    String publish(
            @RequestParam @Nullable Integer year,
            @RequestParam CarrierKind kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable Integer quota,
            @RequestParam(defaultValue = "") String deadline,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(
                flash,
                texts,
                texts.text("call.published"),
                () -> calling.publish(
                        new Calling.Wish(
                                year,
                                kind,
                                title,
                                quota,
                                day(deadline),
                                form.get("text"),
                                points(form),
                                form.getOrDefault("evidence", "").lines().toList()),
                        viewer));
        return "redirect:/calls";
    }

    @PostMapping("/calls/{id}/applications")
    String begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable String hostCode,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        String[] made = {""};
        boolean done = Told.told(flash, texts, texts.text("application.begun"), () -> {
            Application a = applying.begin(
                    host.fill(new Applying.Wish(id, name, null, hostCode, region, null, null, null)), viewer);
            made[0] = Ids.text(a.id());
        });
        return done ? "redirect:/applications/" + made[0] : "redirect:/calls/" + id;
    }

    private Map<String, Integer> points(Call call) {
        Map<String, Integer> points = new LinkedHashMap<>();
        applying.criteria(call).forEach((c, most) -> points.put(c.name(), most));
        return points;
    }

    /** Null where none is written: then the proposal holds. */
    private static @Nullable Map<String, Integer> points(Map<String, String> form) {
        Map<String, Integer> points = new LinkedHashMap<>();
        for (Criterion c : Criterion.values()) {
            String most = form.getOrDefault(c.key(), "").strip();
            if (most.matches("\\d{1,3}")) {
                points.put(c.key(), Integer.valueOf(most));
            }
        }
        return points.isEmpty() ? null : points;
    }

    /** A document of the call. */
    @PostMapping("/calls/{id}/files")
    String file(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Call call = applying.call(Ids.parse(id).orElseThrow(Problem::notFound));
        Told.told(flash, texts, texts.text("application.filed"), () -> {
            if (file == null) {
                throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing.pdf"));
            }
            try (InputStream in = file.getInputStream()) {
                calling.add(call, Objects.requireNonNullElse(file.getOriginalFilename(), "附件.pdf"), in, viewer);
            }
        });
        return "redirect:/calls/" + id;
    }

    private Line line(Call c) {
        return new Line(
                "/calls/" + Ids.text(c.id()),
                c.title().isEmpty() ? texts.text("call.of", String.valueOf(c.year()), kind(c.kind())) : c.title(),
                c.year(),
                kind(c.kind()),
                c.quota(),
                c.deadline().toString(),
                c.state() == Call.State.OPEN);
    }

    private String kind(CarrierKind kind) {
        return texts.text("carrier.kind." + kind);
    }

    private String place(String region) {
        return texts.english() ? regions.english(region) : regions.fullName(region);
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest("call.deadline", Sentence.of("refused.call.deadline.day"));
        }
    }
}
