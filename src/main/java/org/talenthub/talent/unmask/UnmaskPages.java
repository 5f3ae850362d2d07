package org.talenthub.talent.unmask;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Problem;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The form on a person's page; the page itself shows what was shown. */
@Controller
@RequestMapping("/talents/{id}/unmask")
class UnmaskPages {

    private final Unmaskings unmaskings;
    private final Texts texts;

    UnmaskPages(Unmaskings unmaskings, Texts texts) {
        this.unmaskings = unmaskings;
        this.texts = texts;
    }

    /**
     * @param purpose one of the list, as the person reads it
     * @param note what he adds
     */
    @PostMapping
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            Unmaskings.Shown shown =
                    unmaskings.show(id, field, note.isBlank() ? purpose : purpose + "：" + note.strip(), viewer);
            flash.addFlashAttribute("said", texts.text("unmask.done", Texts.clock(shown.until())));
        } catch (Problem refused) {
            if (refused.status() == 404 && refused.code().equals("not.found")) {
                throw refused;
            }
            flash.addFlashAttribute("fault", texts.problem(refused));
        }
        return "redirect:/talents/{id}";
    }
}
