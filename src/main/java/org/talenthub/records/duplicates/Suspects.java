package org.talenthub.records.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/**
 * The review queue: pairs of records that may be one person. The province decides all of them, a city those that touch its region,
 * nobody else any. Each decision is one transaction, remembered for later imports, and can be undone.
 */
@Component
public class Suspects {

    /** As many as one call decides. */
    public static final int AT_ONCE = 500;

    private static final int COUNTED = 1000;

    private static final String TABLES =
            " from suspect s left join pool_record pa on pa.id = s.a left join pool_record pb on pb.id = s.b where ";
    private static final String COLUMNS =
            "select s.id, s.type, s.a, s.b, s.claim, s.reasons, s.score, s.state, s.batch_id,"
                    + " s.row_no, s.found_at, s.moved, s.decided_by, s.decided_at, s.note";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DerivedRecords derived;
    private final Decisions decisions;
    private final SuspectSides sides;
    private final Audit audit;
    private final Rights rights;
    private final PairVerdicts verdicts;

    Suspects(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DerivedRecords derived,
            Decisions decisions,
            SuspectSides sides,
            Audit audit,
            Rights rights,
            PairVerdicts verdicts) {
        this.verdicts = verdicts;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.derived = derived;
        this.decisions = decisions;
        this.sides = sides;
        this.audit = audit;
        this.rights = rights;
    }

    /** What was decided of a pair. */
    public enum State {
        OPEN,
        SAME,
        DIFFERENT,
        UNSURE
    }

