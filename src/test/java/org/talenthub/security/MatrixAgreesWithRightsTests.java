package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;

/** The matrix lets in whom the table of rights gives something to do, and nobody else. */
class MatrixAgreesWithRightsTests {

    /** Whom a further module may give something, and who has no use of the address before there is one. */
    private static final Set<Role> GIVEN = EnumSet.of(Role.MATCHMAKER, Role.ANONYMOUS);

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/talents/0ABC, PERSON, READ",
        "GET, /talents/0ABC, PERSON, READ",
        "GET, /api/v1/demands/0ABC, DEMAND, READ",
        "GET, /api/v1/enterprises/0ABC, DIRECTORY, READ",
        "GET, /stations/0ABC, DIRECTORY, READ",
        "PUT, /api/v1/talents/0ABC/choices/post, PERSON, DECIDE",
        "DELETE, /api/v1/demands/0ABC/choices/post, DEMAND, DECIDE",
        "POST, /enterprises/0ABC/choices/withdraw, DIRECTORY, DECIDE",
        "POST, /talents/0ABC/nodes, PERSON, DECIDE",
        "POST, /stations/0ABC/nodes/withdraw, DIRECTORY, DECIDE",
        "GET, /api/v1/imports/0ABC, BATCH, READ",
        "GET, /imports/0ABC, BATCH, READ",
        "POST, /api/v1/imports/0ABC/commit, BATCH, EDIT",
        "DELETE, /api/v1/imports/0ABC, BATCH, EDIT",
        "PUT, /api/v1/imports/0ABC/mapping, BATCH, EDIT",
        "GET, /api/v1/suspects/0ABC, PAIR, REVIEW",
        "GET, /api/v1/demands/0ABC/candidates, MATCH, READ",
        "GET, /demands/0ABC/candidates, MATCH, READ",
        "GET, /api/v1/matches, MATCH, READ",
        "PUT, /api/v1/matches/0ABC/0ABD, MATCH, EDIT",
        "POST, /api/v1/matches/0ABC/0ABD/contact, MATCH, EDIT",
        "GET, /api/v1/placements, MATCH, READ",
        "POST, /placements/0ABC/sign, MATCH, EDIT",
        "GET, /api/v1/events/0ABC/participants, EVENT, READ",
        "GET, /events/0ABC/plan, EVENT, READ",
        "POST, /api/v1/events/0ABC/plan, EVENT, EDIT",
        "PUT, /api/v1/events/0ABC/wishes, EVENT, READ", // stations and bases wish for their own people
        "PUT, /api/v1/meetings/0ABC/outcome, EVENT, EDIT",
        "POST, /events/0ABC/publish, EVENT, EDIT",
        "POST, /suspects, PAIR, REVIEW",
        "POST, /api/v1/talents/0ABC/erase, PERSON, ERASE",
        "GET, /talents/0ABC/erase, PERSON, ERASE",
        "GET, /disputes, PERSON, DECIDE",
        "GET, /api/v1/disputes, PERSON, DECIDE",
        "GET, /reporting, BATCH, READ",
        "GET, /api/v1/reporting-months, BATCH, READ",
        "GET, /api/v1/exports/talents.xlsx, PERSON, EXPORT",
        "POST, /exports/talents, PERSON, EXPORT",
        "GET, /api/v1/exports/demands.csv, DEMAND, EXPORT",
        "GET, /exports/enterprises, DIRECTORY, EXPORT",
        "POST, /api/v1/lists/0ABC, LIST, EDIT",
        "PUT, /api/v1/saved-searches/0ABC, LIST, EDIT",
        "GET, /saved/0ABC, LIST, EDIT",
        "GET, /api/v1/applications/0ABC, CASE, READ",
        "GET, /api/v1/insights/scorecards, CASE, READ",
        "GET, /api/v1/assessments/2026/0ABC, CASE, READ",
        "POST, /api/v1/assessments/2026/0ABC/self, CASE, READ",
        "POST, /api/v1/applications/0ABC/pass, CASE, DECIDE",
        "POST, /api/v1/applications/0ABC/invitation, CASE, EDIT", // and whoever was given a link
        "GET, /api/v1/key-recruitment-list, EDITION, READ",
        "GET, /api/v1/key-recruitment-list/2026-1, EDITION, READ",
        "GET, /api/v1/key-recruitment-list/clusters, EDITION, EDIT",
        "POST, /api/v1/key-recruitment-list/0ABC/publish, EDITION, EDIT",
        "PUT, /api/v1/key-recruitment-list/0ABC/lines/1, EDITION, EDIT",
        "GET, /key-list, EDITION, READ",
        "GET, /key-list/clusters, EDITION, EDIT",
        "POST, /key-list/0ABC/publish, EDITION, EDIT",
        "GET, /api/v1/admin/audit, TRAIL, READ",
        "GET, /api/v1/admin/audit.csv, TRAIL, READ",
        "GET, /api/v1/accounts, CARRIER_ACCOUNT, EDIT",
        "POST, /api/v1/accounts, CARRIER_ACCOUNT, EDIT",
        "POST, /api/v1/accounts/import, CARRIER_ACCOUNT, EDIT",
        "PUT, /api/v1/organisations/0ABC, CARRIER_ACCOUNT, EDIT",
        "POST, /api/v1/talents/0ABC/unmask, PERSON, UNMASK",
        "POST, /api/v1/admin/reindex, HUB, EDIT",
        "GET, /admin/indices, HUB, EDIT"
    })
    void whoIsLetInHasSomethingToDo(String method, String address, Thing thing, Act act) {
        Set<Role> letIn = AccessTable.of(method, address).expected().entrySet().stream()
                .filter(e -> e.getValue() == 200)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        Set<Role> may = EnumSet.copyOf(Rights.roles(act, thing));
        assertThat(may).containsAll(letIn);
        may.removeAll(letIn);
        assertThat(GIVEN).as("have a right and are not let in").containsAll(may);
    }
}
