package org.talenthub.matching.pairs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.records.RecordSnapshot;

/** Writes what the hub finds: new pairs, other scores, dismissed pairs that come back. What people decided is never changed here. */
@Component
class PairWriter {

    private static final String UPSERT = """
            insert into match_pair (id, demand_id, talent_id, state, score, confidence, band, weights, judged, judged_fields,
              found_at, changed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            on duplicate key update score = values(score), confidence = values(confidence), band = values(band),
              weights = values(weights)""";

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Parties parties;

    PairWriter(JdbcClient jdbc, JdbcTemplate batches, Parties parties) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.parties = parties;
    }

    /** What stands of a pair already. */
    record Known(PairState state, String judged, String fields) {}

    /** A pair that was scored. */
    record Found(RecordSnapshot demand, RecordSnapshot person, Score score) {

        PairStates.Key key() {
            return new PairStates.Key(demand.id(), person.id());
        }

        /** What is worth telling: a good score that nothing speaks against for certain. Whoever works there already is nobody to recruit. */
        boolean told() {
            return score.band().compareTo(Band.GOOD) <= 0 && !score.hardUnmet() && !colleague();
        }

        private boolean colleague() {
            String code = demand.enterpriseCode();
            String name = demand.enterpriseName();
            return (code != null && code.equals(person.enterpriseCode()))
                    || (name != null && name.equals(person.enterpriseName()));
        }
    }

    /** How many pairs of these demands are known; those without any are absent. */
    Map<Long, Integer> counts(Collection<Long> demands) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!demands.isEmpty()) {
            jdbc.sql("select demand_id, count(*) from match_pair where demand_id in (:ids) group by demand_id")
                    .param("ids", demands)
                    .query(rs -> {
                        counts.put(rs.getLong(1), rs.getInt(2));
                    });
        }
        return counts;
    }

    private record Written(Found found, Judged judged) {}

    /** The pairs of these demands or these people that are known. */
    Map<PairStates.Key, Known> known(String column, Collection<Long> ids) {
        Map<PairStates.Key, Known> known = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select demand_id, talent_id, state, judged, judged_fields from match_pair where " + column
                            + " in (:ids)")
                    .param("ids", ids)
                    .query((rs, i) -> known.put(
                            new PairStates.Key(rs.getLong(1), rs.getLong(2)),
                            new Known(PairState.valueOf(rs.getString(3)), rs.getString(4), rs.getString(5))))
                    .list();
        }
        return known;
    }

    /** @param known what stood of them before; pairs that are new begin as NEW */
    void write(Collection<Found> all, Map<PairStates.Key, Known> known) {
        Timestamp now = Timestamp.from(Instant.now());
        List<Written> judged = all.stream()
                .map(f -> new Written(f, Judged.of(f.demand(), f.person())))
                .toList();
        batches.batchUpdate(UPSERT, judged, CHUNK, (ps, w) -> {
            Found f = w.found();
            ps.setLong(1, Ids.next());
            ps.setLong(2, f.demand().id());
            ps.setLong(3, f.person().id());
            ps.setString(4, PairState.NEW.name());
            ps.setDouble(5, f.score().value());
            ps.setDouble(6, f.score().confidence());
            ps.setString(7, f.score().band().name());
            ps.setString(8, f.score().version());
            ps.setString(9, w.judged().whole());
            ps.setString(10, w.judged().fields());
            ps.setTimestamp(11, now);
            ps.setTimestamp(12, now);
        });
        judged.forEach(w -> {
            Known before = known.get(w.found().key());
            if (before != null && !before.judged().equals(w.judged().whole())) {
                changed(w.found(), before, w.judged(), now);
            }
        });
        parties.write(all);
    }

    /** Something that was judged is another now; a pair that was dismissed comes back for it, where it is worth telling. */
    private void changed(Found f, Known before, Judged judged, Timestamp now) {
        boolean back = before.state() == PairState.DISMISSED
                && f.told()
                && OpenDemands.open(f.demand())
                && PairLife.TABLE.to(before.state(), PairState.NEW).isPresent();
        jdbc.sql("update match_pair set judged = :judged, judged_fields = :fields"
                        + (back ? ", state = 'NEW', returned_for = :changed, changed_at = :now, changed_by = null" : "")
                        + ", version = version + 1 where demand_id = :demand and talent_id = :talent")
                .param("judged", judged.whole())
                .param("fields", judged.fields())
                .param("changed", String.join(" ", Judged.changed(before.fields(), judged.fields())))
                .param("now", now)
                .param("demand", f.demand().id())
                .param("talent", f.person().id())
                .update();
    }

    /** Pairs that only the hub knows of, and that fit no longer. */
    void drop(Collection<PairStates.Key> keys) {
        for (String sql : List.of(
                "delete from match_pair where demand_id = ? and talent_id = ? and state = 'NEW'",
                "delete from match_party where demand_id = ? and talent_id = ? and not exists (select 1 from match_pair p"
                        + " where p.demand_id = match_party.demand_id and p.talent_id = match_party.talent_id)")) {
            batches.batchUpdate(sql, keys, CHUNK, (ps, k) -> {
                ps.setLong(1, k.demand());
                ps.setLong(2, k.talent());
            });
        }
    }

    /**
     * A record that was found to be another: what was decided about it, and what was said of it, holds for that one where nothing is
     * decided or said yet.
     */
    void move(String column, long from, long to) {
        String other = column.equals("talent_id") ? "demand_id" : "talent_id";
        giveWay(column, other, from, to);
        said(column.equals("talent_id") ? "talent_wish" : "demand_wish", column, from, to);
        List<Long> taken = jdbc.sql("select " + other + " from match_pair where " + column + " = ?")
                .param(to)
                .query((rs, i) -> rs.getLong(1))
                .list();
        for (String table : List.of("match_pair", "match_party")) {
            jdbc.sql("update " + table + " set " + column + " = :to where " + column + " = :from"
                            + (taken.isEmpty() ? "" : " and " + other + " not in (:taken)"))
                    .param("to", to)
                    .param("from", from)
                    .param("taken", taken)
                    .update();
        }
        for (String table : List.of("contact_request", "placement")) {
            jdbc.sql("update " + table + " set " + column + " = ? where " + column + " = ?")
                    .params(to, from)
                    .update();
        }
    }

    /** What only the hub knew of the one makes room for what people decided about the other. */
    private void giveWay(String column, String other, long from, long to) {
        List<Long> decided = jdbc.sql(
                        "select d." + other + " from match_pair d join match_pair p on p." + other + " = d."
                                + other + " where d." + column + " = ? and d.state <> 'NEW' and p." + column
                                + " = ? and p.state = 'NEW'")
                .params(from, to)
                .query((rs, i) -> rs.getLong(1))
                .list();
        if (decided.isEmpty()) {
            return;
        }
        for (String table : List.of("match_pair", "match_party")) {
            jdbc.sql("delete from " + table + " where " + column + " = :to and " + other + " in (:decided)")
                    .param("to", to)
                    .param("decided", decided)
                    .update();
        }
    }

    /** Who asked to be left out under one name is left out under the other. */
    private void said(String table, String column, long from, long to) {
        if (column.equals("talent_id")) {
            jdbc.sql(
                            "delete from talent_wish where talent_id = ? and state <> 'LEFT_OUT'"
                                    + " and exists (select 1 from (select state from talent_wish where talent_id = ?) w where w.state = 'LEFT_OUT')")
                    .params(to, from)
                    .update();
        }
        jdbc.sql("update ignore " + table + " set " + column + " = ? where " + column + " = ?")
                .params(to, from)
                .update();
    }

    /** An erased record: what was said about it goes, of placements only that there was one stays. */
    void erase(String column, long id) {
        for (String table : List.of("match_pair", "match_party", "contact_request")) {
            jdbc.sql("delete from " + table + " where " + column + " = ?")
                    .param(id)
                    .update();
        }
        if (column.equals("talent_id")) {
            jdbc.sql("delete from talent_wish where talent_id = ?").param(id).update();
            jdbc.sql(
                            "update placement_step set note = null where placement_id in (select id from placement where talent_id = ?)")
                    .param(id)
                    .update();
            jdbc.sql("update placement set note = null where talent_id = ?")
                    .param(id)
                    .update();
        }
    }

    /** Of a record that is gone, and may come back, what only the hub knew. */
    void forget(String column, long id) {
        for (String table : List.of("match_pair", "match_party")) {
            jdbc.sql("delete from " + table + " where " + column + " = ?"
                            + (table.equals("match_pair") ? " and state = 'NEW'" : ""))
                    .param(id)
                    .update();
        }
    }
}
