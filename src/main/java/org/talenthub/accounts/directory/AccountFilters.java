package org.talenthub.accounts.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.accounts.AccountState;
import org.talenthub.accounts.organisations.OrganisationKind;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.organisations.OrganisationView;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.web.Parameters;

/** Reads what is asked of the lists. */
@Component
class AccountFilters {

    /** What no account has. */
    private static final long NONE = -1;

    private final OrganisationRegister organisations;
    private final Records records;
    private final Regions regions;

    AccountFilters(OrganisationRegister organisations, Records records, Regions regions) {
        this.organisations = organisations;
        this.records = records;
        this.regions = regions;
    }

    AccountSearch.Filter read(Parameters given) {
        String carrier = given.text("carrier");
        String organisation = given.text("organisation");
        return new AccountSearch.Filter(
                given.text("q"),
                given.choice("role", Role.class).orElse(null),
                given.choice("state", AccountState.class).orElse(null),
                region(given),
                carrier == null
                        ? null
                        : records.find("carrier", carrier)
                                .map(RecordSnapshot::id)
                                .orElse(NONE),
                organisation == null
                        ? null
                        : organisations
                                .find(organisation)
                                .map(OrganisationView::id)
                                .orElse(NONE));
    }

    OrganisationRegister.Filter ofOrganisations(Parameters given) {
        return new OrganisationRegister.Filter(
                given.text("q"), given.choice("kind", OrganisationKind.class).orElse(null), region(given));
    }

    private @Nullable String region(Parameters given) {
        String region = given.text("region");
        return region == null
                ? null
                : regions.find(region)
                        .orElseThrow(
                                () -> Problem.badRequest("parameter.value", Sentence.of("refused.parameter.value")))
                        .code();
    }
}
