package org.talenthub.portal.home;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SiteDoor;

/** The log-in page; on a demo hub it lists the accounts of the contract. */
@Controller
class LoginController {

    /** Published in the contract; such accounts exist on a demo hub only, which answers this machine alone. */
    private static final String PASSWORD = "demo-Hub-2026";

    private static final List<DemoAccount> ACCOUNTS = List.of(
            new DemoAccount("station", Role.STATION),
            new DemoAccount("station2", Role.STATION),
            new DemoAccount("base", Role.BASE),
            new DemoAccount("wuhan", Role.CITY),
            new DemoAccount("yichang", Role.CITY),
            new DemoAccount("province", Role.PROVINCE),
            new DemoAccount("matchmaker", Role.MATCHMAKER),
            new DemoAccount("admin", Role.ADMIN));

    private final HubMode mode;
    private final ObjectProvider<SiteDoor> doors;

    LoginController(HubMode mode, ObjectProvider<SiteDoor> doors) {
        this.mode = mode;
        this.doors = doors;
    }

    record DemoAccount(String username, Role role) {}

    @GetMapping("/login")
    String login(Viewer viewer, CsrfToken token, Model model) {
        if (!viewer.anonymous()) {
            return "redirect:/";
        }
        // begins the session that keeps it, which is too late once the first part of a long page is on its way
        token.getToken();
        model.addAttribute("demo", mode.demo());
        model.addAttribute("doors", doors.orderedStream().toList());
        if (mode.demo()) {
            model.addAttribute("accounts", ACCOUNTS);
            model.addAttribute("password", PASSWORD);
        }
        return "login";
    }
}
