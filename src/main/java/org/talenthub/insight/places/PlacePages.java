package org.talenthub.insight.places;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.security.Viewer;

/** Pages of industries, the nodes of their chains, and regions. */
@Controller
class PlacePages {

    private final PlaceViews views;
    private final Rights rights;

    PlacePages(PlaceViews views, Rights rights) {
        this.views = views;
        this.rights = rights;
    }

    @GetMapping("/chains")
    String chains(Viewer viewer, Model model) {
        model.addAttribute("all", views.all());
        model.addAttribute("regions", views.prefectures());
        model.addAttribute("queue", rights.may(Act.DECIDE, "talent", viewer));
        model.addAttribute("section", "chains");
        return "insight/chains";
    }

    @GetMapping("/chains/{code}")
    String chain(@PathVariable String code, Viewer viewer, Model model) {
        model.addAttribute("view", views.chain(code, viewer));
        model.addAttribute("section", "chains");
        return "insight/place";
    }

    @GetMapping("/regions/{code}")
    String region(@PathVariable String code, Viewer viewer, Model model) {
        model.addAttribute("view", views.region(code, viewer));
        model.addAttribute("section", "chains");
        return "insight/place";
    }
}
