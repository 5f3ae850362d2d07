package org.talenthub.matching.pairs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.matching.scoring.Score;
import org.talenthub.records.RecordSnapshot;

/** Writes what the hub finds: new pairs, other scores, dismissed pairs that come back. What people decided is never changed here. */
@Component
class PairWriter {

    private static final String UPSERT = """
            insert into match_pair (id, demand_id, talent_id, state, score, confidence, band, weights, judged, judged_fields,
              found_at, changed_at, version) values (:id, :demand, :talent, :state, :score, :confidence, :band, :weights, :judged, :fields,
              :now, :now, 0)
            on duplicate key update score = values(score), confidence = values(confidence), band = values(band),
              weights = values(weights)""";

    private final JdbcClient jdbc;
    private final Parties parties;

    PairWriter(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    /** What stands of a pair already. */
    record Known(PairState state, String judged, String fields) {}

    /** A pair that was scored. */
    record Found(RecordSnapshot demand, RecordSnapshot person, Score score) {}

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

    /** @param state of a pair that is new */
    void write(Found f, PairState state, Map<PairStates.Key, Known> known) {
        Judged judged = Judged.of(f.demand(), f.person());
        Known before = known.get(new PairStates.Key(f.demand().id(), f.person().id()));
        Instant now = Instant.now();
        jdbc.sql(UPSERT)
                .param("id", Ids.next())
                .param("demand", f.demand().id())
                .param("talent", f.person().id())
                .param("state", state.name())
                .param("score", f.score().value())
                .param("confidence", f.score().confidence())
                .param("band", f.score().band().name())
                .param("weights", f.score().version())
                .param("judged", judged.whole())
                .param("fields", judged.fields())
                .param("now", Timestamp.from(now))
                .update();
        if (before != null && !before.judged().equals(judged.whole())) {
            List<String> changed = Judged.changed(before.fields(), judged.fields());
            boolean back = before.state() == PairState.DISMISSED
                    && PairLife.TABLE.to(before.state(), PairState.NEW).isPresent();
            jdbc.sql("update match_pair set judged = :judged, judged_fields = :fields"
                            + (back ? ", state = 'NEW', returned_for = :changed, changed_at = :now, changed_by = null" : "")
                            + ", version = version + 1 where demand_id = :demand and talent_id = :talent")
                    .param("judged", judged.whole())
                    .param("fields", judged.fields())
                    .param("changed", String.join(" ", changed))
                    .param("now", Timestamp.from(now))
                    .param("demand", f.demand().id())
                    .param("talent", f.person().id())
                    .update();
        }
        parties.write(f.demand(), f.person());
    }

    /** Pairs that only the hub knew of and that fit no longer. */
    void drop(Collection<PairStates.Key> keys) {
        for (PairStates.Key k : keys) {
            int gone = jdbc.sql("delete from match_pair where demand_id = ? and talent_id = ? and state = 'NEW'")
                    .params(k.demand(), k.talent())
                    .update();
            if (gone > 0) {
                jdbc.sql("delete from match_party where demand_id = ? and talent_id = ?")
                        .params(k.demand(), k.talent())
                        .update();
            }
        }
    }

    /** A record that was found to be another: what was decided about it holds for that one, where nothing is decided yet. */
    void move(String column, long from, long to) {
        String other = column.equals("talent_id") ? "demand_id" : "talent_id";
        List<Long> taken = jdbc.sql("select " + other + " from match_pair where " + column + " = ?")
                .param(to)
                .query(Long.class)
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

    /** Whatever is known of pairs of a record that is gone for good. */
    void forget(String column, long id) {
        for (String table : List.of("match_pair", "match_party")) {
            jdbc.sql("delete from " + table + " where " + column + " = ?" + (table.equals("match_pair") ? " and state = 'NEW'" : ""))
                    .param(id)
                    .update();
        }
    }
}
