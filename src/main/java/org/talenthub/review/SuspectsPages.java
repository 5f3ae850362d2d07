package org.talenthub.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.duplicates.Suspects.State;
import org.talenthub.records.duplicates.Suspects.Which;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The queue's page; every decision is a POST followed by a redirect to where one was. */
@Controller
@RequestMapping("/suspects")
class SuspectsPages {

    private final Queue queue;
    private final Verdicts verdicts;
    private final Texts texts;

    SuspectsPages(Queue queue, Verdicts verdicts, Texts texts) {
        this.queue = queue;
        this.verdicts = verdicts;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean only,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            Model model) {
        model.addAttribute("view", queue.of(which(state, reason, only), page, viewer));
        model.addAttribute("section", "suspects");
        return "suspects";
    }

    /**
     * @param one a single pair and its verdict, {@code SAME:0H…}; else {@code verdict} holds for the ticked ones
     * @param all the verdict holds for all open pairs of the reason, of which the page has told the {@code count}
     */
    @PostMapping
    String decide(
            @RequestParam(required = false) @Nullable String one,
            @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable Integer count,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean only,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash) {
        Which which = which(state, reason, only);
        Reason of = which.reason();
        String back = "redirect:" + Queue.address(which, page);
        String what = verdict;
        List<String> ids = id == null ? List.of() : id;
        if (one != null && one.contains(":")) {
            what = one.substring(0, one.indexOf(':'));
            ids = List.of(one.substring(one.indexOf(':') + 1));
        } else if (all != null && of != null) {
            what = all;
            try {
                ids = verdicts.waitingOf(of, only, count, viewer);
            } catch (Problem changed) {
                flash.addFlashAttribute("said", changed.detail(texts.locale()));
                return back;
            }
        }
        if (ids.isEmpty()) {
            flash.addFlashAttribute("said", texts.text("suspect.tick"));
        } else {
            State now = Verdicts.state(what, State.UNSURE);
            String note = note(form, ids);
            if (now == State.SAME && note.isBlank()) {
                flash.addFlashAttribute("said", texts.text("suspect.noteMissing"));
                flash.addFlashAttribute("asked", ids.getFirst());
                return back + "#pair-at-" + ids.getFirst();
            }
            Verdicts.Outcome done = verdicts.decide(ids, now, note, viewer);
            flash.addFlashAttribute("said", said(now, done));
            flash.addFlashAttribute("undo", now == State.OPEN ? List.of() : done.decided());
        }
        return back;
    }

    private static Which which(@Nullable String state, @Nullable String reason, boolean only) {
        Reason of = Verdicts.reason(reason);
        return new Which(Verdicts.state(state, State.OPEN), of, only && of != null);
    }

    /** The reason beside a single pair, else the one for all that are ticked. */
    private static String note(Map<String, String> form, List<String> ids) {
        String own = ids.size() == 1 ? form.getOrDefault("note." + ids.getFirst(), "") : "";
        return own.isBlank() ? form.getOrDefault("note", "") : own;
    }

    private String said(State now, Verdicts.Outcome done) {
        String said = done.decided().isEmpty()
                ? ""
                : texts.text("suspect.done." + now, Texts.number(done.decided().size()));
        return done.refused().isEmpty()
                ? said
                : said
                        + texts.text(
                                "suspect.refused",
                                Texts.number(done.refused().size()),
                                done.refused().getFirst().detail());
    }
}
