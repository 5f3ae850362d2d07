package org.talenthub.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;

/**
 * What a form led to, told on the page where it stood: {@code said} when it was done, {@code refused} when not, so that whoever can put it right
 * need not come back to the page first. Whoever may not know of the thing gets the error's own page.
 */
public final class Told {

    private Told() {}

    /** What is done. */
    public interface Doing<E extends Exception> {
        void go() throws E;
    }

    /** What is done, where only its end says what to tell. */
    public interface Saying {
        String go();
    }

    /** @return whether it was done */
    public static <E extends Exception> boolean told(RedirectAttributes flash, Texts texts, String done, Doing<E> doing)
            throws E {
        return told(flash::addFlashAttribute, flash, texts, done, doing);
    }

    /**
     * The same; when it is refused, the page that follows has what was typed as {@code typed}.
     *
     * @return whether it was done
     */
    public static boolean typed(Map<String, String> typed, RedirectAttributes flash, Texts texts, Saying doing) {
        String[] done = {""};
        boolean went = told(flash, texts, "", () -> done[0] = doing.go());
        if (went) {
            flash.addFlashAttribute("said", done[0]);
        } else {
            Map<String, String> kept = new HashMap<>(typed);
            kept.remove("_csrf");
            flash.addFlashAttribute("typed", kept);
        }
        return went;
    }

    /**
     * The same where the page comes back at once with what was typed, when it is refused.
     *
     * @return whether it was done
     */
    public static <E extends Exception> boolean kept(
            Map<String, String> typed, Model model, RedirectAttributes flash, Texts texts, String done, Doing<E> doing)
            throws E {
        model.addAttribute("typed", typed);
        return told(model::addAttribute, flash, texts, done, doing);
    }

    private static <E extends Exception> boolean told(
            BiConsumer<String, Object> refusal, RedirectAttributes flash, Texts texts, String done, Doing<E> doing)
            throws E {
        try {
            doing.go();
            flash.addFlashAttribute("said", done);
            return true;
        } catch (Problem refused) {
            if (refused.status() < 400
                    || refused.status() >= 500
                    || refused.status() == 401
                    || refused.status() == 404) {
                throw refused;
            }
            refusal.accept("refused", texts.problem(refused));
            if (!refused.errors().isEmpty()) {
                // words: a session keeps no objects of ours for the next page
                List<String> faults = refused.errors().stream()
                        .map(e -> e.message(texts.locale()))
                        .toList();
                refusal.accept("faults", faults);
            }
            return false;
        }
    }
}
