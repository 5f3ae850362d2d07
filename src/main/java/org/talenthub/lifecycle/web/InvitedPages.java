package org.talenthub.lifecycle.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Evidence;
import org.talenthub.lifecycle.Inviting;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.Section;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** The form of an application for who was invited to fill it in, behind a link; and the city's buttons for the link. */
@Controller
class InvitedPages {

    private static final String PAGE = "redirect:" + Inviting.ADDRESS;

    private final Inviting inviting;
    private final Applying applying;
    private final Evidence papers;
    private final CaseViews views;
    private final Texts texts;

    InvitedPages(Inviting inviting, Applying applying, Evidence papers, CaseViews views, Texts texts) {
        this.inviting = inviting;
        this.applying = applying;
        this.papers = papers;
        this.views = views;
        this.texts = texts;
    }

    /** What is written so far, and what the call asks for. */
    record Form(
            String name,
            String kind,
            String place,
            String hostName,
            String hostCode,
            String industries,
            Map<String, String> outline,
            int version,
            List<Evidence.Paper> files,
            List<String> evidence,
            String until) {}

    @GetMapping("/invited-applications/{token}")
    String page(@PathVariable String token, CsrfToken csrf, Model model) {
        csrf.getToken();
        return show(token, model);
    }

    private String show(String token, Model model) {
        model.addAttribute("form", form(inviting.opened(token).orElseThrow(Inviting::gone)));
        model.addAttribute("at", Inviting.ADDRESS + token);
        model.addAttribute(
                "sections", Arrays.stream(Section.values()).map(Section::key).toList());
        model.addAttribute("section", "carriers");
        return "lifecycle/invited";
    }

    private Form form(Application a) {
        return new Form(
                a.name(),
                texts.text("carrier.kind." + a.kind()),
                views.place(a.region()),
                a.hostName(),
                a.hostCode(),
                views.words(a.industries()),
                applying.outline(a),
                a.version(),
                papers.of(a),
                applying.evidence(applying.call(a.call())),
                applying.call(a.call()).deadline().toString());
    }

    /** What was typed stays on the page when it is refused. */
    @PostMapping("/invited-applications/{token}/save")
    String save(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "false") boolean typing,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Applying.Wish wish = CasePages.wish(form);
        if (typing) {
            return CasePages.typed(model, texts, () -> inviting.write(token, wish));
        }
        boolean done = Told.kept(
                form, model, flash, texts, texts.text("application.saved"), () -> inviting.write(token, wish));
        return done ? PAGE + token : show(token, model);
    }

    @PostMapping("/invited-applications/{token}/files")
    String file(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String evidence,
            RedirectAttributes flash)
            throws IOException {
        Told.told(flash, texts, texts.text("application.filed"), () -> {
            if (file == null) {
                throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing.pdf"));
            }
            try (InputStream in = file.getInputStream()) {
                inviting.add(token, Objects.requireNonNullElse(file.getOriginalFilename(), "附件.pdf"), evidence, in);
            }
        });
        return PAGE + token + "#files";
    }

    @PostMapping("/invited-applications/{token}/hand-in")
    String handIn(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String filler,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Application a = inviting.opened(token).orElseThrow(Inviting::gone);
        boolean done = Told.told(flash, texts, "", () -> inviting.handIn(token, filler));
        if (!done) {
            return PAGE + token;
        }
        model.addAttribute("name", a.name());
        model.addAttribute("at", Texts.time(Instant.now()));
        model.addAttribute("section", "carriers");
        return "lifecycle/handed";
    }

    @PostMapping("/applications/{id}/invitation")
    String invite(@PathVariable String id, Viewer viewer, RedirectAttributes flash) throws IOException {
        applying.get(id, viewer);
        Told.told(
                flash,
                texts,
                texts.text("application.invited"),
                () -> flash.addFlashAttribute(
                        "link", inviting.invite(id, viewer).link()));
        return "redirect:/applications/" + id + "#invitation";
    }

    @PostMapping("/applications/{id}/invitation/back")
    String takeBack(@PathVariable String id, Viewer viewer, RedirectAttributes flash) throws IOException {
        applying.get(id, viewer);
        Told.told(flash, texts, texts.text("application.uninvited"), () -> inviting.takeBack(id, viewer));
        return "redirect:/applications/" + id + "#invitation";
    }
}
