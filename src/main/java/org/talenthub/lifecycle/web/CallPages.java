package org.talenthub.lifecycle.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Application;
import org.talenthub.lifecycle.ApplicationLife.State;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Call;
import org.talenthub.lifecycle.CarrierKind;
import org.talenthub.lifecycle.Criterion;
import org.talenthub.lifecycle.Section;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Calls on the site: what is asked for, until when, and how much of the year's quota is used. */
@Controller
class CallPages {

    private final Applying applying;
    private final Rights rights;
    private final Regions regions;
    private final Texts texts;

    CallPages(Applying applying, Rights rights, Regions regions, Texts texts) {
        this.applying = applying;
        this.rights = rights;
        this.regions = regions;
        this.texts = texts;
    }

    record Line(String href, String title, int year, String kind, int quota, String deadline, boolean open) {}

    record Case(String href, String name, String region, String state) {}

    record View(Line call, List<String> sections, List<Criterion> criteria, List<Case> cases, boolean begins) {}

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
                        List.of(Criterion.values()),
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
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(
                flash,
                texts,
                texts.text("call.published"),
                () -> applying.publish(year, kind, title, quota, day(deadline), viewer));
        return "redirect:/calls";
    }

    @PostMapping("/calls/{id}/applications")
    String begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String region,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        String[] made = {""};
        boolean done = Told.told(flash, texts, texts.text("application.begun"), () -> {
            Application a = applying.begin(new Applying.Wish(id, name, null, null, region, null, null), viewer);
            made[0] = Ids.text(a.id());
        });
        return done ? "redirect:/applications/" + made[0] : "redirect:/calls/" + id;
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
