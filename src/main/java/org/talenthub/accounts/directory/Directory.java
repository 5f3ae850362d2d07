package org.talenthub.accounts.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Facts;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.Seat;
import org.talenthub.accounts.Sessions;
import org.talenthub.accounts.factors.SecondFactors;
import org.talenthub.accounts.invitations.Invitations;
import org.talenthub.accounts.organisations.OrganisationKind;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.organisations.OrganisationView;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The accounts as those keep them who may: the administration all, a city those of its bases and stations. */
@Component
public class Directory {

    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final AccountSearch search;
    private final OrganisationRegister organisations;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Rights rights;
    private final Audit audit;

    Directory(
            Accounts accounts,
            AccountSearch search,
            OrganisationRegister organisations,
            Invitations invitations,
            SecondFactors factors,
            Sessions sessions,
            Rights rights,
            Audit audit) {
        this.accounts = accounts;
        this.search = search;
        this.organisations = organisations;
        this.invitations = invitations;
        this.factors = factors;
        this.sessions = sessions;
        this.rights = rights;
        this.audit = audit;
    }

    public record Page(long total, List<AccountView> items) {}

    /** An account and the link that opens it to its owner. */
    public record Made(AccountView account, Invitations.Issued invitation) {}

    /** An account's seat, as it was wished for, and what it belongs to when that was said too. */
    private record Placed(
            Seat seat,
            @Nullable String carrierRegion,
            @Nullable Long organisation) {

        Thing thing() {
            return seat.role().ofCarrier() ? Thing.CARRIER_ACCOUNT : Thing.ACCOUNT;
        }

        @Nullable
        String region() {
            return seat.region() == null ? carrierRegion : seat.region();
        }
    }

    @Transactional(readOnly = true)
    public Page list(AccountSearch.Filter filter, Paging paging, Viewer viewer) {
        require(viewer);
        AccountSearch.Found found = search.find(filter, paging, viewer);
        return new Page(
                found.total(),
                found.ids().stream().flatMap(id -> accounts.view(id).stream()).toList());
    }

