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
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The queue's page; every decision is a POST followed by a redirect to where one was. */
@Controller
@RequestMapping("/suspects")
class SuspectsPages {

    /** Before a pair's id: why that pair is decided so. */
    private static final String NOTE = "note.";

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
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            Model model) {
        model.addAttribute("view", queue.of(Verdicts.state(state, State.OPEN), Verdicts.reason(reason), page, viewer));
        model.addAttribute("section", "suspects");
        return "suspects";
    }

    /**
     * @param one a single pair and its verdict, {@code SAME:0H…}; else {@code verdict} holds for the ticked ones
     * @param note why; owed when two are said to be one person
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
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash) {
        State shown = Verdicts.state(state, State.OPEN);
        Reason of = Verdicts.reason(reason);
        String what = verdict;
        String why = note;
        List<String> ids = id == null ? List.of() : id;
        if (one != null && one.contains(":")) {
            what = one.substring(0, one.indexOf(':'));
            ids = List.of(one.substring(one.indexOf(':') + 1));
            String own = form.getOrDefault(NOTE + ids.getFirst(), "");
            why = own.isBlank() ? note : own;
        } else if (all != null && of != null) {
            what = all;
            try {
                ids = verdicts.waitingOf(of, count, viewer);
            } catch (Problem changed) {
                flash.addFlashAttribute("said", changed.detail());
                return "redirect:" + Queue.address(shown, of, page);
            }
        }
        State now = Verdicts.state(what, State.UNSURE);
        if (ids.isEmpty()) {
            flash.addFlashAttribute("said", texts.text("suspect.tick"));
        } else if (now == State.SAME && (why == null || why.isBlank())) {
            flash.addFlashAttribute("said", texts.text("suspect.noteOwed"));
        } else {
            Verdicts.Outcome done = verdicts.decide(ids, now, why, viewer);
            flash.addFlashAttribute("said", said(now, done));
            flash.addFlashAttribute("undo", now == State.OPEN ? List.of() : done.decided());
        }
        return "redirect:" + Queue.address(shown, of, page);
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
