package org.talenthub.accounts.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.accounts.AccountState;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.directory.AccountsView.Choice;
import org.talenthub.accounts.organisations.OrganisationKind;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.organisations.OrganisationView;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;

/** Accounts on the site, for those who keep them. */
@Controller
@RequestMapping("/admin/accounts")
class AccountPages {

    private static final int SIZE = 50;
    private static final int DEEPEST = 10_000;

    /** How many organisations the forms propose, twice; others are written. */
    private static final int PROPOSED = 100;

    private static final String[] FILTERS = {"q", "role", "state", "region", "organisation"};

    private final Directory directory;
    private final AccountItems items;
    private final AccountFilters filters;
    private final Regions regions;
    private final Rights rights;
    private final Texts texts;
    private final AccountSheet sheet;
    private final OrganisationRegister organisations;

    AccountPages(
            Directory directory,
            AccountItems items,
            AccountFilters filters,
            Regions regions,
            Rights rights,
            Texts texts,
            AccountSheet sheet,
            OrganisationRegister organisations) {
        this.sheet = sheet;
        this.organisations = organisations;
        this.directory = directory;
        this.items = items;
        this.filters = filters;
        this.regions = regions;
        this.rights = rights;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        fill(parameters, viewer, model);
        return "accounts/list";
    }

