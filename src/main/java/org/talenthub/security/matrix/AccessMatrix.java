package org.talenthub.security.matrix;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.Role;
import org.talenthub.security.TokenScope;

/**
 * Who may call what, site and API, in one list; the first rule whose method and address fit decides. What no rule names does not
 * exist, so that a new endpoint is closed until it is written down here; a test compares the list with what is mapped. Which
 * records a permitted viewer then sees is the scope's business, not this list's. Long because it is a table.
 */
public final class AccessMatrix implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    /** The pool; the scope decides which persons. */
    private static final Set<Role> SEES_PERSONS =
            EnumSet.of(Role.PROVINCE, Role.CITY, Role.BASE, Role.STATION, Role.MATCHMAKER);
    /** Reports; the scope decides which batches, the feed who may submit. */
    private static final Set<Role> REPORTS = EnumSet.of(Role.PROVINCE, Role.CITY, Role.BASE, Role.STATION);

    /** Decides whether two records are one person; a city only pairs that touch its region. */
    private static final Set<Role> REVIEWS = EnumSet.of(Role.PROVINCE, Role.CITY);

    /** Between reports that disagree; a city in its own region. */
    private static final Set<Role> DECIDES = EnumSet.of(Role.PROVINCE, Role.CITY);

    /** Has an application filled in by the enterprise or zone itself: the city of its region. */
    private static final Set<Role> INVITES = EnumSet.of(Role.CITY);

    /** People as a file: province all, a city its region's, a station its own, a matchmaker those in own events. */
    private static final Set<Role> EXPORTS_PERSONS =
            EnumSet.of(Role.PROVINCE, Role.CITY, Role.STATION, Role.MATCHMAKER);

    /** Makes, plans and runs events; which ones, the rights say. */
    private static final Set<Role> ORGANISES = EnumSet.of(Role.PROVINCE, Role.CITY, Role.MATCHMAKER);

    /** Whoever can be named. */
    private static final Set<Role> SIGNED_IN = EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS));

    /** What the province alone does: deletes on request, calls for applications. */
    private static final Set<Role> PROVINCE_ONLY = EnumSet.of(Role.PROVINCE);
    /** Makes editions of the key list; what is published everybody reads. */
    private static final Set<Role> MAKES_THE_LIST = EnumSet.of(Role.PROVINCE);

    private static final Set<Role> AUDITS = EnumSet.of(Role.PROVINCE, Role.CITY, Role.ADMIN, Role.AUDITOR);
    private static final Set<Role> ADMINISTERS = EnumSet.of(Role.ADMIN);

    /** Accounts: a city those of its bases and stations. */
    private static final Set<Role> KEEPS_ACCOUNTS = EnumSet.of(Role.CITY, Role.ADMIN, Role.SECURITY);

    /** Who looked at a person; a city at those of its region. */
    private static final Set<Role> SEES_ACCESS = EnumSet.of(Role.PROVINCE, Role.CITY);

    /** What is the same for everybody, whoever asks. */
    public static final List<String> FILES = List.of(
            "/css/**",
            "/js/**",
            "/images/**",
            "/fonts/**",
            "/webjars/**",
            "/favicon.ico",
            "/favicon.svg",
            "/terminal-worker.js",
            "/robots.txt");

    static final List<AccessRule> RULES = List.of(
            // API
            AccessRule.of(GET, "/api/v1/talents", SEES_PERSONS),
            AccessRule.of(GET, "/api/v1/talents/{id}/access-log", SEES_ACCESS),
            AccessRule.of(POST, "/api/v1/talents/{id}/unmask", EXPORTS_PERSONS),
            AccessRule.of(GET, "/api/v1/talents/{id}/demands.xlsx", EXPORTS_PERSONS),
            AccessRule.of(GET, "/api/v1/talents/**", SEES_PERSONS).hiddenFromOthers(),
            AccessRule.of(POST, "/api/v1/talents/{id}/erase", PROVINCE_ONLY),
            AccessRule.of(GET, "/api/v1/demands/{id}/candidates.xlsx", EXPORTS_PERSONS),
            AccessRule.of(GET, "/api/v1/demands/{id}/candidates", SEES_PERSONS),
            AccessRule.of(GET, "/api/v1/demands/{id}/conditions", SEES_PERSONS),
            AccessRule.of(PUT, "/api/v1/demands/{id}/conditions", SEES_PERSONS),
            AccessRule.of(PUT, "/api/v1/talents/{id}/availability", SEES_PERSONS),
            AccessRule.of(GET, "/api/v1/matches/**", SEES_PERSONS),
            AccessRule.of(PUT, "/api/v1/matches/**", SEES_PERSONS),
            AccessRule.of(POST, "/api/v1/matches/**", SEES_PERSONS),
            AccessRule.of(GET, "/api/v1/placements/**", SEES_PERSONS),
            AccessRule.of(POST, "/api/v1/placements/**", SEES_PERSONS),
            AccessRule.of(GET, "/api/v1/events", EVERYBODY),
            AccessRule.of(GET, "/api/v1/events/{id}", EVERYBODY),
            AccessRule.of(GET, "/api/v1/events/**", SEES_PERSONS),
            AccessRule.of(POST, "/api/v1/events/{id}/participants/file", ORGANISES)
                    .takingFiles(),
            AccessRule.of(POST, "/api/v1/events/**", ORGANISES),
            // stations and bases for their own people
            AccessRule.of(PUT, "/api/v1/events/{id}/wishes", SEES_PERSONS),
            AccessRule.of(PUT, "/api/v1/events/**", ORGANISES),
            AccessRule.of(DELETE, "/api/v1/events/**", ORGANISES),
            AccessRule.of(PUT, "/api/v1/meetings/{id}/outcome", ORGANISES),
            AccessRule.of(GET, "/api/v1/demands/**", EVERYBODY),
            AccessRule.of(GET, "/api/v1/enterprises/**", EVERYBODY),
            AccessRule.of(GET, "/api/v1/bases/**", EVERYBODY),
            AccessRule.of(GET, "/api/v1/stations/**", EVERYBODY),
            AccessRule.of(GET, "/api/v1/platforms/**", EVERYBODY),
            AccessRule.of(PUT, "/api/v1/{kind}/{id}/choices/{field}", DECIDES),
            AccessRule.of(DELETE, "/api/v1/{kind}/{id}/choices/{field}", DECIDES),
            AccessRule.of(GET, "/api/v1/search", EVERYBODY),
            AccessRule.of(GET, "/api/v1/suggest", EVERYBODY),
            AccessRule.of(GET, "/api/v1/feeds/**", EVERYBODY),
            AccessRule.of(GET, "/api/v1/calls/**", EVERYBODY),
            AccessRule.of(POST, "/api/v1/calls", PROVINCE_ONLY),
            AccessRule.of(POST, "/api/v1/calls/{id}/files", PROVINCE_ONLY).takingFiles(),
            AccessRule.of(GET, "/api/v1/applications/**", REPORTS),
            AccessRule.of(POST, "/api/v1/applications/{id}/files", DECIDES).takingFiles(),
            // an expert with an account enters his own
            AccessRule.of(POST, "/api/v1/applications/{id}/reviews", REPORTS),
            AccessRule.of(POST, "/api/v1/applications/{id}/reviews/accept", REPORTS),
            AccessRule.of(PUT, "/api/v1/applications/{id}/visit", DECIDES),
            AccessRule.of(POST, "/api/v1/applications/{id}/photos", DECIDES).takingFiles(),
            AccessRule.of(DELETE, "/api/v1/applications/{id}/photos/{photo}", DECIDES),
            AccessRule.of(POST, "/api/v1/applications/{id}/invitation", INVITES),
            AccessRule.of(DELETE, "/api/v1/applications/{id}/invitation", INVITES),
            AccessRule.of(POST, "/api/v1/applications/**", DECIDES),
            AccessRule.of(PUT, "/api/v1/applications/{id}", DECIDES),
            // the carrier's own one by one, the departments' as counts
            AccessRule.of(GET, "/api/v1/service-needs/**", REPORTS),
            AccessRule.of(POST, "/api/v1/service-needs/**", REPORTS),
            AccessRule.of(GET, "/api/v1/typical-cases/**", EVERYBODY),
            AccessRule.of(POST, "/api/v1/typical-cases/{id}/pictures", REPORTS).takingFiles(),
            AccessRule.of(DELETE, "/api/v1/typical-cases/{id}/pictures/{picture}", REPORTS),
            AccessRule.of(POST, "/api/v1/typical-cases/**", REPORTS),
            AccessRule.of(PUT, "/api/v1/typical-cases/{id}", REPORTS),
            AccessRule.of(GET, "/api/v1/imports/**", REPORTS),
            AccessRule.of(POST, "/api/v1/imports", REPORTS).takingFiles(),
            AccessRule.of(POST, "/api/v1/imports/**", REPORTS),
            AccessRule.of(PUT, "/api/v1/imports/{id}/mapping", REPORTS),
            AccessRule.of(DELETE, "/api/v1/imports/{id}", REPORTS),
            AccessRule.of(GET, "/api/v1/chains", EVERYBODY),
            AccessRule.of(GET, "/api/v1/chains/{code}/links", EVERYBODY),
            AccessRule.of(GET, "/api/v1/chains/{code}/timeline", EVERYBODY),
            AccessRule.of(GET, "/api/v1/chains/{code}/gaps", EVERYBODY),
            AccessRule.of(GET, "/api/v1/regions/{code}/links", EVERYBODY),
            AccessRule.of(GET, "/api/v1/regions/{code}/timeline", EVERYBODY),
            AccessRule.of(GET, "/api/v1/regions/{code}/gaps", EVERYBODY),
            AccessRule.of(GET, "/api/v1/chains/**", DECIDES),
            AccessRule.of(PUT, "/api/v1/chains/placements/{id}", DECIDES),
            AccessRule.of(DELETE, "/api/v1/chains/placements/{id}", DECIDES),
            AccessRule.of(GET, "/api/v1/insights/scorecards", REPORTS),
            AccessRule.of(GET, "/api/v1/insights/**", SIGNED_IN),
            // outcomes are public, figures the departments' and the carrier's own
            AccessRule.of(GET, "/api/v1/assessments/{year}", EVERYBODY),
            AccessRule.of(GET, "/api/v1/assessments/{year}/closed.json", PROVINCE_ONLY),
            AccessRule.of(GET, "/api/v1/assessments/**", REPORTS),
            AccessRule.of(POST, "/api/v1/assessments/{year}/close", PROVINCE_ONLY),
            AccessRule.of(POST, "/api/v1/assessments/**", REPORTS),
            AccessRule.of(GET, "/api/v1/suspects/**", REVIEWS),
            AccessRule.of(POST, "/api/v1/suspects/**", REVIEWS),
            AccessRule.of(GET, "/api/v1/disputes", DECIDES),
            AccessRule.of(GET, "/api/v1/reporting-months", REPORTS),
            AccessRule.of(GET, "/api/v1/exports/talents.{format}", EXPORTS_PERSONS),
            AccessRule.of(GET, "/api/v1/exports/{file}", SIGNED_IN),
            AccessRule.of(GET, "/api/v1/saved-searches/**", SIGNED_IN),
            AccessRule.of(POST, "/api/v1/saved-searches", SIGNED_IN),
            AccessRule.of(PUT, "/api/v1/saved-searches/{id}", SIGNED_IN),
            AccessRule.of(DELETE, "/api/v1/saved-searches/{id}", SIGNED_IN),
            AccessRule.of(GET, "/api/v1/alerts/**", SIGNED_IN),
            AccessRule.of(POST, "/api/v1/alerts/seen", SIGNED_IN),
            AccessRule.of(GET, "/api/v1/lists/**", SIGNED_IN),
            AccessRule.of(POST, "/api/v1/lists/**", SIGNED_IN),
            AccessRule.of(PUT, "/api/v1/lists/**", SIGNED_IN),
            AccessRule.of(DELETE, "/api/v1/lists/**", SIGNED_IN),
            AccessRule.of(GET, "/api/v1/key-recruitment-list/clusters", MAKES_THE_LIST),
            AccessRule.of(GET, "/api/v1/key-recruitment-list/**", EVERYBODY),
            AccessRule.of(POST, "/api/v1/key-recruitment-list/**", MAKES_THE_LIST),
            AccessRule.of(PUT, "/api/v1/key-recruitment-list/**", MAKES_THE_LIST),
            AccessRule.of(GET, "/api/v1/accounts/**", KEEPS_ACCOUNTS),
            AccessRule.of(POST, "/api/v1/accounts/import", KEEPS_ACCOUNTS).takingFiles(),
            AccessRule.of(POST, "/api/v1/accounts/**", KEEPS_ACCOUNTS),
            AccessRule.of(PUT, "/api/v1/accounts/{id}", KEEPS_ACCOUNTS),
            AccessRule.of(DELETE, "/api/v1/accounts/{id}/sessions", KEEPS_ACCOUNTS),
            AccessRule.of(GET, "/api/v1/organisations/**", KEEPS_ACCOUNTS),
            AccessRule.of(POST, "/api/v1/organisations", KEEPS_ACCOUNTS),
            AccessRule.of(PUT, "/api/v1/organisations/{id}", KEEPS_ACCOUNTS),
            AccessRule.of(GET, "/api/v1/tokens", SIGNED_IN),
            AccessRule.of(POST, "/api/v1/tokens", SIGNED_IN),
            AccessRule.of(DELETE, "/api/v1/tokens/{id}", SIGNED_IN),
            AccessRule.of(GET, "/api/v1/admin/audit", AUDITS),
            AccessRule.of(GET, "/api/v1/admin/audit.csv", AUDITS),
            AccessRule.of(null, "/api/v1/admin/**", ADMINISTERS),
            // its description
            AccessRule.of(GET, "/v3/**", EVERYBODY),
            AccessRule.of(GET, "/swagger-ui/**", EVERYBODY),
            // the site
            AccessRule.of(GET, "/", EVERYBODY),
            AccessRule.of(GET, "/login", EVERYBODY),
            AccessRule.of(POST, "/login", EVERYBODY),
            AccessRule.of(POST, "/logout", EVERYBODY),
            AccessRule.of(GET, "/login/oidc", EVERYBODY),
            AccessRule.of(GET, "/login/code", EVERYBODY),
            AccessRule.of(POST, "/login/code", EVERYBODY),
            AccessRule.of(POST, "/login/passkey", EVERYBODY),
            AccessRule.of(POST, "/login/passkey/options", EVERYBODY),
            AccessRule.of(GET, "/invitation/{token}", EVERYBODY),
            AccessRule.of(POST, "/invitation/{token}", EVERYBODY),
            AccessRule.of(GET, "/account/**", SIGNED_IN),
            AccessRule.of(POST, "/account/**", SIGNED_IN),
            AccessRule.of(null, "/error", EVERYBODY),
            AccessRule.of(GET, "/help/**", EVERYBODY),
            AccessRule.of(GET, "/search/ages", SEES_PERSONS),
            AccessRule.of(GET, "/search/**", EVERYBODY),
            AccessRule.of(GET, "/suggest", EVERYBODY),
            // the scope decides which records
            AccessRule.of(GET, "/compare", EVERYBODY),
            AccessRule.of(GET, "/talents/{id}/erase", PROVINCE_ONLY),
            AccessRule.of(POST, "/talents/{id}/erase", PROVINCE_ONLY),
            AccessRule.of(GET, "/talents/{id}/access-log", SEES_ACCESS),
            AccessRule.of(POST, "/talents/{id}/unmask", EXPORTS_PERSONS),
            AccessRule.of(GET, "/talents/**", SEES_PERSONS).hiddenFromOthers(),
            AccessRule.of(POST, "/talents/{id}/availability", SEES_PERSONS),
            AccessRule.of(POST, "/talents/{id}/needs.xlsx", EXPORTS_PERSONS),
            AccessRule.of(POST, "/demands/{id}/candidates.xlsx", EXPORTS_PERSONS),
            AccessRule.of(GET, "/demands/{id}/candidates", SEES_PERSONS),
            AccessRule.of(POST, "/demands/{id}/conditions", SEES_PERSONS),
            AccessRule.of(GET, "/matches/**", SEES_PERSONS),
            AccessRule.of(POST, "/matches/**", SEES_PERSONS),
            AccessRule.of(GET, "/placements/**", SEES_PERSONS),
            AccessRule.of(POST, "/placements/**", SEES_PERSONS),
            AccessRule.of(GET, "/event-answers/{token}", EVERYBODY),
            AccessRule.of(POST, "/event-answers/{token}", EVERYBODY),
            AccessRule.of(GET, "/event-feedback/{address}", EVERYBODY),
            AccessRule.of(POST, "/event-feedback/{address}", EVERYBODY),
            AccessRule.of(GET, "/events/new", ORGANISES),
            AccessRule.of(GET, "/events", EVERYBODY),
            AccessRule.of(GET, "/events/{id}", EVERYBODY),
            AccessRule.of(GET, "/events/**", SEES_PERSONS),
            AccessRule.of(POST, "/events/{id}/people/file", ORGANISES).takingFiles(),
            AccessRule.of(POST, "/events/{id}/people/wishes", SEES_PERSONS),
            AccessRule.of(POST, "/events/**", ORGANISES),
            AccessRule.of(GET, "/demands/**", EVERYBODY),
            AccessRule.of(GET, "/enterprises/**", EVERYBODY),
            AccessRule.of(GET, "/bases/**", EVERYBODY),
            AccessRule.of(GET, "/stations/**", EVERYBODY),
            AccessRule.of(GET, "/platforms/**", EVERYBODY),
            AccessRule.of(POST, "/{kind}/{id}/choices/**", DECIDES),
            AccessRule.of(POST, "/{kind}/{id}/nodes/**", DECIDES),
            AccessRule.of(GET, "/imports/**", REPORTS),
            AccessRule.of(POST, "/imports", REPORTS).takingFiles(),
            AccessRule.of(POST, "/imports/**", REPORTS),
            AccessRule.of(GET, "/exports/talents", EXPORTS_PERSONS),
            AccessRule.of(POST, "/exports/talents", EXPORTS_PERSONS),
            AccessRule.of(GET, "/exports/{kind}", SIGNED_IN),
            AccessRule.of(POST, "/exports/{kind}", SIGNED_IN),
            AccessRule.of(GET, "/saved/**", SIGNED_IN),
            AccessRule.of(POST, "/saved/**", SIGNED_IN),
            AccessRule.of(GET, "/lists/**", SIGNED_IN),
            AccessRule.of(POST, "/lists/**", SIGNED_IN),
            AccessRule.of(GET, "/boards/**", SIGNED_IN),
            AccessRule.of(GET, "/chains/queue", DECIDES),
            AccessRule.of(POST, "/chains/queue", DECIDES),
            AccessRule.of(GET, "/chains/**", EVERYBODY),
            AccessRule.of(GET, "/regions/{code}", EVERYBODY),
            AccessRule.of(GET, "/key-list/clusters", MAKES_THE_LIST),
            AccessRule.of(GET, "/key-list/{edition}/edit", MAKES_THE_LIST),
            AccessRule.of(GET, "/key-list/**", EVERYBODY),
            AccessRule.of(POST, "/key-list/**", MAKES_THE_LIST),
            AccessRule.of(GET, "/carriers", EVERYBODY),
            AccessRule.of(GET, "/calls/**", EVERYBODY),
            AccessRule.of(POST, "/calls", PROVINCE_ONLY),
            AccessRule.of(POST, "/calls/{id}/applications", DECIDES),
            AccessRule.of(POST, "/calls/{id}/files", PROVINCE_ONLY).takingFiles(),
            AccessRule.of(GET, "/applications/**", REPORTS),
            AccessRule.of(POST, "/applications/{id}/files", DECIDES).takingFiles(),
            AccessRule.of(POST, "/applications/{id}/photos", DECIDES).takingFiles(),
            // whoever was given the link, which the address holds
            AccessRule.of(GET, "/invited-applications/{token}", EVERYBODY),
            AccessRule.of(POST, "/invited-applications/{token}/files", EVERYBODY)
                    .takingFiles(),
            AccessRule.of(POST, "/invited-applications/{token}/**", EVERYBODY),
            AccessRule.of(POST, "/applications/{id}/invitation/**", INVITES),
            // an expert with an account enters his own
            AccessRule.of(POST, "/applications/{id}/reviews", REPORTS),
            AccessRule.of(POST, "/applications/{id}/reviews/accept", REPORTS),
            AccessRule.of(POST, "/applications/**", DECIDES),
            AccessRule.of(GET, "/assessments/{year}", EVERYBODY),
            AccessRule.of(GET, "/assessments/**", REPORTS),
            AccessRule.of(POST, "/assessments/{year}/close", PROVINCE_ONLY),
            AccessRule.of(POST, "/assessments/**", REPORTS),
            AccessRule.of(GET, "/service-needs/**", REPORTS),
            AccessRule.of(POST, "/service-needs/**", REPORTS),
            AccessRule.of(GET, "/typical-cases/**", EVERYBODY),
            AccessRule.of(POST, "/typical-cases/{id}/pictures", REPORTS).takingFiles(),
            AccessRule.of(POST, "/typical-cases/**", REPORTS),
            // public facts only, whoever is signed in
            AccessRule.of(GET, "/terminal/**", EVERYBODY),
            AccessRule.of(GET, "/suspects", REVIEWS),
            AccessRule.of(POST, "/suspects", REVIEWS),
            AccessRule.of(GET, "/disputes", DECIDES),
            AccessRule.of(GET, "/reporting", REPORTS),
            AccessRule.of(GET, "/admin/accounts/**", KEEPS_ACCOUNTS),
            AccessRule.of(POST, "/admin/accounts/import", KEEPS_ACCOUNTS).takingFiles(),
            AccessRule.of(POST, "/admin/accounts/**", KEEPS_ACCOUNTS),
            AccessRule.of(GET, "/admin/organisations/**", KEEPS_ACCOUNTS),
            AccessRule.of(POST, "/admin/organisations/**", KEEPS_ACCOUNTS),
            AccessRule.of(GET, "/admin/audit", AUDITS),
            AccessRule.of(GET, "/admin/audit.csv", AUDITS),
            AccessRule.of(null, "/admin/**", ADMINISTERS),
            // files
            AccessRule.of(GET, "/css/**", EVERYBODY),
            AccessRule.of(GET, "/js/**", EVERYBODY),
            AccessRule.of(GET, "/images/**", EVERYBODY),
            AccessRule.of(GET, "/fonts/**", EVERYBODY),
            AccessRule.of(GET, "/webjars/**", EVERYBODY),
            AccessRule.of(GET, "/favicon.ico", EVERYBODY),
            AccessRule.of(GET, "/favicon.svg", EVERYBODY),
            AccessRule.of(GET, "/terminal-worker.js", EVERYBODY),
            AccessRule.of(GET, "/robots.txt", EVERYBODY));

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        AccessDecision decision =
                decide(request, () -> CurrentViewer.of(authentication.get()).role());
        if (decision.isGranted() && !inScope(request, authentication)) {
            decision = AccessDecision.OUT_OF_SCOPE;
        }
        decision.noteOn(request);
        return decision;
    }

    /** Only who shows something at the API has scopes. */
    private static boolean inScope(HttpServletRequest request, Supplier<? extends Authentication> authentication) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Authentication now = authentication.get();
        return now == null || TokenScope.allow(request, now.getAuthorities());
    }

    /** @param role asked for only where it matters: files and error pages are served while nobody can be recognised */
    private static AccessDecision decide(HttpServletRequest request, Supplier<Role> role) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            // A forward, an error page or the end of an asynchronous answer: the request itself was decided before.
            return AccessDecision.GRANTED;
        }
        Optional<AccessRule> rule = ruleOf(request);
        if (rule.isPresent()) {
            return rule.get().forEverybody() ? AccessDecision.GRANTED : decide(rule.get(), role.get());
        }
        return RULES.stream().anyMatch(r -> r.path().matches(request))
                ? AccessDecision.OTHER_METHOD
                : AccessDecision.UNKNOWN;
    }

    private static Optional<AccessRule> ruleOf(HttpServletRequest request) {
        return RULES.stream()
                .filter(r -> r.covers(request.getMethod()) && r.path().matches(request))
                .findFirst();
    }

    private static AccessDecision decide(AccessRule rule, Role role) {
        if (rule.roles().contains(role)) {
            return AccessDecision.GRANTED;
        }
        return rule.hidden() ? AccessDecision.HIDDEN : AccessDecision.NOT_THIS_ROLE;
    }

    /** What the caller may send to this address; asked before anything of a body is read. */
    public static Body bodyOf(HttpServletRequest request, Role role) {
        Optional<AccessRule> rule = ruleOf(request).filter(r -> r.roles().contains(role));
        if (rule.isEmpty() || role == Role.ANONYMOUS) {
            return Body.OF_STRANGERS;
        }
        return rule.get().takesFiles() ? Body.WITH_FILES : Body.OF_A_FORM;
    }

    /** What who was given a link may send to its address, if the address is everybody's. */
    public static Body bodyOfLink(HttpServletRequest request) {
        Optional<AccessRule> rule = ruleOf(request).filter(AccessRule::forEverybody);
        return rule.isEmpty() ? Body.OF_STRANGERS : rule.get().takesFiles() ? Body.WITH_FILES : Body.OF_A_FORM;
    }

    /** Kinds of bodies, each with a bound of its own. */
    public enum Body {
        OF_STRANGERS,
        OF_A_FORM,
        WITH_FILES
    }
}
