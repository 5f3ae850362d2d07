package org.talenthub.matching.pairs.life;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.matching.candidates.Availability;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.scoring.Weights;
import org.talenthub.matching.scoring.score.Band;

/** How pairs stand: what is decided, how often the person was asked, and how pairs of each band fared. */
@Component
public class PairStates {

    /** Requests of so many days weigh on a person. */
    public static final Duration LOAD = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final LeftOut leftOut;
    private final Weights weights;

    PairStates(JdbcClient jdbc, LeftOut leftOut, Weights weights) {
        this.jdbc = jdbc;
        this.leftOut = leftOut;
        this.weights = weights;
    }

    public record Key(long demand, long talent) {}

    /**
     * @param availability null when the person may be asked
     * @param asked how often contact with the person was asked for in the last 90 days
     */
    public record Stand(PairState state, @Nullable Availability availability, int asked) {

        public static final Stand NONE = new Stand(PairState.NEW, null, 0);
    }

    /**
     * @param placements pairs of the band that began as a placement
     * @param succeeded those of them that were signed
     * @param share of the two; null while there are too few to say
     */
    public record Outcome(
            Band band,
            double from,
            long placements,
            long succeeded,
            @Nullable Double share) {}

    public Map<Key, Stand> of(Collection<Key> pairs) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        List<Long> talents = pairs.stream().map(Key::talent).distinct().toList();
        Map<Key, PairState> states = new HashMap<>();
        jdbc.sql("select demand_id, talent_id, state from match_pair where demand_id in (:d) and talent_id in (:t)")
                .param("d", pairs.stream().map(Key::demand).distinct().toList())
                .param("t", talents)
                .query((rs, i) -> states.put(new Key(rs.getLong(1), rs.getLong(2)), PairState.valueOf(rs.getString(3))))
                .list();
        Map<Long, Integer> asked = load(talents);
        Map<Long, Availability> availability = leftOut.availability(talents);
        Map<Key, Stand> stands = new HashMap<>();
        pairs.forEach(k -> stands.put(
                k,
                new Stand(
                        states.getOrDefault(k, PairState.NEW),
                        availability.get(k.talent()) == Availability.OPEN ? null : availability.get(k.talent()),
                        asked.getOrDefault(k.talent(), 0))));
        return stands;
    }

    /** How often contact with these people was asked for of late. */
    public Map<Long, Integer> load(Collection<Long> talents) {
        Map<Long, Integer> load = new HashMap<>();
        if (!talents.isEmpty()) {
            jdbc.sql("select talent_id, count(*) from contact_request where talent_id in (:t) and asked_at >= :since"
                            + " group by talent_id")
                    .param("t", talents)
                    .param("since", Timestamp.from(Instant.now().minus(LOAD)))
                    .query((rs, i) -> load.put(rs.getLong(1), rs.getInt(2)))
                    .list();
        }
        return load;
    }

    /** What a share can be told of. */
    private static final int ENOUGH = 10;

    /** The bands from the best down, with what came of pairs that had them. */
    public List<Outcome> outcomes() {
        Map<String, long[]> counted = new HashMap<>();
        jdbc.sql("select band, count(*), sum(case when state in ('SIGNED', 'ARRIVED', 'RETAINED') then 1 else 0 end)"
                        + " from placement where band is not null group by band")
                .query((rs, i) -> counted.put(rs.getString(1), new long[] {rs.getLong(2), rs.getLong(3)}))
                .list();
        List<Outcome> outcomes = new ArrayList<>();
        Arrays.stream(Band.values()).forEach(b -> {
            long[] n = counted.getOrDefault(b.name(), new long[] {0, 0});
            outcomes.add(new Outcome(
                    b, weights.from(b), n[0], n[1], n[0] < ENOUGH ? null : Math.round(100.0 * n[1] / n[0]) / 100.0));
        });
        return outcomes;
    }
}
