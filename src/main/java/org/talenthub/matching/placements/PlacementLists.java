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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.matching.candidates.Availability;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.Parties;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.scoring.Need;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** Placements as a viewer may see them: lists with their funnel, single ones with what was done. */
@Component
public class PlacementLists {

    static final Set<PlacementState> FILLED = EnumSet.of(PlacementState.ARRIVED, PlacementState.RETAINED);
    static final Set<PlacementState> RESERVED = EnumSet.of(PlacementState.SIGNED);

    private final Placements placements;
    private final PairBook book;
    private final Parties parties;
    private final Records records;
    private final JdbcClient jdbc;
    private final PlacementGroups groups;
    private final LeftOut leftOut;

    PlacementLists(
            Placements placements,
            PairBook book,
            Parties parties,
            Records records,
            JdbcClient jdbc,
            PlacementGroups groups,
            LeftOut leftOut) {
        this.groups = groups;
        this.leftOut = leftOut;
        this.placements = placements;
        this.book = book;
        this.parties = parties;
        this.records = records;
        this.jdbc = jdbc;
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
            boolean stale,
            Availability asking) {

        /** Who has signed or arrived full time may not want to be asked further: somebody should say so. */
        public boolean suggestsPause() {
            return asking == Availability.OPEN
                    && placement.mode().equals(Need.USUAL_MODE)
                    && (RESERVED.contains(placement.state()) || FILLED.contains(placement.state()));
        }
    }

    /** @param funnel how many of all there are in each state */
    public record Lines(long total, Map<PlacementState, Long> funnel, List<Line> lines) {}

    /**
     * The conditions of a list.
     *
     * @param stale only those that are on their way and of which nothing was said for thirty days
     */
    public record Asked(
            @Nullable String demand,
            @Nullable String talent,
            Set<PlacementState> states,
            Map<PlacementGroups.By, String> narrowed,
            boolean stale) {

        public Asked(@Nullable String demand, @Nullable String talent, Set<PlacementState> states) {
            this(demand, talent, states, Map.of(), false);
        }

        /** All that nobody has said anything of. */
        public static Asked allStale() {
            return new Asked(null, null, Set.of(), Map.of(), true);
        }
    }

    /** Placements that are the viewer's business, the latest first. */
    @Transactional(readOnly = true)
    public Lines list(Asked asked, Paging paging, Viewer viewer) {
        Parties.Where mine = parties.of(viewer);
        Map<String, Object> parameters = new LinkedHashMap<>(mine.parameters());
        StringBuilder where = new StringBuilder(mine.sql());
        one(where, parameters, "demand_id", asked.demand());
        one(where, parameters, "talent_id", asked.talent());
        groups.narrow(where, parameters, asked.narrowed());
        if (asked.stale()) {
            where.append(" and p.state in (:onTheWay) and p.changed_at < :stale");
            parameters.put(
                    "onTheWay",
                    Stream.of(PlacementState.values())
                            .filter(s -> s.compareTo(PlacementState.ARRIVED) < 0)
                            .map(Enum::name)
                            .toList());
            parameters.put("stale", Timestamp.from(Instant.now().minus(Placement.STALE)));
        }
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
        List<Long> ids = jdbc.sql("select p.id" + live + where
                        + " order by p.changed_at desc, p.id desc limit :size offset :from")
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
        Map<Long, Availability> asking =
                leftOut.availability(found.stream().map(Placement::talent).toList());
        List<Line> lines = new ArrayList<>();
        for (Placement p : found) {
            RecordView demand = views.get(p.demand());
            RecordView person = views.get(p.talent());
            RecordSnapshot d = snapshots.get(p.demand());
            RecordSnapshot t = snapshots.get(p.talent());
            if (demand != null && person != null && d != null && t != null) {
                lines.add(new Line(
                        p,
                        demand,
                        person,
                        heads(d),
                        p.allowed(book.hands(d, t, viewer)),
                        p.stale(Instant.now()),
                        asking.getOrDefault(p.talent(), Availability.OPEN)));
            }
        }
        return lines;
    }

    Heads heads(RecordSnapshot demand) {
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

    Line line(Placement p, Viewer viewer) {
        PairBook.Sides sides = sides(p, viewer);
        return new Line(
                p,
                sides.demand().view(),
                sides.person().view(),
                heads(sides.demand().record()),
                p.allowed(book.hands(sides.demand().record(), sides.person().record(), viewer)),
                p.stale(Instant.now()),
                leftOut.of(p.talent()).state());
    }

    /** One that is not the viewer's business does not exist for him. */
    PairBook.Sides sides(Placement p, Viewer viewer) {
        try {
            return book.sides(Ids.text(p.demand()), Ids.text(p.talent()), viewer);
        } catch (Problem e) {
            throw e.status() == 403 ? Problem.notFound() : e;
        }
    }

    /** What was done, in its order. */
    public record Step(
            String action, String from, String to, @Nullable String reason, String by, Instant at) {}

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
