package org.talenthub.events.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;
import org.talenthub.web.Texts;

/** What a form led to, told on the page that follows: done, or why not. */
@Component
record Told(Texts texts) {

    /** Something that may be refused. */
    interface Act {
        void run();
    }

    /** Whoever may not know of it, or may not do it, gets the error's own page. */
    void after(RedirectAttributes flash, String done, Act act) {
        try {
            act.run();
            flash.addFlashAttribute("said", done);
        } catch (Problem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() == 404) {
                throw refused;
            }
            flash.addFlashAttribute("refused", texts.problem(refused));
        }
    }
}