    private void fill(MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        Parameters given = Parameters.only(parameters, "q", "role", "state", "region", "organisation", "page", "size");
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : FILTERS) {
            String value = given.text(name);
            if (value != null) {
                asked.put(name, value);
            }
        }
        Paging paging = new Paging(given.paging().page(), SIZE);
        Directory.Page found = directory.list(filters.read(given), paging, viewer);
        model.addAttribute(
                "view",
                new AccountsView(
                        Texts.number(found.total()),
                        found.items().stream().map(this::line).toList(),
                        Pager.of(found.total(), paging.page(), SIZE, DEEPEST, p -> address(asked, p)),
                        asked,
                        roles(viewer, asked.get("role")),
                        Stream.of(AccountState.values())
                                .map(s -> new Choice(
                                        s.name(),
                                        texts.text("account.state." + s.name()),
                                        s.name().equals(asked.get("state"))))
                                .toList(),
                        regions(viewer, asked.get("region"))));
        model.addAttribute("organisations", organisations(viewer));
        model.addAttribute("section", "accounts");
    }

    private List<Choice> roles(Viewer viewer, @Nullable String chosen) {
        return Stream.of(Role.values())
                .filter(r -> r != Role.ANONYMOUS)
                .filter(r -> rights.may(Act.EDIT, r.ofCarrier() ? Thing.CARRIER_ACCOUNT : Thing.ACCOUNT, viewer))
                .map(r -> new Choice(
                        r.name(), texts.text("role." + r.name()), r.name().equals(chosen)))
                .toList();
    }

    private List<Choice> regions(Viewer viewer, @Nullable String chosen) {
        List<Choice> all = new ArrayList<>();
        if (viewer.region() == null) {
            regions.prefectures()
                    .forEach(r -> all.add(new Choice(
                            r.code(),
                            texts.english() ? r.english() : r.name(),
                            r.code().equals(chosen))));
        }
        return all;
    }

    /** Those of matchmakers first: the others find theirs by themselves. */
    private List<String> organisations(Viewer viewer) {
        OrganisationRegister.Filter made = new OrganisationRegister.Filter(null, OrganisationKind.MATCHMAKER, null);
        OrganisationRegister.Filter any = new OrganisationRegister.Filter(null, null, null);
        return Stream.of(made, any)
                .map(f -> organisations.list(f, new Paging(0, PROPOSED), viewer))
                .flatMap(p -> p.items().stream())
                .filter(OrganisationView::enabled)
                .map(OrganisationView::name)
                .distinct()
                .toList();
    }

    private AccountsView.Line line(AccountView a) {
        AccountItem item = items.of(a, null);
        String where = Stream.of(
                        item.regionLabel(),
                        item.carrier() == null ? null : item.carrier().name())
                .filter(w -> w != null && !w.isEmpty())
                .map(String::valueOf)
                .reduce((x, y) -> x + " · " + y)
                .orElse(item.organisation() == null ? "" : item.organisation().name());
        return new AccountsView.Line(
                "/admin/accounts/" + item.id(),
                item.username(),
                item.displayName(),
                item.roleLabel(),
                where,
                a.state().name(),
                texts.text("account.state." + a.state().name()),
                a.factor(),
                a.lastSeen() == null ? null : Texts.time(a.lastSeen()));
    }

    private static String address(Map<String, String> asked, int page) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/admin/accounts");
        asked.forEach((n, v) -> to.queryParam(n, "{" + n + "}"));
        if (page > 0) {
            to.queryParam("page", page);
        }
        return to.encode().buildAndExpand(asked).toUriString();
    }

    /** The answer shows the link; no redirect, since nothing keeps it. */
    @PostMapping
    String create(@RequestParam Map<String, String> form, Viewer viewer, Model model, RedirectAttributes flash) {
        try {
            Directory.Made made = directory.create(AccountWish.of(form), viewer);
            model.addAttribute("invitation", made.invitation());
            model.addAttribute("until", Texts.time(made.invitation().until()));
            show(made.account(), viewer, model);
            return "accounts/one";
        } catch (Problem refused) {
            if (refused.status() == 403) {
                throw refused;
            }
            flash.addFlashAttribute("fault", texts.problem(refused));
            flash.addFlashAttribute("typed", form);
            return "redirect:/admin/accounts#new";
        }
    }

    /** The answer shows the links; no redirect, since nothing keeps them. */
    @PostMapping("/import")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        try {
            model.addAttribute("outcomes", sheet.take(file, viewer));
            model.addAttribute("section", "accounts");
            return "accounts/imported";
        } catch (Problem refused) {
            if (refused.status() == 403) {
                throw refused;
            }
            flash.addFlashAttribute("fault", texts.problem(refused));
            return "redirect:/admin/accounts#new";
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Viewer viewer, Model model) {
        show(directory.get(id, viewer), viewer, model);
        return "accounts/one";
    }

    private void show(AccountView account, Viewer viewer, Model model) {
        model.addAttribute("account", line(account));
        model.addAttribute("item", items.of(account, null));
        model.addAttribute("created", Texts.time(account.createdAt()));
        model.addAttribute("roles", roles(viewer, account.viewer().role().name()));
        model.addAttribute("regions", regions(viewer, account.viewer().region()));
        model.addAttribute("organisations", organisations(viewer));
        model.addAttribute("section", "accounts");
    }

    /** The answer shows the link; no redirect, since nothing keeps it. */
    @PostMapping("/{id}/invitation")
    String invite(@PathVariable String id, Viewer viewer, Model model, RedirectAttributes flash) {
        try {
            var invitation = directory.invite(id, viewer);
            model.addAttribute("invitation", invitation);
            model.addAttribute("until", Texts.time(invitation.until()));
            show(directory.get(id, viewer), viewer, model);
            return "accounts/one";
        } catch (Problem refused) {
            return back(id, refused, flash);
        }
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id, @RequestParam Map<String, String> form, Viewer viewer, RedirectAttributes flash) {
        AccountWish said = AccountWish.of(form);
        AccountWish wish = new AccountWish(
                null,
                said.displayName(),
                said.role(),
                said.region(),
                said.carrier(),
                said.organisation(),
                said.email(),
                form.containsKey("enabled") ? Boolean.valueOf(form.get("enabled")) : null,
                form.containsKey("factor") ? Boolean.FALSE : null);
        try {
            AccountView changed = directory.change(id, wish, viewer);
            flash.addFlashAttribute(
                    "said", texts.text("account.changed", changed.viewer().username()));
            return "redirect:/admin/accounts/" + Ids.text(changed.id());
        } catch (Problem refused) {
            return back(id, refused, flash);
        }
    }

    @PostMapping("/{id}/sessions/end")
    String endSessions(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        AccountView account = directory.endSessions(id, viewer);
        flash.addFlashAttribute(
                "said", texts.text("account.sessionsEnded", account.viewer().username()));
        return "redirect:/admin/accounts/" + Ids.text(account.id());
    }

    private String back(String id, Problem refused, RedirectAttributes flash) {
        if (refused.status() == 404) {
            throw refused;
        }
        flash.addFlashAttribute("fault", texts.problem(refused));
        return "redirect:/admin/accounts/" + id;
    }
}
