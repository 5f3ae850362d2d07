package org.talenthub.events.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.web.Texts;

/** What a form led to, told on the page that follows: done, or why not. */
@Component
record Told(Texts texts) {

    /** Something that may be refused. */
    interface Act {
        void run();
    }

    void after(RedirectAttributes flash, String done, Act act) {
        org.talenthub.web.Told.told(flash, texts, done, act::run);
    }
}
