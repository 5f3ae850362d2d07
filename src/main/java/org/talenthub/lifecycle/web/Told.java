package org.talenthub.lifecycle.web;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;
import org.talenthub.web.Texts;

/** Whoever can put it right is told on the page where he was. */
final class Told {

    private Told() {}

    /** What is done. */
    interface Doing {
        void go() throws java.io.IOException;
    }

    /** @return whether it was done */
    static boolean told(RedirectAttributes flash, Texts texts, String done, Doing doing) throws java.io.IOException {
        return told(flash::addFlashAttribute, flash, texts, done, doing);
    }

    /**
     * The same where the page comes back at once with what was typed, when it is refused.
     *
     * @return whether it was done
     */
    static boolean kept(
            Map<String, String> typed, Model model, RedirectAttributes flash, Texts texts, String done, Doing doing)
            throws java.io.IOException {
        model.addAttribute("typed", typed);
        return told(model::addAttribute, flash, texts, done, doing);
    }

    private static boolean told(
            BiConsumer<String, Object> refusal, RedirectAttributes flash, Texts texts, String done, Doing doing)
            throws java.io.IOException {
        try {
            doing.go();
            flash.addFlashAttribute("said", done);
            return true;
        } catch (Problem refused) {
            if (refused.status() < 400 || refused.status() >= 500 || refused.status() == 404) {
                throw refused;
            }
            refusal.accept("refused", texts.problem(refused));
            if (!refused.errors().isEmpty()) {
                // words: a session keeps no objects of ours for the next page
                refusal.accept(
                        "faults",
                        refused.errors().stream()
                                .map(e -> e.message(texts.locale()))
                                .toList());
            }
            return false;
        }
    }
}
