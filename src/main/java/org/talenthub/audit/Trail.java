package org.talenthub.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.Viewer;

/** The trail, read; that it was read stands in it too. */
@Component
public class Trail {

    private static final String TALENT = "talent";
    private static final int STEP = 1_000;
    private static final String COLUMNS =
            "id, at, username, role, act, action, result, subject_type, subject_id, fields, purpose, detail, address, via";

    private final JdbcClient jdbc;
    private final Records records;
    private final Rights rights;
    private final Audit audit;

    Trail(JdbcClient jdbc, Records records, Rights rights, Audit audit) {
        this.jdbc = jdbc;
        this.records = records;
        this.rights = rights;
        this.audit = audit;
    }

    /**
     * What is looked for.
     *
     * @param who a username
     * @param record id of what it was done to
     * @param from inclusive
     * @param to exclusive
     */
    public record Filter(
            @Nullable String who,
            AuditEntry.@Nullable Act act,
            @Nullable String record,
            AuditEntry.@Nullable Result result,
            @Nullable Instant from,
            @Nullable Instant to) {}

    public record Page(long total, List<Event> items) {}

    /** What the viewer may know of, the latest first. @throws Problem 401, 403 */
    public Page find(Filter filter, Paging paging, Viewer viewer) {
        rights.require(Act.READ, Thing.TRAIL, viewer, Sentence.of("refused.forbidden.find"));
        Asked asked = asked(filter, viewer);
        audit.write(viewer, AuditEntry.of(AuditEntry.Act.READ, "audit.read").saying(said(filter)));
        return page(asked.where(), asked.values(), paging, viewer);
    }

    /**
     * All that {@link #find} would list, the latest first, one after another. That it was taken stands in the trail before.
     *
     * @throws Problem 401, 403, before the first
     */
    public void each(Filter filter, Viewer viewer, Consumer<Event> then) {
        rights.require(Act.READ, Thing.TRAIL, viewer, Sentence.of("refused.forbidden.find"));
        Asked asked = asked(filter, viewer);
        boolean keeper = viewer.role().keepsTheHub();
        Timestamp at = new Timestamp(Long.MAX_VALUE / 1_000_000);
        long id = Long.MAX_VALUE;
        while (true) {
            List<String> where = new ArrayList<>(asked.where());
            List<Object> values = new ArrayList<>(asked.values());
            where.add("(at < ? or (at = ? and id < ?))");
            values.addAll(List.of(at, at, id, STEP));
            List<Step> step = jdbc.sql("select " + COLUMNS + " from audit_event where " + String.join(" and ", where)
                            + " order by at desc, id desc limit ?")
                    .params(values)
                    .query((rs, n) -> new Step(rs.getTimestamp("at"), rs.getLong("id"), event(rs, keeper)))
                    .list();
            if (step.isEmpty()) {
                return;
            }
            step.forEach(s -> then.accept(s.event()));
            at = step.getLast().at();
            id = step.getLast().id();
        }
    }

    /** Notes that all of it is about to be given out. @throws Problem 401, 403 */
    public void taken(Filter filter, Viewer viewer) {
        rights.require(Act.READ, Thing.TRAIL, viewer, Sentence.of("refused.forbidden.find"));
        audit.write(viewer, AuditEntry.of(AuditEntry.Act.EXPORT, "audit.export").saying(said(filter)));
    }

    /** Accounts that were shown as many values within an hour as are shown at all, since then; of those whose trail the viewer reads. */
    public int overdone(Instant since, Viewer viewer) {
        List<String> where = new ArrayList<>(List.of("act = ?", "action = ?", "at >= ?"));
        List<Object> values =
                new ArrayList<>(List.of(AuditEntry.Act.REFUSED.name(), "unmask.many", Timestamp.from(since)));
        scope(viewer, where, values);
        return jdbc.sql("select count(distinct account_id) from audit_event where " + String.join(" and ", where))
                .params(values)
                .query(Integer.class)
                .single();
    }

    private record Step(Timestamp at, long id, Event event) {}

    private record Asked(List<String> where, List<Object> values) {}

