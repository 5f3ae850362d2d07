package org.talenthub.accounts.directory;

import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** Accounts, for who keeps some. */
@Component
class AccountsSection implements ShellSection {

    private final Rights rights;

    AccountsSection(Rights rights) {
        this.rights = rights;
    }

    @Override
    public String key() {
        return "accounts";
    }

    @Override
    public String href() {
        return "/admin/accounts";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return rights.may(Act.EDIT, Thing.CARRIER_ACCOUNT, viewer);
    }
}
