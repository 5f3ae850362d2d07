package org.talenthub.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Extent;
import org.talenthub.access.Organisation;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Reviewing.Expert;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.reference.standards.OrganisationKey;
import org.talenthub.security.Viewer;

/** Who may not judge a case, and learns nothing of it: the one rule, asked when experts are named and whenever one of them looks. */
final class Conflicts {

    private Conflicts() {}

    /** Why not. */
    enum Ground {
        DECLARED,
        EMPLOYER,
        CARRIER,
        REGION,
        REPORTER,
        FILLER;

        /** Why, as it is told. */
        Sentence words() {
            return Sentence.of("refused.experts.ground." + name());
        }
    }

    /** @param account with which the expert looks; null when it is not known */
    static Optional<Ground> of(Application a, Expert e, @Nullable Viewer account) {
        if (Boolean.TRUE.equals(e.conflict())) {
            return Optional.of(Ground.DECLARED);
        }
        if (same(e.employer(), a.hostName()) || same(e.employer(), a.name())) {
            return Optional.of(Ground.EMPLOYER);
        }
        if (same(e.carrier(), a.name())
                || same(e.carrier(), a.hostName())
                || (account != null && same(account.carrierName(), a.name()))) {
            return Optional.of(Ground.CARRIER);
        }
        if (near(e.region(), a.region()) || (account != null && near(account.region(), a.region()))) {
            return Optional.of(Ground.REGION);
        }
        if (account != null && a.reporters().contains(Organisation.of(account))) {
            return Optional.of(Ground.REPORTER);
        }
        if (same(a.filler(), e.name())) {
            return Optional.of(Ground.FILLER);
        }
        return Optional.empty();
    }

    private static boolean same(@Nullable String one, String other) {
        return one != null
                && !one.isBlank()
                && !other.isBlank()
                && OrganisationKey.of(one).equals(OrganisationKey.of(other));
    }

    /** In the same prefecture-level unit. */
    private static boolean near(@Nullable String one, String other) {
        if (one == null || one.isBlank()) {
            return false;
        }
        String unit = one.startsWith("4290") ? one : one.substring(0, 4) + "00";
        return new Extent.InRegion(unit).contains(other);
    }
}