    /**
     * A pair as one viewer may see it.
     *
     * @param score 0 to 100
     * @param batch the batch it was found in
     * @param row of that batch's file, as Excel numbers it
     * @param differing fields of which both have a value that is not the other's, though the masks may look the same
     */
    public record Pair(
            long id,
            Side a,
            Side b,
            Set<String> differing,
            Set<Reason> reasons,
            int score,
            State state,
            long batch,
            int row,
            Instant foundAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {}

    /**
     * One of the two, and who says so.
     *
     * @param record null when nothing is left of it for this viewer
     */
    public record Side(@Nullable RecordView record, List<Said> reports) {}

    /** @param reporter name of the organisation, empty for the province */
    public record Said(String reporter, long batch, int row, Instant at) {}

    public record Page(long total, int page, int size, List<Pair> items) {}

    /** A pair as it is kept. */
    record Stored(
            long id,
            String type,
            long a,
            long b,
            @Nullable String claim,
            Set<Reason> reasons,
            int score,
            State state,
            long batch,
            int row,
            Instant foundAt,
            @Nullable Long moved,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {}

    public boolean mayDecide(Viewer viewer) {
        return rights.may(Act.REVIEW, Thing.PAIR, viewer);
    }

    /** How many wait for the viewer; counted to 1,000. */
    public int waiting(Viewer viewer) {
        if (!mayDecide(viewer)) {
            return 0;
        }
        Where where = where(new Which(State.OPEN, null, false), viewer);
        return jdbc.sql("select count(*) from (select 1" + TABLES + where.sql + " limit " + COUNTED + ") waiting")
                .params(where.parameters)
                .query(Integer.class)
                .single();
    }

    /** How many of each reason wait. */
    public Map<Reason, Long> reasons(State state, Viewer viewer) {
        requireMay(viewer);
        Where where = where(new Which(state, null, false), viewer);
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        jdbc.sql("select s.reasons, count(*)" + TABLES + where.sql + " group by s.reasons")
                .params(where.parameters)
                .query(rs -> {
                    long count = rs.getLong(2);
                    Likeness.read(rs.getString(1)).forEach(r -> counts.merge(r, count, Long::sum));
                });
        return counts;
    }

    /**
     * Which pairs are looked at.
     *
     * @param reason null for all
     * @param only for that reason and no other
     */
    public record Which(State state, @Nullable Reason reason, boolean only) {}

    public Page page(State state, @Nullable Reason reason, int page, int size, Viewer viewer) {
        return page(new Which(state, reason, false), page, size, viewer);
    }

    /** A page of the queue, likeliest first; of what was decided, newest first. @throws Problem 400, 403 */
    public Page page(Which which, int page, int size, Viewer viewer) {
        requireMay(viewer);
        State state = which.state();
        Paging asked = new Paging(page, size);
        Where where = where(which, viewer);
        long total = jdbc.sql("select count(*)" + TABLES + where.sql)
                .params(where.parameters)
                .query(Long.class)
                .single();
        String order = state == State.OPEN ? "s.score desc, s.id desc" : "s.decided_at desc, s.id desc";
        List<Object> parameters = new ArrayList<>(where.parameters);
        parameters.addAll(List.of(asked.size(), asked.from()));
        List<Stored> rows = jdbc.sql(COLUMNS + TABLES + where.sql + " order by " + order + " limit ? offset ?")
                .params(parameters)
                .query((rs, i) -> stored(rs))
                .list();
        return new Page(total, page, size, sides.of(rows, viewer));
    }

    /** @throws Problem 403, or 404 when it is not this viewer's to decide */
    public Pair get(long id, Viewer viewer) {
        requireMay(viewer);
        return sides.of(List.of(load(id, viewer, "")), viewer).getFirst();
    }

    /** The first pairs of a reason that wait, for deciding them all. */
    public List<Long> waitingOf(Reason reason, boolean only, Viewer viewer) {
        requireMay(viewer);
        Where where = where(new Which(State.OPEN, reason, only), viewer);
        return jdbc.sql("select s.id" + TABLES + where.sql + " order by s.score desc, s.id desc limit " + AT_ONCE)
                .params(where.parameters)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /**
     * Decides an open or unsure pair.
     *
     * @param verdict SAME, DIFFERENT or UNSURE; OPEN takes an earlier decision back
     * @throws Problem 403, 404, 409 when somebody else was quicker or nothing is left to decide
     */
    public void decide(long id, State verdict, @Nullable String reason, Viewer viewer) {
        requireMay(viewer);
        String note = reason == null ? null : Contacts.mask(reason);
        transaction.executeWithoutResult(s -> {
            String type = load(id, viewer, "").type();
            derived.takeTurn(type);
            Stored pair = load(id, viewer, " for update");
            boolean open = pair.state() == State.OPEN || pair.state() == State.UNSURE;
            if (pair.state() == verdict || (verdict != State.OPEN && !open)) {
                throw Problem.conflict("suspect.decided", Sentence.of("refused.suspect.decided"));
            }
            Long moved = verdict == State.OPEN ? undo(pair) : apply(pair, verdict);
            boolean back = verdict == State.OPEN;
            PairVerdict decided = verdicts.findById(id).orElseThrow(Problem::notFound);
            if (back) {
                decided.takenBack();
            } else {
                decided.decided(verdict, moved, viewer.username(), note);
            }
            verdicts.saveAndFlush(decided);
            audit.record(
                    viewer,
                    "suspect." + (back ? "undo" : verdict.name().toLowerCase(java.util.Locale.ROOT)),
                    "suspect",
                    Ids.text(id),
                    Ids.text(pair.a()) + " " + Ids.text(pair.b()) + (note == null ? "" : " " + note));
        });
    }

    private @Nullable Long apply(Stored pair, State verdict) {
        String claim = pair.claim();
        if (verdict == State.SAME && claim == null) {
            return decisions.merge(pair.type(), pair.a(), pair.b());
        }
        if (verdict == State.DIFFERENT && claim != null) {
            decisions.separate(pair.type(), pair.a(), pair.b(), claim);
        }
        return null;
    }

    private @Nullable Long undo(Stored pair) {
        if (pair.state() == State.SAME && pair.moved() != null) {
            decisions.split(pair.type(), pair.moved());
        } else if (pair.state() == State.DIFFERENT && pair.claim() != null) {
            decisions.unite(pair.type(), pair.a(), pair.b(), pair.claim());
        }
        return null;
    }

    private Stored load(long id, Viewer viewer, String lock) {
        Stored found = jdbc.sql(COLUMNS + " from suspect s where s.id = ?" + lock)
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

    private Where where(Which which, Viewer viewer) {
        State state = which.state();
        Reason reason = which.reason();
        Where mine = mine(viewer);
        List<Object> parameters = new ArrayList<>(List.of(state.name()));
        String sql = "s.state = ? and ";
        if (state == State.OPEN || state == State.UNSURE) {
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

    private void requireMay(Viewer viewer) {
        rights.require(Act.REVIEW, Thing.PAIR, viewer, Sentence.of("refused.forbidden.requireMay"));
    }

    private static Stored stored(ResultSet rs) throws SQLException {
        Timestamp decided = rs.getTimestamp(14);
        return new Stored(
                rs.getLong(1),
                rs.getString(2),
                rs.getLong(3),
                rs.getLong(4),
                rs.getString(5),
                Likeness.read(rs.getString(6)),
                rs.getInt(7),
                State.valueOf(rs.getString(8)),
                rs.getLong(9),
                rs.getInt(10),
                rs.getTimestamp(11).toInstant(),
                rs.getObject(12, Long.class),
                rs.getString(13),
                decided == null ? null : decided.toInstant(),
                rs.getString(15));
    }
}
