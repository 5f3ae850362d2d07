package org.talenthub.accounts.directory;

import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.accounts.directory.AccountsView.Choice;
import org.talenthub.accounts.organisations.OrganisationKind;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.organisations.OrganisationView;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;

/** Organisations on the site, for those who keep the accounts. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationPages {

    private static final int SIZE = 50;
    private static final int DEEPEST = 10_000;

    private final OrganisationRegister organisations;
    private final Directory directory;
    private final AccountFilters filters;
    private final Regions regions;
    private final Rights rights;
    private final Texts texts;

    OrganisationPages(
            OrganisationRegister organisations,
            Directory directory,
            AccountFilters filters,
            Regions regions,
            Rights rights,
            Texts texts) {
        this.organisations = organisations;
        this.directory = directory;
        this.filters = filters;
        this.regions = regions;
        this.rights = rights;
        this.texts = texts;
    }

    record Line(String id, String name, String kind, String region, boolean enabled) {}

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        Parameters given = Parameters.only(parameters, "q", "kind", "region", "page", "size");
        Paging paging = new Paging(given.paging().page(), SIZE);
        OrganisationRegister.Page found = organisations.list(filters.ofOrganisations(given), paging, viewer);
        String q = given.text("q");
        model.addAttribute("total", Texts.number(found.total()));
        model.addAttribute("q", q);
        model.addAttribute("lines", found.items().stream().map(this::line).toList());
        model.addAttribute("pager", Pager.of(found.total(), paging.page(), SIZE, DEEPEST, p -> address(q, p)));
        model.addAttribute("kinds", kinds(viewer));
        model.addAttribute("section", "accounts");
        return "accounts/organisations";
    }

    private static String address(@Nullable String q, int page) {
        var to = org.springframework.web.util.UriComponentsBuilder.fromPath("/admin/organisations")
                .queryParam("page", page);
        return q == null
                ? to.toUriString()
                : to.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
    }

    private List<Choice> kinds(Viewer viewer) {
        boolean all = rights.may(Act.EDIT, Thing.ACCOUNT, viewer);
        return Stream.of(OrganisationKind.values())
                .filter(k -> all || k.ofCarrier())
                .map(k -> new Choice(k.name(), texts.text("organisation.kind." + k.name()), false))
                .toList();
    }

    private Line line(OrganisationView o) {
        String region = o.region();
        return new Line(
                Ids.text(o.id()),
                o.name(),
                texts.text("organisation.kind." + o.kind().name()),
                region == null ? "" : texts.english() ? regions.english(region) : regions.label(region),
                o.enabled());
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String region,
            Viewer viewer,
            RedirectAttributes flash) {
        return after(
                flash,
                () -> organisations.create(
                        Parameters.choice("kind", kind, OrganisationKind.class),
                        name,
                        region.isBlank() ? null : region,
                        null,
                        viewer));
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Boolean enabled,
            Viewer viewer,
            RedirectAttributes flash) {
        return after(flash, () -> directory.changeOrganisation(id, name, enabled, viewer));
    }

    private String after(RedirectAttributes flash, java.util.function.Supplier<OrganisationView> what) {
        try {
            flash.addFlashAttribute(
                    "said", texts.text("account.changed", what.get().name()));
        } catch (Problem refused) {
            if (refused.status() == 404 || refused.status() == 403) {
                throw refused;
            }
            flash.addFlashAttribute("fault", texts.problem(refused));
        }
        return "redirect:/admin/organisations";
    }
}
