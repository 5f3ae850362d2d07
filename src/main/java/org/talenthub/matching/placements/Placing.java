package org.talenthub.matching.placements;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.matching.pairs.Hand;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.PairState;
import org.talenthub.matching.pairs.PairView;
import org.talenthub.matching.pairs.Parties;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.scoring.Need;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** From the first contact to whoever stayed; heads of a demand are reserved by signing, filled by arriving, and free again when undone. */
@Component
public class Placing {

    private static final Set<PlacementState> FILLED = EnumSet.of(PlacementState.ARRIVED, PlacementState.RETAINED);
    private static final Set<PlacementState> RESERVED = EnumSet.of(PlacementState.SIGNED);
    private static final int LONGEST = 500;

    private final Placements placements;
    private final PairBook book;
    private final Parties parties;
    private final Records records;
    private final JdbcClient jdbc;
    private final Audit audit;

    Placing(
            Placements placements,
            PairBook book,
            Parties parties,
            Records records,
            JdbcClient jdbc,
            Audit audit) {
        this.placements = placements;
        this.book = book;
        this.parties = parties;
        this.records = records;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param total 0 when the demand does not say how many */
    public record Heads(int total, long reserved, long filled) {

        public long free() {
            return Math.max(0, total - reserved - filled);
        }
    }

    /** One placement as a viewer sees it. */
    public record Line(
            Placement placement,
            RecordView demand,
            RecordView person,
            Heads heads,
            List<Action> allowed,
            boolean stale) {}

    /** @param funnel how many of all there are in each state */
    public record Lines(long total, Map<PlacementState, Long> funnel, List<Line> lines) {}

    /** The conditions of a list. */
    public record Asked(
            @Nullable String demand, @Nullable String talent, Set<PlacementState> states) {}

    /** Placements that are the viewer's business, the latest first. */
    @Transactional(readOnly = true)
    public Lines list(Asked asked, Paging paging, Viewer viewer) {
        Parties.Where mine = parties.of(viewer);
        Map<String, Object> parameters = new LinkedHashMap<>(mine.parameters());
        StringBuilder where = new StringBuilder(mine.sql());
        one(where, parameters, "demand_id", asked.demand());
        one(where, parameters, "talent_id", asked.talent());
        String live = " from placement p join pool_record d on d.id = p.demand_id and d.state = 'LIVE'"
                + " join pool_record t on t.id = p.talent_id and t.state = 'LIVE' where ";
        Map<PlacementState, Long> funnel = new EnumMap<>(PlacementState.class);
        jdbc.sql("select p.state, count(*)" + live + where + " group by p.state")
                .params(parameters)
                .query((rs, i) -> funnel.put(PlacementState.valueOf(rs.getString(1)), rs.getLong(2)))
                .list();
        if (!asked.states().isEmpty()) {
            where.append(" and p.state in (:states)");
            parameters.put("states", asked.states().stream().map(Enum::name).toList());
        }
        long total = funnel.entrySet().stream()
                .filter(e -> asked.states().isEmpty() || asked.states().contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        List<Long> ids = jdbc.sql(
                        "select p.id" + live + where + " order by p.changed_at desc, p.id desc limit :size offset :from")
                .params(parameters)
                .param("size", paging.size())
                .param("from", paging.from())
                .query((rs, i) -> rs.getLong(1))
                .list();
        return new Lines(total, funnel, lines(ids, viewer));
    }

    private static void one(StringBuilder where, Map<String, Object> parameters, String column, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            where.append(" and p.").append(column).append(" = :").append(column);
            parameters.put(column, Ids.parse(id.strip()).orElse(-1L));
        }
    }

    private List<Line> lines(List<Long> ids, Viewer viewer) {
        List<Placement> found =
                ids.stream().map(id -> placements.findById(id).orElseThrow()).toList();
        Set<Long> both = new HashSet<>();
        found.forEach(p -> {
            both.add(p.demand());
            both.add(p.talent());
        });
        Map<Long, RecordView> views = both.isEmpty() ? Map.of() : records.views(both, viewer);
        Map<Long, RecordSnapshot> snapshots = records.snapshots(both);
        List<Line> lines = new ArrayList<>();
        for (Placement p : found) {
            RecordView demand = views.get(p.demand());
            RecordView person = views.get(p.talent());
            RecordSnapshot d = snapshots.get(p.demand());
            RecordSnapshot t = snapshots.get(p.talent());
            if (demand != null && person != null && d != null && t != null) {
                lines.add(new Line(
                        p, demand, person, heads(d), p.allowed(book.hands(d, t, viewer)), p.stale(Instant.now())));
            }
        }
        return lines;
    }

    private Heads heads(RecordSnapshot demand) {
        return new Heads(
                demand.fields().number("headcount").orElse(0),
                placements.countByDemandAndStateIn(demand.id(), RESERVED),
                placements.countByDemandAndStateIn(demand.id(), FILLED));
    }

    /** @throws Problem 404 when there is none for the viewer */
    @Transactional(readOnly = true)
    public Line get(String id, Viewer viewer) {
        return line(Ids.parse(id).flatMap(placements::findById).orElseThrow(Problem::notFound), viewer);
    }

    private Line line(Placement p, Viewer viewer) {
        PairBook.Sides sides = sides(p, viewer);
        return new Line(
                p,
                sides.demand().view(),
                sides.person().view(),
                heads(sides.demand().record()),
                p.allowed(book.hands(sides.demand().record(), sides.person().record(), viewer)),
                p.stale(Instant.now()));
    }

    /** One that is not the viewer's business does not exist for him. */
    private PairBook.Sides sides(Placement p, Viewer viewer) {
        try {
            return book.sides(Ids.text(p.demand()), Ids.text(p.talent()), viewer);
        } catch (Problem e) {
            throw e.status() == 403 ? Problem.notFound() : e;
        }
    }

    /** @param made false when there is one on its way already */
    public record Begun(Line line, boolean made) {}

    /** @throws Problem 400 without the two, 403, 404 as {@link PairBook#sides} */
    @Transactional
    public Begun begin(
            @Nullable String demand, @Nullable String talent, @Nullable String event, Viewer viewer) {
        if (demand == null || talent == null) {
            throw Problem.badRequest("placement.incomplete", "demand（需求编号）和 talent（人才编号）都要写。");
        }
        if (event != null && event.length() > 40) {
            throw Problem.badRequest("event.invalid", "event 写活动的编号。");
        }
        PairBook.Sides sides = book.sides(demand, talent, viewer);
        turn(sides.demand().id());
        for (Placement p : placements.findByDemandAndTalentOrderByIdDesc(
                sides.demand().id(), sides.person().id())) {
            boolean again = p.state() == PlacementState.CLOSED
                    || (FILLED.contains(p.state()) && !p.mode().equals(Need.USUAL_MODE));
            if (!again) {
                return new Begun(line(p, viewer), false);
            }
        }
        // the pair is kept from here on, whoever began with it
        PairView pair = book.view(sides, viewer);
        if (pair.state() == PairState.NEW) {
            pair = book.move(sides, PairState.SEEN, null, null, viewer);
        }
        Placement p = placements.save(new Placement(
                sides.demand().id(),
                sides.person().id(),
                sides.demand().record().fields().text("mode").orElse(Need.USUAL_MODE),
                pair.score(),
                pair.band().name(),
                event,
                viewer.displayName()));
        step(p, "BEGIN", PlacementState.CONTACTED, null, null, viewer);
        return new Begun(line(p, viewer), true);
    }

    /**
     * @param reason of an end
     * @throws Problem 404, 403, 409 when it cannot be done now, or no head is free, or the person arrived elsewhere full time
     */
    @Transactional
    public Line act(
            String id, Action action, @Nullable String reason, @Nullable String note, Viewer viewer) {
        Placement p = Ids.parse(id).flatMap(placements::findById).orElseThrow(Problem::notFound);
        PairBook.Sides sides = sides(p, viewer);
        if (note != null && note.length() > LONGEST) {
            throw Problem.badRequest("note.long", "备注最长 " + LONGEST + " 个字。");
        }
        CloseReason why = reason == null || reason.isBlank()
                ? null
                : CloseReason.of(reason).orElseThrow(() -> Problem.badRequest("reason.unknown", "没有“" + reason + "”这个原因。"));
        turn(p.demand());
        turn(p.talent());
        Set<Hand> hands = book.hands(sides.demand().record(), sides.person().record(), viewer);
        PlacementState was = p.state();
        p.act(action, why, note == null || note.isBlank() ? null : Contacts.mask(note.strip()), hands, viewer.displayName());
        check(p, was, sides.demand().record());
        placements.save(p);
        step(p, action.name(), was, reason, p.note(), viewer);
        audit.record(viewer, "placement." + action.name().toLowerCase(java.util.Locale.ROOT), "talent",
                Ids.text(p.talent()), "demand " + Ids.text(p.demand()));
        return line(p, viewer);
    }

    /** After a step into heads: there must have been one. */
    private void check(Placement p, PlacementState was, RecordSnapshot demand) {
        boolean held = RESERVED.contains(was) || FILLED.contains(was);
        boolean holds = RESERVED.contains(p.state()) || FILLED.contains(p.state());
        if (holds && !held) {
            Heads heads = heads(demand);
            // the count may or may not have seen this one already
            long others = heads.reserved() + heads.filled() - (counted(p) ? 1 : 0);
            if (heads.total() > 0 && others >= heads.total()) {
                throw Problem.conflict("heads.none", "这条需求的 " + heads.total() + " 个名额已满，先释放一个，或增加需求人数。");
            }
        }
        if (FILLED.contains(p.state())
                && !FILLED.contains(was)
                && p.mode().equals(Need.USUAL_MODE)
                && placements.countByTalentAndModeAndStateInAndIdNot(p.talent(), Need.USUAL_MODE, FILLED, p.id()) > 0) {
            throw Problem.conflict("talent.arrived", "这位人才已在另一岗位全职到岗，先终止那一条，或改为柔性、项目合作。");
        }
    }

    /** A count asks the database, to which this transaction's change is written before. */
    private boolean counted(Placement p) {
        return jdbc.sql("select count(*) from placement where id = ? and state in ('SIGNED', 'ARRIVED', 'RETAINED')")
                        .param(p.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Two who sign at once take turns at the demand. */
    private void turn(long record) {
        jdbc.sql("select id from pool_record where id = ? for update")
                .param(record)
                .query(Long.class)
                .optional();
    }

    private void step(
            Placement p,
            String action,
            PlacementState from,
            @Nullable String reason,
            @Nullable String note,
            Viewer viewer) {
        jdbc.sql("insert into placement_step (id, placement_id, action, from_state, to_state, reason, note, by_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(p.id())
                .param(action)
                .param(from.name())
                .param(p.state().name())
                .param(reason)
                .param(note)
                .param(viewer.displayName())
                .param(Timestamp.from(Instant.now()))
                .update();
    }

    /** What was done, in its order. */
    public record Step(String action, String from, String to, @Nullable String reason, String by, Instant at) {}

    /** The history of a placement that the viewer was shown. */
    public List<Step> steps(Placement p) {
        return jdbc.sql("select action, from_state, to_state, reason, by_name, at from placement_step"
                        + " where placement_id = ? order by id")
                .param(p.id())
                .query((rs, i) -> new Step(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getTimestamp(6).toInstant()))
                .list();
    }
}
