package org.talenthub.accounts.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.accounts.AccountState;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.directory.AccountItem.Named;
import org.talenthub.accounts.invitations.Invitations;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.common.Ids;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Writes accounts as they are answered, in the words of the request's language. */
@Component
class AccountItems {

    private final OrganisationRegister organisations;
    private final Regions regions;
    private final Invitations invitations;
    private final Texts texts;

    AccountItems(OrganisationRegister organisations, Regions regions, Invitations invitations, Texts texts) {
        this.invitations = invitations;
        this.organisations = organisations;
        this.regions = regions;
        this.texts = texts;
    }

    AccountItem of(AccountView a, Invitations.@Nullable Issued invitation) {
        Viewer v = a.viewer();
        String region = a.region();
        Long carrier = v.carrier();
        return new AccountItem(
                Ids.text(a.id()),
                v.username(),
                v.displayName(),
                v.role(),
                texts.textOr("role." + v.role(), v.role().name()),
                region,
                region == null ? null : texts.english() ? regions.english(region) : regions.label(region),
                v.carrierName() == null ? null : new Named(carrier == null ? null : Ids.text(carrier), v.carrierName()),
                a.organisation() == null
                        ? null
                        : organisations
                                .find(a.organisation())
                                .map(o -> new Named(Ids.text(o.id()), o.name()))
                                .orElse(null),
                a.state(),
                invitations.address(a.id()).orElse(null),
                a.state() != AccountState.DISABLED,
                a.factor(),
                a.createdAt(),
                a.lastSeen(),
                invitation);
    }
}