    /** @throws Problem 404 unless the viewer keeps it */
    public AccountView get(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(accounts::view)
                .filter(a -> rights.may(Act.EDIT, a.thing(), Facts.reported("", a.region()), viewer))
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400, 403, 409 when the username is taken */
    @Transactional
    public Made create(AccountWish wish, Viewer viewer) {
        require(viewer);
        Placed placed = placed(wish, null);
        if (!rights.may(Act.EDIT, placed.thing(), Facts.reported("", placed.region()), viewer)) {
            throw notTheirs();
        }
        AccountView made = accounts.invite(
                wish.username() == null ? "" : wish.username().strip(),
                name(wish.displayName()),
                placed.seat(),
                placed.organisation(),
                viewer);
        if (wish.email() != null) {
            invitations.address(made, wish.email(), viewer);
        }
        return new Made(made, invitations.issue(made, viewer));
    }

    /** A new link; the way out for who forgot his password too. @throws Problem 404, 409 also for one's own */
    @Transactional
    public Invitations.Issued invite(String id, Viewer viewer) {
        AccountView account = get(id, viewer);
        notOwn(account, viewer);
        return invitations.issue(account, viewer);
    }

    /** What proves who somebody is he changes himself, where he proves it: a session that was left open gives nothing away. */
    private static void notOwn(AccountView account, Viewer viewer) {
        if (account.id() == viewer.account()) {
            throw Problem.conflict("account.own", Sentence.of("refused.account.own"));
        }
    }

    /** @throws Problem 400, 403, 404, 409 when it is the last administrator, or one's own second factor */
    @Transactional
    public AccountView change(String id, AccountWish wish, Viewer viewer) {
        AccountView account = get(id, viewer);
        if (wish.username() != null
                && !wish.username().strip().equals(account.viewer().username())) {
            throw Problem.badRequest("account.username", Sentence.of("refused.account.username.change"));
        }
        if (wish.displayName() != null) {
            accounts.rename(account.id(), name(wish.displayName()), viewer);
        }
        Placed placed = placed(wish, account);
        boolean moved = !placed.seat().equals(seat(account))
                || (placed.organisation() != null && !placed.organisation().equals(account.organisation()));
        if (moved) {
            if (!rights.may(Act.EDIT, placed.thing(), Facts.reported("", placed.region()), viewer)) {
                throw notTheirs();
            }
            accounts.move(account.id(), placed.seat(), placed.organisation(), viewer);
        }
        if (wish.email() != null) {
            invitations.address(account, wish.email(), viewer);
        }
        if (wish.enabled() != null) {
            accounts.enable(account.id(), wish.enabled(), viewer);
        }
        if (Boolean.FALSE.equals(wish.factor())) {
            notOwn(account, viewer);
            factors.drop(account.id(), viewer);
        }
        if (moved || Boolean.FALSE.equals(wish.enabled()) || Boolean.FALSE.equals(wish.factor())) {
            sessions.end(account.viewer().username());
        }
        return accounts.view(account.id()).orElseThrow(Problem::notFound);
    }

    /** Ends all sessions of somebody else's account; he may sign in anew. @throws Problem 404 */
    public AccountView endSessions(String id, Viewer viewer) {
        AccountView account = get(id, viewer);
        sessions.end(account.viewer().username());
        audit.record(viewer, "account.sessions", "account", account.viewer().username(), "ended");
        return account;
    }

    /** Switches an organisation on or off, and with it off all its accounts. @throws Problem 400, 404, 409 */
    @Transactional
    public OrganisationView changeOrganisation(
            String id, @Nullable String name, @Nullable Boolean enabled, Viewer viewer) {
        OrganisationView changed = organisations.change(id, name, enabled, viewer);
        if (Boolean.FALSE.equals(enabled)) {
            accounts.of(changed.id()).forEach(a -> {
                accounts.enable(a.id(), false, viewer);
                sessions.end(a.viewer().username());
            });
        }
        return changed;
    }

    /** @throws Problem 401, 403 for who keeps no accounts */
    void require(Viewer viewer) {
        rights.require(Act.EDIT, Thing.CARRIER_ACCOUNT, viewer, Sentence.of("refused.forbidden.require"));
    }

    private static Problem notTheirs() {
        return Problem.forbidden(Sentence.of("refused.forbidden.accounts"));
    }

    private static String name(@Nullable String given) {
        String name = given == null ? "" : given.strip().replaceAll("\\p{Cntrl}+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest("account.name", Sentence.of("refused.account.name", LONGEST_NAME));
        }
        return name;
    }

    private static Seat seat(AccountView a) {
        Viewer v = a.viewer();
        return new Seat(v.role(), v.region(), v.carrier(), v.carrierName());
    }

    /** @param before what holds where nothing is said */
    private Placed placed(AccountWish wish, @Nullable AccountView before) {
        Optional<OrganisationView> of = Optional.ofNullable(wish.organisationText())
                .map(text -> organisations
                        .find(text)
                        .filter(OrganisationView::enabled)
                        .orElseThrow(() -> Problem.badRequest(
                                "account.organisation", Sentence.of("refused.account.organisation"))));
        Role role = role(wish, before, of);
        OrganisationKind kind = OrganisationKind.of(role);
        if (of.isPresent() && of.get().kind() != kind) {
            throw Problem.badRequest("account.organisation", Sentence.of("refused.account.organisation.placed"));
        }
        AccountView kept = before != null && before.viewer().role() == role ? before : null;
        Long organisation = of.map(OrganisationView::id).orElse(null);
        if (role == Role.CITY) {
            String region = Optional.ofNullable(wish.region())
                    .or(() -> of.map(OrganisationView::region))
                    .or(() -> Optional.ofNullable(kept).map(AccountView::viewer).map(Viewer::region))
                    .orElse(null);
            String city = organisations.prefecture(region);
            fits(of.map(OrganisationView::region), city);
            return new Placed(new Seat(role, city, null, null), null, organisation);
        }
        if (wish.region() != null && !role.ofCarrier() && !wish.region().isBlank() && role != Role.PROVINCE) {
            throw Problem.badRequest("account.region", Sentence.of("refused.account.region"));
        }
        if (!role.ofCarrier()) {
            if (wish.carrierText() != null) {
                throw Problem.badRequest("account.carrier", Sentence.of("refused.account.carrier.placed"));
            }
            return new Placed(new Seat(role, null, null, null), null, organisation);
        }
        if (wish.carrierText() == null
                && of.isEmpty()
                && kept != null
                && kept.viewer().carrierName() != null) {
            return new Placed(seat(kept), kept.carrierRegion(), organisation);
        }
        String carrier = Optional.ofNullable(wish.carrierText())
                .or(() -> of.map(OrganisationView::carrier).map(Ids::text))
                .or(() -> of.map(OrganisationView::name))
                .orElseThrow(
                        () -> Problem.badRequest("account.carrier", Sentence.of("refused.account.carrier.placed.2")));
        RecordSnapshot record = organisations.carrier(kind, carrier);
        fits(of.map(OrganisationView::carrier), record.id());
        return new Placed(new Seat(role, null, record.id(), record.name()), record.region(), organisation);
    }

    /** @param known what the organisation says of where it is, if it does */
    private static void fits(Optional<?> known, Object wished) {
        if (known.isPresent() && !known.get().equals(wished)) {
            throw Problem.badRequest("account.organisation", Sentence.of("refused.account.organisation.elsewhere"));
        }
    }

    private static Role role(AccountWish wish, @Nullable AccountView before, Optional<OrganisationView> of) {
        if (wish.role() != null) {
            Role role = Parameters.choice("role", Objects.requireNonNull(wish.role()), Role.class);
            if (role != Role.ANONYMOUS) {
                return role;
            }
        } else if (before != null) {
            return before.viewer().role();
        } else if (of.isPresent() && of.get().kind() != OrganisationKind.HUB) {
            return Role.valueOf(of.get().kind().name());
        }
        throw Problem.badRequest("account.role", Sentence.of("refused.account.role.role"));
    }
}
