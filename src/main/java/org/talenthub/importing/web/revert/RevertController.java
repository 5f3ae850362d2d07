package org.talenthub.importing.web.revert;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.importing.Imports;
import org.talenthub.importing.batch.revert.RevertPreview;
import org.talenthub.importing.batch.revert.RevertPreviews;
import org.talenthub.importing.web.BatchPages;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The page between “撤销本批” and doing it. */
@Controller
class RevertController {

    private final Imports imports;
    private final RevertPreviews previews;
    private final RevertPages pages;
    private final Texts texts;

    RevertController(Imports imports, RevertPreviews previews, RevertPages pages, Texts texts) {
        this.imports = imports;
        this.previews = previews;
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping("/imports/{id}/revert")
    String confirm(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            Model model) {
        long batch = Ids.parse(id).orElseThrow(Problem::notFound);
        model.addAttribute("section", "imports");
        model.addAttribute(
                "view", pages.of(previews.of(batch, RevertPreview.effect(show), page, texts.english(), viewer)));
        return "imports/revert";
    }

    /** Does it once a reason is given, and of many records their number. */
    @PostMapping("/imports/{id}/revert")
    String revert(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String number,
            Viewer viewer,
            RedirectAttributes after) {
        long batch = Ids.parse(id).orElseThrow(Problem::notFound);
        try {
            previews.of(batch, null, 0, texts.english(), viewer).confirm(reason, number);
        } catch (Problem owed) {
            if (owed.status() != 422) {
                throw owed;
            }
            after.addFlashAttribute("owed", owed.code());
            after.addFlashAttribute("reason", reason);
            return "redirect:/imports/" + Ids.text(batch) + "/revert";
        }
        return "redirect:" + BatchPages.address(imports.revert(batch, reason, viewer));
    }
}
