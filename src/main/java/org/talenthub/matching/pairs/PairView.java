package org.talenthub.matching.pairs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.matching.scoring.score.Score;

/**
 * A pair as it stands.
 *
 * @param returnedFor parts that changed since it was dismissed, separated by blanks; null when it was not
 * @param allowed what the viewer may decide now
 */
public record PairView(
        long demand,
        long talent,
        PairState state,
        @Nullable PairReason reason,
        @Nullable String note,
        double score,
        double confidence,
        Band band,
        String weights,
        @Nullable String returnedFor,
        @Nullable Instant foundAt,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        List<PairState> allowed) {

    static PairView of(MatchPair p, List<PairState> allowed) {
        return new PairView(
                p.demand(),
                p.talent(),
                p.state(),
                p.reason(),
                p.note(),
                p.score(),
                p.confidence(),
                p.band(),
                p.weights(),
                p.returnedFor(),
                p.foundAt(),
                p.changedAt(),
                p.changedBy(),
                allowed);
    }

    static PairView fresh(long demand, long talent, Score s, List<PairState> allowed) {
        return new PairView(
                demand,
                talent,
                PairState.NEW,
                null,
                null,
                s.value(),
                s.confidence(),
                s.band(),
                s.version(),
                null,
                null,
                null,
                null,
                allowed);
    }
}
