package org.talenthub.portal.home;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.talenthub.security.Viewer;
import org.talenthub.web.HomeLead;

/** The first page. */
@Controller
class HomeController {

    private static final Logger log = LoggerFactory.getLogger(HomeController.class);

    private final Homes homes;
    private final List<HomeLead> leads;

    HomeController(Homes homes, List<HomeLead> leads) {
        this.homes = homes;
        this.leads =
                leads.stream().sorted(Comparator.comparingInt(HomeLead::order)).toList();
    }

    @GetMapping("/")
    String home(Viewer viewer, Model model) {
        model.addAttribute("view", homes.of(viewer));
        model.addAttribute(
                "leads", leads.stream().flatMap(l -> lead(l, viewer).stream()).toList());
        return "home";
    }

    private static Optional<HomeLead.Lead> lead(HomeLead lead, Viewer viewer) {
        try {
            return lead.of(viewer);
        } catch (RuntimeException away) {
            log.debug("a lead is not to be had", away);
            return Optional.empty();
        }
    }
}
