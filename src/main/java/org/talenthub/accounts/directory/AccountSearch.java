package org.talenthub.accounts.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.accounts.AccountSettings;
import org.talenthub.accounts.AccountState;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.common.Paging;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Finds accounts, of those that the viewer keeps. */
@Component
class AccountSearch {

    private static final List<Role> OF_CARRIERS = List.of(Role.BASE, Role.STATION);

    private final EntityManager em;
    private final Rights rights;
    private final AccountSettings settings;

    AccountSearch(EntityManager em, Rights rights, AccountSettings settings) {
        this.em = em;
        this.rights = rights;
        this.settings = settings;
    }

    /**
     * What is looked for.
     *
     * @param q part of the username, the name or the carrier's name
     * @param region of the account or its carrier
     */
    record Filter(
            @Nullable String q,
            @Nullable Role role,
            @Nullable AccountState state,
            @Nullable String region,
            @Nullable Long carrier,
            @Nullable Long organisation) {}

    record Found(long total, List<Long> ids) {}

    @Transactional(readOnly = true)
    public Found find(Filter f, Paging paging, Viewer viewer) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = " from Account a where " + String.join(" and ", conditions(f, viewer, values));
        TypedQuery<Long> count = em.createQuery("select count(*)" + where, Long.class);
        TypedQuery<Long> page = em.createQuery("select a.id" + where + " order by a.username", Long.class)
                .setFirstResult(paging.from())
                .setMaxResults(paging.size());
        values.forEach(count::setParameter);
        values.forEach(page::setParameter);
        return new Found(count.getSingleResult(), page.getResultList());
    }

    private List<String> conditions(Filter f, Viewer viewer, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        all.add(kept(viewer, values));
        if (f.q() != null) {
            all.add("(a.username like :q escape '!' or a.displayName like :q escape '!'"
                    + " or a.carrierName like :q escape '!')");
            values.put("q", OrganisationRegister.like(f.q()));
        }
        if (f.role() != null) {
            all.add("a.role = :role");
            values.put("role", f.role());
        }
        if (f.region() != null) {
            all.add("(a.region like :region or a.carrierRegion like :region)");
            values.put("region", new Extent.InRegion(f.region()).stem() + "%");
        }
        if (f.carrier() != null) {
            all.add("a.carrierId = :carrier");
            values.put("carrier", f.carrier());
        }
        if (f.organisation() != null) {
            all.add("a.organisationId = :organisation");
            values.put("organisation", f.organisation());
        }
        if (f.state() != null) {
            all.add(state(f.state(), values));
        }
        return all;
    }

    /** The accounts that are the viewer's to keep. */
    private String kept(Viewer viewer, Map<String, Object> values) {
        List<String> any = new ArrayList<>();
        if (rights.may(Act.EDIT, Thing.ACCOUNT, viewer)) {
            any.add("a.role not in (:ofCarriers)");
            values.put("ofCarriers", OF_CARRIERS);
        }
        switch (rights.extent(Act.EDIT, Thing.CARRIER_ACCOUNT, viewer)) {
            case Extent.Everything all -> {
                any.add("a.role in (:ofCarriers)");
                values.put("ofCarriers", OF_CARRIERS);
            }
            case Extent.InRegion in -> {
                any.add("(a.role in (:ofCarriers) and a.carrierRegion like :kept)");
                values.put("ofCarriers", OF_CARRIERS);
                values.put("kept", in.stem() + "%");
            }
            default -> {
                // none
            }
        }
        return any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")";
    }

    /** As {@link AccountState} is told of one account. */
    private String state(AccountState state, Map<String, Object> values) {
        String stale = "(a.demo = false and coalesce(a.lastSeenAt, a.passwordAt, a.createdAt) < :since)";
        if (state == AccountState.STALE || state == AccountState.ACTIVE) {
            values.put("since", Instant.now().minus(settings.staleAfter()));
        }
        return switch (state) {
            case DISABLED -> "a.enabled = false";
            case INVITED -> "a.enabled = true and a.passwordSet = false";
            case STALE -> "a.enabled = true and a.passwordSet = true and " + stale;
            case ACTIVE -> "a.enabled = true and a.passwordSet = true and not " + stale;
        };
    }
}
