package org.talenthub.results.lists;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.results.saved.SavedSearches;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;

/**
 * Lists of records with a note on each: one's own, and those that the organisation shares, which all of it may fill. A list holds ids;
 * what its readers see of the records is decided when they look.
 */
@Component
public class RecordLists {

    /** Lists of one viewer, and entries of one list. */
    static final int MOST = 50;

    static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_NOTE = 500;

    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::addedAt)
            .thenComparingLong(Entry::record)
            .reversed();

    private final StoredLists store;
    private final Records records;
    private final Rights rights;

    RecordLists(StoredLists store, Records records, Rights rights) {
        this.store = store;
        this.records = records;
        this.rights = rights;
    }

    /** @param owner display name of who made it */
    public record RecordList(
            long id, long account, String owner, boolean shared, String name, Instant createdAt, int entries) {}

    /** @param addedBy display name */
    public record Entry(long record, Kind kind, String note, String addedBy, Instant addedAt) {}

    /** The viewer's own and his organisation's, by name. */
    public List<RecordList> of(Viewer viewer) {
        return !rights.may(Act.EDIT, Thing.LIST, viewer)
                ? List.of()
                : store.visibleTo(viewer.account(), Organisation.of(viewer)).stream()
                        .map(StoredList::view)
                        .toList();
    }

    /** @throws Problem 404 when the viewer has none with this id */
    public RecordList get(String id, Viewer viewer) {
        long wanted = Ids.parse(id).orElseThrow(Problem::notFound);
        return of(viewer).stream().filter(l -> l.id() == wanted).findFirst().orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 for a name that is none, 401, 422 when there are too many */
    public RecordList create(String name, boolean shared, Viewer viewer) {
        if (!rights.may(Act.EDIT, Thing.LIST, viewer)) {
            throw new Problem(401, "unauthenticated", Sentence.of("refused.unauthenticated.create"));
        }
        if (of(viewer).size() >= MOST) {
            throw Problem.unusable("list.many", Sentence.of("refused.list.many", MOST));
        }
        return store.save(new StoredList(SavedSearches.name(name), shared, viewer))
                .view();
    }

    /** @throws Problem 404 when it is not the viewer's; 403 when somebody else's would be shared or not */
    @Transactional
    public RecordList change(String id, Optional<String> name, Optional<Boolean> shared, Viewer viewer) {
        RecordList l = get(id, viewer);
        if (shared.isPresent() && l.account() != viewer.account()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.change.5"));
        }
        StoredList list = stored(l);
        name.map(SavedSearches::name).ifPresent(list::rename);
        shared.ifPresent(list::share);
        return list.view();
    }

    /** @throws Problem 404 when it is not the viewer's */
    @Transactional
    public void delete(String id, Viewer viewer) {
        store.delete(stored(get(id, viewer)));
    }

    /** To be changed in this transaction. */
    private StoredList stored(RecordList list) {
        return store.lock(list.id()).flatMap(store::findById).orElseThrow(Problem::notFound);
    }

    /** In the order they were added, newest first. */
    public List<Entry> entries(RecordList list) {
        return store.withEntries(list.id()).orElseThrow(Problem::notFound).entries().entrySet().stream()
                .map(e -> e.getValue().view(e.getKey()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The records of one kind in it. */
    public Set<Long> records(String id, Kind kind, Viewer viewer) {
        return entries(get(id, viewer)).stream()
                .filter(e -> e.kind() == kind)
                .map(Entry::record)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Adds records; those that are in it already stay as they are.
     *
     * @return how many were added
     * @throws Problem 404 when one of them does not exist for the viewer, 422 when it becomes too much
     */
    @Transactional
    public int add(String id, Collection<String> added, String note, Viewer viewer) {
        RecordList list = get(id, viewer);
        List<Long> ids = added.stream()
                .map(a -> Ids.parse(a).orElseThrow(Problem::notFound))
                .distinct()
                .toList();
        Map<Long, RecordView> views = records.views(ids, viewer);
        if (ids.isEmpty() || views.size() < ids.size()) {
            throw Problem.notFound();
        }
        String kept = note(note);
        Instant now = Instant.now();
        Map<Long, StoredList.Entry> entries = stored(list).entries();
        int before = entries.size();
        views.forEach((record, v) ->
                entries.putIfAbsent(record, new StoredList.Entry(kind(v), kept, viewer.displayName(), now)));
        if (entries.size() > MOST_ENTRIES) {
            throw Problem.unusable("list.full", Sentence.of("refused.list.full", MOST_ENTRIES));
        }
        return entries.size() - before;
    }

    private static Kind kind(RecordView v) {
        Object subtype = v.fields().get("subtype");
        return Kind.of(v.type(), subtype == null ? null : subtype.toString());
    }

    /** @throws Problem 404 when the list or the entry is not there */
    @Transactional
    public void annotate(String id, String record, String note, Viewer viewer) {
        StoredList.Entry entry = stored(get(id, viewer)).entries().get(record(record));
        if (entry == null) {
            throw Problem.notFound();
        }
        entry.annotate(note(note));
    }

    /** Whether a note is kept without something that stands in it: contacts and document numbers are for the columns that seal them. */
    public static boolean hides(String note) {
        return !Contacts.find(note).isEmpty();
    }

    /** Also of a record that is gone. */
    @Transactional
    public void remove(String id, String record, Viewer viewer) {
        if (stored(get(id, viewer)).entries().remove(record(record)) == null) {
            throw Problem.notFound();
        }
    }

    private static long record(String id) {
        return Ids.parse(id).orElseThrow(Problem::notFound);
    }

    private static String note(String given) {
        String note = given.strip().replaceAll("\\p{Cntrl}+", " ");
        if (note.length() > LONGEST_NOTE) {
            throw Problem.badRequest("note.long", Sentence.of("refused.note.long", LONGEST_NOTE));
        }
        return Contacts.mask(note);
    }
}
