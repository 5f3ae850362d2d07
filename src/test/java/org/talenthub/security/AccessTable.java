package org.talenthub.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.talenthub.security.matrix.AccessMatrix;

/**
 * Who may call what, written down a second time from the contract and without looking at {@link AccessMatrix}: 200 for
 * "permitted", else the status of the refusal.
 */
final class AccessTable {

    static final List<Role> ROLES = List.of(
            Role.PROVINCE,
            Role.CITY,
            Role.BASE,
            Role.STATION,
            Role.MATCHMAKER,
            Role.ADMIN,
            Role.ANONYMOUS,
            Role.SECURITY,
            Role.AUDITOR);

    private static final int MATCHMAKER = 4;
    private static final int ADMIN = 5;

    private static final String TABLE = """
            # what a line does not say of SECURITY and AUDITOR: they may what everybody may who is signed in, and nothing of the hub's own
            # method address                     PROV CITY BASE STAT MATC ADMI ANON SECU AUDI
            # a matchmaker sees those in own events: this one has none, so nobody, and no list
            GET    /api/v1/talents               200  200  200  200  403  403  401
            # who looked at a person: province, and the city of its region; unmasking as exporting
            GET    /api/v1/talents/*/access-log  200  200  403  403  403  403  401
            POST   /api/v1/talents/*/unmask      200  200  403  200  200  403  401
            GET    /api/v1/talents/*/demands.xlsx 200  200  403  200  200  403  401
            GET    /api/v1/talents/**            200  200  200  200  200  404  404
            POST   /api/v1/talents/*/erase       200  403  403  403  403  403  401
            GET    /api/v1/demands/*/candidates.xlsx 200  200  403  200  200  403  401
            # events: what, where, when is everybody's; the rest of who has to do with them, changes of who runs them
            GET    /api/v1/events                200  200  200  200  200  200  200
            GET    /api/v1/events/*              200  200  200  200  200  200  200
            GET    /api/v1/events/**             200  200  200  200  200  403  401
            POST   /api/v1/events/**             200  200  403  403  200  403  401
            PUT    /api/v1/events/*/wishes       200  200  200  200  200  403  401
            PUT    /api/v1/events/**             200  200  403  403  200  403  401
            DELETE /api/v1/events/**             200  200  403  403  200  403  401
            PUT    /api/v1/meetings/*/outcome    200  200  403  403  200  403  401
            GET    /api/v1/demands/*/candidates  200  200  200  200  200  403  401
            GET    /api/v1/demands/*/conditions  200  200  200  200  200  403  401
            PUT    /api/v1/demands/*/conditions  200  200  200  200  200  403  401
            PUT    /api/v1/talents/*/availability 200  200  200  200  200  403  401
            GET    /api/v1/matches/**            200  200  200  200  200  403  401
            PUT    /api/v1/matches/**            200  200  200  200  200  403  401
            POST   /api/v1/matches/**            200  200  200  200  200  403  401
            GET    /api/v1/placements/**         200  200  200  200  200  403  401
            POST   /api/v1/placements/**         200  200  200  200  200  403  401
            GET    /api/v1/demands/**            200  200  200  200  200  200  200
            GET    /api/v1/enterprises/**        200  200  200  200  200  200  200
            GET    /api/v1/bases/**              200  200  200  200  200  200  200
            GET    /api/v1/stations/**           200  200  200  200  200  200  200
            GET    /api/v1/platforms/**          200  200  200  200  200  200  200
            PUT    /api/v1/talents/*/choices/*  200  200  403  403  403  403  401
            DELETE /api/v1/talents/*/choices/*  200  200  403  403  403  403  401
            PUT    /api/v1/demands/*/choices/*  200  200  403  403  403  403  401
            DELETE /api/v1/demands/*/choices/*  200  200  403  403  403  403  401
            PUT    /api/v1/enterprises/*/choices/* 200  200  403  403  403  403  401
            DELETE /api/v1/enterprises/*/choices/* 200  200  403  403  403  403  401
            PUT    /api/v1/bases/*/choices/*    200  200  403  403  403  403  401
            DELETE /api/v1/bases/*/choices/*    200  200  403  403  403  403  401
            PUT    /api/v1/stations/*/choices/* 200  200  403  403  403  403  401
            DELETE /api/v1/stations/*/choices/* 200  200  403  403  403  403  401
            PUT    /api/v1/platforms/*/choices/* 200  200  403  403  403  403  401
            DELETE /api/v1/platforms/*/choices/* 200  200  403  403  403  403  401
            GET    /api/v1/search                200  200  200  200  200  200  200
            GET    /api/v1/suggest               200  200  200  200  200  200  200
            GET    /api/v1/feeds/**              200  200  200  200  200  200  200
            GET    /api/v1/service-needs/**      200  200  200  200  403  403  401
            POST   /api/v1/service-needs/**      200  200  200  200  403  403  401
            GET    /api/v1/typical-cases/**      200  200  200  200  200  200  200
            POST   /api/v1/typical-cases/**      200  200  200  200  403  403  401
            PUT    /api/v1/typical-cases/*       200  200  200  200  403  403  401
            DELETE /api/v1/typical-cases/*/pictures/* 200 200 200 200 403  403  401
            GET    /carriers                     200  200  200  200  200  200  200
            GET    /calls/**                     200  200  200  200  200  200  200
            POST   /calls                        200  403  403  403  403  403  302
            POST   /calls/*/applications         200  200  403  403  403  403  302
            GET    /applications/**              200  200  200  200  403  403  302
            GET    /invited-applications/*       200  200  200  200  200  200  200
            POST   /invited-applications/**      200  200  200  200  200  200  200
            POST   /applications/*/invitation/** 403  200  403  403  403  403  302
            POST   /applications/*/reviews       200  200  200  200  403  403  302
            POST   /applications/*/reviews/accept 200 200  200  200  403  403  302
            POST   /applications/**              200  200  403  403  403  403  302
            POST   /calls/*/files                200  403  403  403  403  403  302
            GET    /assessments/*                200  200  200  200  200  200  200
            GET    /assessments/**               200  200  200  200  403  403  302
            POST   /assessments/*/close          200  403  403  403  403  403  302
            POST   /assessments/**               200  200  200  200  403  403  302
            GET    /service-needs/**             200  200  200  200  403  403  302
            POST   /service-needs/**             200  200  200  200  403  403  302
            GET    /typical-cases/**             200  200  200  200  200  200  200
            POST   /typical-cases/**             200  200  200  200  403  403  302
            GET    /api/v1/imports/**            200  200  200  200  403  403  401
            POST   /api/v1/imports/**            200  200  200  200  403  403  401
            PUT    /api/v1/imports/{id}/mapping  200  200  200  200  403  403  401
            DELETE /api/v1/imports/{id}          200  200  200  200  403  403  401
            GET    /api/v1/chains                200  200  200  200  200  200  200
            GET    /api/v1/chains/*/links        200  200  200  200  200  200  200
            GET    /api/v1/chains/*/timeline     200  200  200  200  200  200  200
            GET    /api/v1/chains/*/gaps         200  200  200  200  200  200  200
            GET    /api/v1/regions/*/links       200  200  200  200  200  200  200
            GET    /api/v1/regions/*/timeline    200  200  200  200  200  200  200
            GET    /api/v1/regions/*/gaps        200  200  200  200  200  200  200
            GET    /api/v1/chains/**             200  200  403  403  403  403  401
            PUT    /api/v1/chains/placements/*   200  200  403  403  403  403  401
            DELETE /api/v1/chains/placements/*   200  200  403  403  403  403  401
            GET    /api/v1/insights/scorecards   200  200  200  200  403  403  401
            GET    /api/v1/insights/**           200  200  200  200  200  200  401
            # outcomes are public
            GET    /api/v1/assessments/*         200  200  200  200  200  200  200
            GET    /api/v1/assessments/*/closed.json 200  403  403  403  403  403  401
            GET    /api/v1/assessments/**        200  200  200  200  403  403  401
            POST   /api/v1/assessments/*/close   200  403  403  403  403  403  401
            POST   /api/v1/assessments/**        200  200  200  200  403  403  401
            GET    /api/v1/calls/**              200  200  200  200  200  200  200
            POST   /api/v1/calls/**              200  403  403  403  403  403  401
            GET    /api/v1/applications/**       200  200  200  200  403  403  401
            POST   /api/v1/applications/*/reviews 200 200 200  200  403  403  401
            POST   /api/v1/applications/*/reviews/accept 200 200 200 200 403  403  401
            POST   /api/v1/applications/*/invitation 403 200 403  403  403  403  401
            DELETE /api/v1/applications/*/invitation 403 200 403  403  403  403  401
            POST   /api/v1/applications/**       200  200  403  403  403  403  401
            PUT    /api/v1/applications/*/visit  200  200  403  403  403  403  401
            DELETE /api/v1/applications/*/photos/* 200 200 403 403  403  403  401
            PUT    /api/v1/applications/*        200  200  403  403  403  403  401
            GET    /api/v1/suspects/**           200  200  403  403  403  403  401
            POST   /api/v1/suspects/**           200  200  403  403  403  403  401
            GET    /api/v1/disputes              200  200  403  403  403  403  401
            GET    /api/v1/reporting-months      200  200  200  200  403  403  401
            # a base exports no persons, a matchmaker those of own events, and this one has none
            GET    /api/v1/exports/talents.*     200  200  403  200  403  403  401
            GET    /api/v1/exports/*             200  200  200  200  200  200  401
            GET    /api/v1/saved-searches/**     200  200  200  200  200  200  401
            POST   /api/v1/saved-searches        200  200  200  200  200  200  401
            PUT    /api/v1/saved-searches/*      200  200  200  200  200  200  401
            DELETE /api/v1/saved-searches/*      200  200  200  200  200  200  401
            GET    /api/v1/alerts/**             200  200  200  200  200  200  401
            POST   /api/v1/alerts/seen           200  200  200  200  200  200  401
            GET    /api/v1/lists/**              200  200  200  200  200  200  401
            POST   /api/v1/lists/**              200  200  200  200  200  200  401
            PUT    /api/v1/lists/**              200  200  200  200  200  200  401
            DELETE /api/v1/lists/**              200  200  200  200  200  200  401
            GET    /api/v1/key-recruitment-list/clusters 200 403 403 403 403 403 401
            GET    /api/v1/key-recruitment-list/** 200 200 200  200  200  200  200
            POST   /api/v1/key-recruitment-list/** 200 403 403  403  403  403  401
            PUT    /api/v1/key-recruitment-list/** 200 403 403  403  403  403  401
            GET    /api/v1/accounts/**           403  200  403  403  403  200  401  200  403
            POST   /api/v1/accounts/**           403  200  403  403  403  200  401  200  403
            PUT    /api/v1/accounts/*            403  200  403  403  403  200  401  200  403
            DELETE /api/v1/accounts/*/sessions   403  200  403  403  403  200  401  200  403
            GET    /api/v1/organisations/**      403  200  403  403  403  200  401  200  403
            POST   /api/v1/organisations         403  200  403  403  403  200  401  200  403
            PUT    /api/v1/organisations/*       403  200  403  403  403  200  401  200  403
            GET    /api/v1/tokens                200  200  200  200  200  200  401
            POST   /api/v1/tokens                200  200  200  200  200  200  401
            DELETE /api/v1/tokens/*              200  200  200  200  200  200  401
            GET    /api/v1/admin/audit           200  200  403  403  403  200  401  403  200
            GET    /api/v1/admin/audit.csv       200  200  403  403  403  200  401  403  200
            GET    /api/v1/admin/reconcile       403  403  403  403  403  200  401
            POST   /api/v1/admin/reconcile       403  403  403  403  403  200  401
            POST   /api/v1/admin/reindex         403  403  403  403  403  200  401
            GET    /api/v1/admin/indices         403  403  403  403  403  200  401
            POST   /api/v1/admin/indices/**      403  403  403  403  403  200  401
            GET    /v3/**                        200  200  200  200  200  200  200
            GET    /swagger-ui/**                200  200  200  200  200  200  200
            GET    /                             200  200  200  200  200  200  200
            GET    /login                        200  200  200  200  200  200  200
            GET    /login/code                   200  200  200  200  200  200  200
            POST   /login/code                   200  200  200  200  200  200  200
            POST   /login/passkey                200  200  200  200  200  200  200
            POST   /login/passkey/options        200  200  200  200  200  200  200
            GET    /invitation/*                 200  200  200  200  200  200  200
            POST   /invitation/*                 200  200  200  200  200  200  200
            GET    /login/oidc                   200  200  200  200  200  200  200
            GET    /account/**                   200  200  200  200  200  200  302
            POST   /account/**                   200  200  200  200  200  200  302
            GET    /error                        200  200  200  200  200  200  200
            GET    /help/**                      200  200  200  200  200  200  200
            GET    /search/ages                  200  200  200  200  403  403  302
            GET    /search/**                    200  200  200  200  200  200  200
            GET    /suggest                      200  200  200  200  200  200  200
            GET    /compare                      200  200  200  200  200  200  200
            GET    /event-answers/*              200  200  200  200  200  200  200
            POST   /event-answers/*              200  200  200  200  200  200  200
            GET    /event-feedback/*             200  200  200  200  200  200  200
            POST   /event-feedback/*             200  200  200  200  200  200  200
            GET    /events/new                   200  200  403  403  200  403  302
            GET    /events                       200  200  200  200  200  200  200
            GET    /events/*                     200  200  200  200  200  200  200
            GET    /events/**                    200  200  200  200  200  403  302
            POST   /events/*/people/wishes       200  200  200  200  200  403  302
            POST   /events/**                    200  200  403  403  200  403  302
            GET    /talents/*/erase              200  403  403  403  403  403  302
            POST   /talents/*/erase              200  403  403  403  403  403  302
            GET    /talents/*/access-log         200  200  403  403  403  403  302
            POST   /talents/*/unmask             200  200  403  200  200  403  302
            GET    /talents/**                   200  200  200  200  200  404  404
            POST   /talents/*/availability       200  200  200  200  200  403  302
            POST   /talents/*/needs.xlsx         200  200  403  200  200  403  302
            POST   /demands/*/candidates.xlsx    200  200  403  200  200  403  302
            GET    /demands/*/candidates         200  200  200  200  200  403  302
            POST   /demands/*/conditions         200  200  200  200  200  403  302
            GET    /matches/**                   200  200  200  200  200  403  302
            POST   /matches/**                   200  200  200  200  200  403  302
            GET    /placements/**                200  200  200  200  200  403  302
            POST   /placements/**                200  200  200  200  200  403  302
            GET    /demands/**                   200  200  200  200  200  200  200
            GET    /enterprises/**               200  200  200  200  200  200  200
            GET    /bases/**                     200  200  200  200  200  200  200
            GET    /stations/**                  200  200  200  200  200  200  200
            GET    /platforms/**                 200  200  200  200  200  200  200
            POST   /talents/*/choices/**        200  200  403  403  403  403  302
            POST   /talents/*/nodes/**          200  200  403  403  403  403  302
            POST   /demands/*/choices/**        200  200  403  403  403  403  302
            POST   /demands/*/nodes/**          200  200  403  403  403  403  302
            POST   /enterprises/*/choices/**    200  200  403  403  403  403  302
            POST   /enterprises/*/nodes/**      200  200  403  403  403  403  302
            POST   /bases/*/choices/**          200  200  403  403  403  403  302
            POST   /bases/*/nodes/**            200  200  403  403  403  403  302
            POST   /stations/*/choices/**       200  200  403  403  403  403  302
            POST   /stations/*/nodes/**         200  200  403  403  403  403  302
            POST   /platforms/*/choices/**      200  200  403  403  403  403  302
            POST   /platforms/*/nodes/**        200  200  403  403  403  403  302
            GET    /imports/**                   200  200  200  200  403  403  302
            POST   /imports/**                   200  200  200  200  403  403  302
            GET    /exports/talents              200  200  403  200  403  403  302
            POST   /exports/talents              200  200  403  200  403  403  302
            GET    /exports/*                    200  200  200  200  200  200  302
            POST   /exports/*                    200  200  200  200  200  200  302
            GET    /saved/**                     200  200  200  200  200  200  302
            POST   /saved/**                     200  200  200  200  200  200  302
            GET    /lists/**                     200  200  200  200  200  200  302
            POST   /lists/**                     200  200  200  200  200  200  302
            GET    /boards/**                    200  200  200  200  200  200  302
            GET    /chains/queue                 200  200  403  403  403  403  302
            POST   /chains/queue                 200  200  403  403  403  403  302
            GET    /chains/**                    200  200  200  200  200  200  200
            GET    /regions/*                    200  200  200  200  200  200  200
            GET    /key-list/clusters            200  403  403  403  403  403  302
            GET    /key-list/*/edit              200  403  403  403  403  403  302
            GET    /key-list/**                  200  200  200  200  200  200  200
            POST   /key-list/**                  200  403  403  403  403  403  302
            GET    /terminal/**                  200  200  200  200  200  200  200
            GET    /suspects                     200  200  403  403  403  403  302
            POST   /suspects                     200  200  403  403  403  403  302
            GET    /disputes                     200  200  403  403  403  403  302
            GET    /reporting                    200  200  200  200  403  403  302
            GET    /admin/accounts/**            403  200  403  403  403  200  302  200  403
            POST   /admin/accounts/**            403  200  403  403  403  200  302  200  403
            GET    /admin/organisations/**       403  200  403  403  403  200  302  200  403
            POST   /admin/organisations/**       403  200  403  403  403  200  302  200  403
            GET    /admin/audit                  200  200  403  403  403  200  302  403  200
            GET    /admin/audit.csv              200  200  403  403  403  200  302  403  200
            GET    /admin/indices                403  403  403  403  403  200  302
            POST   /admin/indices/**             403  403  403  403  403  200  302
            """;

    /** One line of the table. */
    record Line(String method, PathPattern address, Map<Role, Integer> expected) {}

    static final List<Line> LINES = read();

    private AccessTable() {}

    /** The first line that covers the request. */
    static Line of(String method, String path) {
        return LINES.stream()
                .filter(l -> l.method().equals(method) && l.address().matches(PathContainer.parsePath(path)))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(method + " " + path + " is mapped and in no line of the access table"));
    }

    /** Which cell speaks of a role; of one that the line does not name the administrator's, or that of whoever is signed in. */
    private static int cell(int role, String[] cells) {
        return 2 + role < cells.length ? role : cells[2 + ADMIN].equals("200") ? MATCHMAKER : ADMIN;
    }

    private static List<Line> read() {
        List<Line> lines = new ArrayList<>();
        for (String text : TABLE.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] cells = text.split("\\s+");
            Map<Role, Integer> expected = new TreeMap<>();
            for (int i = 0; i < ROLES.size(); i++) {
                expected.put(ROLES.get(i), Integer.parseInt(cells[2 + cell(i, cells)]));
            }
            lines.add(new Line(cells[0], PathPatternParser.defaultInstance.parse(cells[1]), expected));
        }
        return lines;
    }
}
