package org.talenthub.portal.search;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.security.Viewer;

/** Up to four records of one kind side by side. */
@Controller
class CompareController {

    private final Comparisons comparisons;

    CompareController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/compare")
    String compare(@RequestParam(defaultValue = "") List<String> id, Viewer viewer, Model model) {
        CompareView view = comparisons.of(id, viewer);
        model.addAttribute("view", view);
        model.addAttribute("section", view.tab());
        return "compare";
    }
}
