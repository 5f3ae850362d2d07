package org.talenthub.records.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.security.Viewer;

/** The pairs as they are kept, as far as a viewer may decide them. */
@Component
class SuspectQueue {

    private static final int COUNTED = 1000;

    private static final String TABLES =
            " from suspect s left join pool_record pa on pa.id = s.a left join pool_record pb on pb.id = s.b where ";
    private static final String COLUMNS =
            "select s.id, s.type, s.a, s.b, s.claim, s.reasons, s.score, s.state, s.batch_id,"
                    + " s.row_no, s.found_at, s.moved, s.decided_by, s.decided_at, s.note";

    private final JdbcClient jdbc;
    private final Rights rights;

    SuspectQueue(JdbcClient jdbc, Rights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** How many wait for the viewer; counted to 1,000. */
    int waiting(Viewer viewer) {
        Where where = where(new Suspects.Which(Suspects.State.OPEN, null, false), viewer);
        return jdbc.sql("select count(*) from (select 1" + TABLES + where.sql + " limit " + COUNTED + ") waiting")
                .params(where.parameters)
                .query(Integer.class)
                .single();
    }

    /** How many there are of each reason. */
    Map<Reason, Long> reasons(Suspects.State state, Viewer viewer) {
        Where where = where(new Suspects.Which(state, null, false), viewer);
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        jdbc.sql("select s.reasons, count(*)" + TABLES + where.sql + " group by s.reasons")
                .params(where.parameters)
                .query(rs -> {
                    long count = rs.getLong(2);
                    Likeness.read(rs.getString(1)).forEach(r -> counts.merge(r, count, Long::sum));
                });
        return counts;
    }

    long count(Suspects.Which which, Viewer viewer) {
        Where where = where(which, viewer);
        return jdbc.sql("select count(*)" + TABLES + where.sql)
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    /** Likeliest first; of what was decided, newest first. */
    List<StoredSuspect> page(Suspects.Which which, Paging asked, Viewer viewer) {
        Suspects.State state = which.state();
        Where where = where(which, viewer);
        String order = state == Suspects.State.OPEN ? "s.score desc, s.id desc" : "s.decided_at desc, s.id desc";
        List<Object> parameters = new ArrayList<>(where.parameters);
        parameters.addAll(List.of(asked.size(), asked.from()));
        return jdbc.sql(COLUMNS + TABLES + where.sql + " order by " + order + " limit ? offset ?")
                .params(parameters)
                .query((rs, i) -> stored(rs))
                .list();
    }

    /** The ids of the first ones. */
    List<Long> first(Suspects.Which which, int most, Viewer viewer) {
        Where where = where(which, viewer);
        return jdbc.sql("select s.id" + TABLES + where.sql + " order by s.score desc, s.id desc limit " + most)
                .params(where.parameters)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** @throws Problem 404 when there is none, or none that is this viewer's to decide */
    StoredSuspect load(long id, Viewer viewer, String lock) {
        StoredSuspect found = jdbc.sql(COLUMNS + " from suspect s where s.id = ?" + lock)
                .param(id)
                .query((rs, i) -> stored(rs))
                .optional()
                .orElseThrow(Problem::notFound);
        Where mine = mine(viewer);
        List<Object> parameters = new ArrayList<>(List.of(id));
        parameters.addAll(mine.parameters);
        boolean may = jdbc.sql("select count(*)" + TABLES + "s.id = ? and " + mine.sql)
                .params(parameters)
                .query(Boolean.class)
                .single();
        if (!may) {
            throw Problem.notFound();
        }
        return found;
    }

    private record Where(String sql, List<Object> parameters) {}

    private Where where(Suspects.Which which, Viewer viewer) {
        Suspects.State state = which.state();
        Reason reason = which.reason();
        Where mine = mine(viewer);
        List<Object> parameters = new ArrayList<>(List.of(state.name()));
        String sql = "s.state = ? and ";
        if (state == Suspects.State.OPEN || state == Suspects.State.UNSURE) {
            sql += "pa.state = 'LIVE' and (pb.state = 'LIVE' or s.claim is not null) and ";
        }
        if (reason != null) {
            sql += which.only() ? "s.reasons = ? and " : "concat(' ', s.reasons, ' ') like ? and ";
            parameters.add(which.only() ? reason.name() : "% " + reason.name() + " %");
        }
        parameters.addAll(mine.parameters);
        return new Where(sql + mine.sql, parameters);
    }

    /** The pairs that the viewer may decide. */
    private Where mine(Viewer viewer) {
        return switch (rights.extent(Act.REVIEW, Thing.PAIR, viewer)) {
            case Extent.Everything all -> new Where("1 = 1", List.of());
            case Extent.InRegion region ->
                new Where("(pa.region like ? or pb.region like ?)", List.of(region.stem() + "%", region.stem() + "%"));
            case Extent.Nothing none -> new Where("1 = 0", List.of());
            case Extent other -> throw new IllegalStateException("pairs are not told apart by " + other);
        };
    }

    private static StoredSuspect stored(ResultSet rs) throws SQLException {
        Timestamp decided = rs.getTimestamp(14);
        return new StoredSuspect(
                rs.getLong(1),
                rs.getString(2),
                rs.getLong(3),
                rs.getLong(4),
                rs.getString(5),
                Likeness.read(rs.getString(6)),
                rs.getInt(7),
                Suspects.State.valueOf(rs.getString(8)),
                rs.getLong(9),
                rs.getInt(10),
                rs.getTimestamp(11).toInstant(),
                rs.getObject(12, Long.class),
                rs.getString(13),
                decided == null ? null : decided.toInstant(),
                rs.getString(15));
    }
}
