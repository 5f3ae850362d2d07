package org.talenthub.results.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.results.Organisation;
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

    private static final String WITH_SIZE =
            "select l.*, (select count(*) from record_list_entry e where e.list_id = l.id) entries from record_list l ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Records records;

    RecordLists(JdbcClient jdbc, JdbcTemplate batches, Records records) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.records = records;
    }

    /** @param owner display name of who made it */
    public record RecordList(
            long id, long account, String owner, boolean shared, String name, Instant createdAt, int entries) {}

    /** @param addedBy display name */
    public record Entry(long record, Kind kind, String note, String addedBy, Instant addedAt) {}

    /** The viewer's own and his organisation's, by name. */
    public List<RecordList> of(Viewer viewer) {
        return viewer.anonymous()
                ? List.of()
                : jdbc.sql(WITH_SIZE + """
                                where (not l.shared and l.account_id = ?) or (l.shared and l.organisation = ?)
                                order by l.name, l.id""")
                        .params(viewer.account(), Organisation.of(viewer))
                        .query(RecordLists::list)
                        .list();
    }

    /** @throws Problem 404 when the viewer has none with this id */
    public RecordList get(String id, Viewer viewer) {
        long wanted = Ids.parse(id).orElseThrow(Problem::notFound);
        return of(viewer).stream().filter(l -> l.id() == wanted).findFirst().orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 for a name that is none, 401, 422 when there are too many */
    public RecordList create(String name, boolean shared, Viewer viewer) {
        if (viewer.anonymous()) {
            throw new Problem(401, "unauthenticated", "登录后才能收藏。");
        }
        if (of(viewer).size() >= MOST) {
            throw Problem.unusable("list.many", "最多建 " + MOST + " 个收藏夹，删去不用的再建。");
        }
        long id = Ids.next();
        jdbc.sql("""
                        insert into record_list (id, account_id, owner, organisation, shared, name, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        viewer.account(),
                        viewer.displayName(),
                        Organisation.of(viewer),
                        shared,
                        SavedSearches.name(name),
                        Timestamp.from(Instant.now()))
                .update();
        return get(Ids.text(id), viewer);
    }

    /** @throws Problem 404 when it is not the viewer's; 403 when somebody else's would be shared or not */
    @Transactional
    public RecordList change(String id, Optional<String> name, Optional<Boolean> shared, Viewer viewer) {
        RecordList l = get(id, viewer);
        if (shared.isPresent() && l.account() != viewer.account()) {
            throw Problem.forbidden("只有创建者可以改变共享范围。");
        }
        jdbc.sql("update record_list set name = ?, shared = ? where id = ?")
                .params(name.map(SavedSearches::name).orElse(l.name()), shared.orElse(l.shared()), l.id())
                .update();
        return get(id, viewer);
    }

    /** @throws Problem 404 when it is not the viewer's */
    @Transactional
    public void delete(String id, Viewer viewer) {
        long gone = get(id, viewer).id();
        jdbc.sql("delete from record_list_entry where list_id = ?").param(gone).update();
        jdbc.sql("delete from record_list where id = ?").param(gone).update();
    }

    /** In the order they were added, newest first. */
    public List<Entry> entries(RecordList list) {
        return jdbc.sql("select * from record_list_entry where list_id = ? order by added_at desc, record_id desc")
                .param(list.id())
                .query((rs, i) -> new Entry(
                        rs.getLong("record_id"),
                        Kind.ofPath(rs.getString("kind")).orElseThrow(),
                        Contacts.mask(rs.getString("note")),
                        rs.getString("added_by"),
                        rs.getTimestamp("added_at").toInstant()))
                .list();
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
        if (list.entries() + ids.size() > MOST_ENTRIES) {
            throw Problem.unusable("list.full", "一个收藏夹最多放 " + MOST_ENTRIES + " 条。");
        }
        String kept = note(note);
        Timestamp now = Timestamp.from(Instant.now());
        int[][] done = batches.batchUpdate(
                "insert ignore into record_list_entry (list_id, record_id, kind, note, added_by, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                ids,
                MOST_ENTRIES,
                (ps, record) -> {
                    RecordView v = views.get(record);
                    ps.setLong(1, list.id());
                    ps.setLong(2, record);
                    ps.setString(3, kind(java.util.Objects.requireNonNull(v)).path());
                    ps.setString(4, kept);
                    ps.setString(5, viewer.displayName());
                    ps.setTimestamp(6, now);
                });
        return done.length == 0 ? 0 : get(id, viewer).entries() - list.entries();
    }

    private static Kind kind(RecordView v) {
        Object subtype = v.fields().get("subtype");
        return Kind.of(v.type(), subtype == null ? null : subtype.toString());
    }

    /** @throws Problem 404 when the list or the entry is not there */
    @Transactional
    public void annotate(String id, String record, String note, Viewer viewer) {
        changed(jdbc.sql("update record_list_entry set note = ? where list_id = ? and record_id = ?")
                .params(note(note), get(id, viewer).id(), record(record))
                .update());
    }

    /** Whether a note is kept without something that stands in it: contacts and document numbers are for the columns that seal them. */
    public static boolean hides(String note) {
        return !Contacts.find(note).isEmpty();
    }

    /** Also of a record that is gone. */
    @Transactional
    public void remove(String id, String record, Viewer viewer) {
        changed(jdbc.sql("delete from record_list_entry where list_id = ? and record_id = ?")
                .params(get(id, viewer).id(), record(record))
                .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Problem.notFound();
        }
    }

    private static long record(String id) {
        return Ids.parse(id).orElseThrow(Problem::notFound);
    }

    private static String note(String given) {
        String note = given.strip().replaceAll("\\p{Cntrl}+", " ");
        if (note.length() > LONGEST_NOTE) {
            throw Problem.badRequest("note.long", "备注最长 " + LONGEST_NOTE + " 个字。");
        }
        return Contacts.mask(note);
    }

    private static RecordList list(ResultSet rs, int i) throws SQLException {
        return new RecordList(
                rs.getLong("id"),
                rs.getLong("account_id"),
                rs.getString("owner"),
                rs.getBoolean("shared"),
                rs.getString("name"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getInt("entries"));
    }
}
