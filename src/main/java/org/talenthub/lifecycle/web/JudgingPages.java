package org.talenthub.lifecycle.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Asking;
import org.talenthub.lifecycle.Reviewing;
import org.talenthub.lifecycle.SiteVisits;
import org.talenthub.lifecycle.model.Criterion;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** What experts and the visit bring, entered on the page of a case. */
@Controller
@RequestMapping("/applications/{id}")
class JudgingPages {

    private final Reviewing reviewing;
    private final Asking asking;
    private final SiteVisits visits;
    private final Texts texts;

    JudgingPages(Reviewing reviewing, Asking asking, SiteVisits visits, Texts texts) {
        this.reviewing = reviewing;
        this.asking = asking;
        this.visits = visits;
        this.texts = texts;
    }

    @PostMapping("/reviews")
    String review(
            @PathVariable String id, @RequestParam Map<String, String> form, Viewer viewer, RedirectAttributes flash)
            throws IOException {
        boolean declined = form.containsKey("declined");
        Told.told(flash, texts, texts.text("application.reviewed"), () -> {
            Map<String, Integer> scores = new LinkedHashMap<>();
            for (Criterion c : Criterion.values()) {
                String points = form.getOrDefault(c.key(), "").strip();
                if (points.matches("\\d{1,3}")) {
                    scores.put(c.key(), Integer.valueOf(points));
                }
            }
            reviewing.enter(
                    id,
                    new Reviewing.Wish(form.get("expert"), declined ? null : scores, form.get("comment"), declined),
                    viewer);
        });
        return to(id, "reviews");
    }

    @PostMapping("/reviews/accept")
    String accept(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String expert,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(flash, texts, texts.text("application.accepted"), () -> asking.accept(id, expert, viewer));
        return to(id, "reviews");
    }

    @PostMapping("/reviews/{review}/reopen")
    String reopen(
            @PathVariable String id,
            @PathVariable String review,
            @RequestParam(required = false) @Nullable String reason,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(flash, texts, texts.text("application.reopened"), () -> asking.reopen(id, review, reason, viewer));
        return to(id, "reviews");
    }

    /** Further experts, one a line. */
    @PostMapping("/experts")
    String more(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String experts,
            @RequestParam(required = false) @Nullable String due,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(
                flash,
                texts,
                texts.text("application.asked"),
                () -> asking.more(id, CasePages.experts(experts), due, viewer));
        return to(id, "reviews");
    }

    @PostMapping("/visit-record")
    String visit(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String visitors,
            @RequestParam(required = false) @Nullable String findings,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(
                flash,
                texts,
                texts.text("visit.saved"),
                () -> visits.write(id, new SiteVisits.Wish(on, visitors, findings), viewer));
        return to(id, "visit");
    }

    @PostMapping("/photos")
    String photo(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String caption,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Told.told(flash, texts, texts.text("picture.added"), () -> {
            if (file == null) {
                throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing"));
            }
            try (InputStream in = file.getInputStream()) {
                visits.add(id, Objects.requireNonNullElse(file.getOriginalFilename(), "photo"), caption, in, viewer);
            }
        });
        return to(id, "visit");
    }

    @PostMapping("/photos/{photo}/remove")
    String remove(@PathVariable String id, @PathVariable String photo, Viewer viewer, RedirectAttributes flash)
            throws IOException {
        Told.told(flash, texts, texts.text("picture.removed"), () -> visits.remove(id, photo, viewer));
        return to(id, "visit");
    }

    private static String to(String id, String part) {
        return "redirect:/applications/" + id + "#" + part;
    }
}
