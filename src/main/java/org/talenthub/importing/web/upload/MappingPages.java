package org.talenthub.importing.web.upload;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.importing.Rereading;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.web.BatchPages;
import org.talenthub.security.Viewer;

/** A person says which sheet is meant, or which column is which. */
@Controller
@RequestMapping("/imports")
class MappingPages {

    /** Parameters named so carry a column's letters. */
    private static final String COLUMN = "column.";

    private final Rereading rereading;

    MappingPages(Rereading rereading) {
        this.rereading = rereading;
    }

    /** Reads the file anew; the page then shows the new preview, or the next question. */
    @PostMapping("/{id}/mapping")
    String reread(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes after) {
        long batch = Ids.parse(id).orElseThrow(Problem::notFound);
        Map<String, String> columns = new HashMap<>();
        form.forEach((name, field) -> {
            if (name.startsWith(COLUMN)) {
                columns.put(name.substring(COLUMN.length()), field);
            }
        });
        try {
            BatchView view = rereading.reread(batch, new ReadingChoice(feed, sheet, columns), viewer);
            return "redirect:" + BatchPages.address(view);
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            after.addFlashAttribute("refused", refused.detail(LocaleContextHolder.getLocale()));
            return "redirect:/imports/" + Ids.text(batch);
        }
    }
}
