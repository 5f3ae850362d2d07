package org.talenthub.results.saved;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.counting.Probes;
import org.talenthub.security.Viewer;

/** The searches that people keep: their own, and those that their organisation shares, which all of it may change. */
@Component
public class SavedSearches {

    static final int MOST = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4_000;

    private final SavedSearchRepository store;
    private final Probes probes;
    private final Matches matches;
    private final Rights rights;

    SavedSearches(SavedSearchRepository store, Probes probes, Matches matches, Rights rights) {
        this.store = store;
        this.probes = probes;
        this.matches = matches;
        this.rights = rights;
    }

    /** The viewer's own and his organisation's, by name. */
    public List<SavedSearch> of(Viewer viewer) {
        return !rights.may(Act.EDIT, Thing.LIST, viewer)
                ? List.of()
                : store.visibleTo(viewer.account(), Organisation.of(viewer));
    }

    /** @throws Problem 404 when the viewer has none with this id */
    public SavedSearch get(String id, Viewer viewer) {
        long wanted = Ids.parse(id).orElseThrow(Problem::notFound);
        return of(viewer).stream().filter(s -> s.id() == wanted).findFirst().orElseThrow(Problem::notFound);
    }

    boolean any() {
        return store.count() > 0;
    }

    List<SavedSearch> all() {
        return store.findAllByOrderById();
    }

    /**
     * Keeps a search; what it finds now is not new. One that is kept already stays the one it is.
     *
     * @param query as an address holds it, encoded
     * @throws Problem 400 for a query that cannot be asked or a name that is none, 401, 403, 422 when there are too many
     */
    public SavedSearch save(Kind kind, String name, String query, boolean shared, Viewer viewer) {
        if (!rights.may(Act.EDIT, Thing.LIST, viewer)) {
            throw new Problem(401, "unauthenticated", Sentence.of("refused.unauthenticated.save"));
        }
        SearchQuery asked = SavedSearch.read(kind, query);
        String kept = SavedSearch.write(asked);
        if (kept.length() > LONGEST_QUERY) {
            throw Problem.badRequest("saved.long", Sentence.of("refused.saved.long"));
        }
        // refuses what cannot be asked, before it is kept
        probes.find(asked, 0, viewer);
        Optional<SavedSearch> same = of(viewer).stream()
                .filter(s -> s.kind() == kind && s.query().equals(kept) && s.shared() == shared)
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (of(viewer).size() >= MOST) {
            throw Problem.unusable("saved.many", Sentence.of("refused.saved.many", MOST));
        }
        SavedSearch s = store.save(new SavedSearch(kind, name(name), kept, shared, viewer));
        // from here on changes are watched, so that nothing falls between
        probes.refresh(kind.type());
        matches.begin(s, probes.find(asked, Matches.MOST_KNOWN, viewer));
        return s;
    }

    /** @throws Problem 404 when it is not the viewer's, 400 for a name that is none */
    @Transactional
    public SavedSearch change(String id, Optional<String> name, Optional<Boolean> shared, Viewer viewer) {
        SavedSearch s = get(id, viewer);
        if (shared.isPresent() && s.account() != viewer.account()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.change.6"));
        }
        name.map(SavedSearches::name).ifPresent(s::rename);
        shared.ifPresent(s::share);
        return s;
    }

    /** @throws Problem 404 when it is not the viewer's */
    @Transactional
    public void delete(String id, Viewer viewer) {
        SavedSearch gone = get(id, viewer);
        store.delete(gone);
        matches.forget(gone.id());
    }

    public static String name(String given) {
        String name = given.strip().replaceAll("\\p{Cntrl}+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest("name.invalid", Sentence.of("refused.name.invalid", LONGEST_NAME));
        }
        return Contacts.mask(name);
    }
}
