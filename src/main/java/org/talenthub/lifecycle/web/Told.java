package org.talenthub.lifecycle.web;

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
        try {
            doing.go();
            flash.addFlashAttribute("said", done);
            return true;
        } catch (Problem refused) {
            if (refused.status() < 400 || refused.status() >= 500 || refused.status() == 404) {
                throw refused;
            }
            flash.addFlashAttribute("refused", texts.problem(refused));
            if (!refused.errors().isEmpty()) {
                // words: a session keeps no objects of ours for the next page
                flash.addFlashAttribute(
                        "faults",
                        refused.errors().stream()
                                .map(e -> e.message(texts.locale()))
                                .toList());
            }
            return false;
        }
    }
}