    private Asked asked(Filter filter, Viewer viewer) {
        List<String> where = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        scope(viewer, where, values);
        add(where, values, "username = ?", filter.who());
        add(where, values, "act = ?", filter.act() == null ? null : filter.act().name());
        add(where, values, "subject_id = ?", filter.record());
        add(
                where,
                values,
                "result = ?",
                filter.result() == null ? null : filter.result().name());
        add(where, values, "at >= ?", filter.from() == null ? null : Timestamp.from(filter.from()));
        add(where, values, "at < ?", filter.to() == null ? null : Timestamp.from(filter.to()));
        return new Asked(where, values);
    }

    private static void add(List<String> where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.add(value);
        }
    }

    private void scope(Viewer viewer, List<String> where, List<Object> values) {
        switch (rights.extent(Act.READ, Thing.TRAIL, viewer)) {
            case Extent.Everything all -> {
                // no bound
            }
            case Extent.InRegion in -> {
                where.add("(region like ? or subject_region like ?)");
                values.add(in.stem() + "%");
                values.add(in.stem() + "%");
            }
            default -> where.add("1 = 0");
        }
    }

    /**
     * Who looked at a person or changed the record, the latest first.
     *
     * @throws Problem 403 unless the person is in the region whose trail the viewer reads, 404
     */
    public Page of(String id, Paging paging, Viewer viewer) {
        if (!seesWhoLooked(id, viewer)) {
            if (Ids.parse(id).flatMap(n -> records.view(n, viewer)).isEmpty()) {
                throw Problem.notFound();
            }
            throw Problem.forbidden(Sentence.of("refused.forbidden.of"));
        }
        audit.write(
                viewer, AuditEntry.of(AuditEntry.Act.READ, "access-log.read").about(TALENT, id));
        return page(
                new ArrayList<>(List.of("subject_type = ?", "subject_id = ?")),
                new ArrayList<>(List.of(TALENT, id)),
                paging,
                viewer);
    }

    /** Whether the viewer sees the person and may read who looked. */
    public boolean seesWhoLooked(String id, Viewer viewer) {
        return Ids.parse(id)
                .filter(n -> records.view(n, viewer).isPresent())
                .map(n -> records.snapshots(List.of(n)).get(n))
                .filter(r -> r.type().equals(TALENT) && !viewer.role().keepsTheHub())
                .filter(r -> inScope(r, viewer))
                .isPresent();
    }

    private boolean inScope(RecordSnapshot r, Viewer viewer) {
        return rights.may(Act.READ, Thing.TRAIL, r, viewer);
    }

    private Page page(List<String> where, List<Object> values, Paging paging, Viewer viewer) {
        String from = " from audit_event" + (where.isEmpty() ? "" : " where " + String.join(" and ", where));
        long total = jdbc.sql("select count(*)" + from)
                .params(values)
                .query(Long.class)
                .single();
        values.add(paging.size());
        values.add(paging.from());
        boolean keeper = viewer.role().keepsTheHub();
        List<Event> items = jdbc.sql("select " + COLUMNS + from + " order by at desc, id desc limit ? offset ?")
                .params(values)
                .query((rs, n) -> event(rs, keeper))
                .list();
        return new Page(total, items);
    }

    /** @param keeper who keeps the hub sees no person: free words may tell of one */
    private static Event event(ResultSet rs, boolean keeper) throws SQLException {
        String fields = rs.getString("fields");
        String type = rs.getString("subject_type");
        boolean words = !keeper || "account".equals(type) || "token".equals(type);
        return new Event(
                rs.getTimestamp("at").toInstant(),
                rs.getString("username"),
                rs.getString("role"),
                rs.getString("act"),
                rs.getString("action"),
                type,
                rs.getString("subject_id"),
                fields == null ? List.of() : List.of(fields.split(" ")),
                words ? rs.getString("purpose") : null,
                words ? rs.getString("detail") : null,
                rs.getString("address"),
                rs.getString("via"),
                rs.getString("result"));
    }

    /** What was asked, null when it was everything. */
    private static @Nullable String said(Filter f) {
        StringBuilder said = new StringBuilder();
        say(said, "who", f.who());
        say(said, "act", f.act());
        say(said, "record", f.record());
        say(said, "result", f.result());
        say(said, "from", f.from());
        say(said, "to", f.to());
        return said.isEmpty() ? null : said.toString().strip();
    }

    private static void say(StringBuilder said, String name, @Nullable Object value) {
        if (value != null) {
            said.append(name).append('=').append(value).append(' ');
        }
    }
}
