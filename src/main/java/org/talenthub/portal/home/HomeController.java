package org.talenthub.portal.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.talenthub.security.Viewer;

/** The first page. */
@Controller
class HomeController {

    private final Homes homes;

    HomeController(Homes homes) {
        this.homes = homes;
    }

    @GetMapping("/")
    String home(Viewer viewer, Model model) {
        model.addAttribute("view", homes.of(viewer));
        return "home";
    }
}
