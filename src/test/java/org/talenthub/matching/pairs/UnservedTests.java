package org.talenthub.matching.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Fields;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.records.RecordSnapshot;

/** A demand whose people all fit others better still is told its own best. */
class UnservedTests {

    private static RecordSnapshot record(String type, long id) {
        return new RecordSnapshot(
                id,
                type,
                null,
                true,
                1,
                "",
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                new Fields(Map.of()),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of());
    }

    private static PairWriter.Found found(long demand, long person, double score) {
        return new PairWriter.Found(
                record("demand", demand),
                record("talent", person),
                new Score(score, 1, Band.GOOD, false, "test", List.of()));
    }

    @Test
    void aDemandThatNobodyIsToldOfIsToldItsBest() {
        Unserved unserved = new Unserved(2);
        List<PairWriter.Found> told = new ArrayList<>();
        for (int person = 1; person <= 5; person++) {
            PairWriter.Found better = found(1, person, 90);
            unserved.met(better);
            told.add(better);
            unserved.met(found(2, person, 70 + person));
        }
        assertThat(unserved.besides(told, wanting -> {
                    assertThat(wanting).containsExactly(2L);
                    return Map.of();
                }))
                .extracting(f -> f.person().id())
                .containsExactly(5L, 4L);
        assertThat(unserved.besides(told, wanting -> Map.of(2L, 1)))
                .extracting(f -> f.person().id())
                .containsExactly(5L);
        assertThat(unserved.besides(told, wanting -> Map.of(2L, 2))).isEmpty();
    }

    @Test
    void whatIsToldAnywayIsNotToldTwice() {
        Unserved unserved = new Unserved(2);
        List<PairWriter.Found> told = List.of(found(2, 5, 80));
        unserved.met(found(2, 5, 80));
        unserved.met(found(2, 4, 75));
        assertThat(unserved.besides(told, wanting -> Map.of()))
                .extracting(f -> f.person().id())
                .containsExactly(4L);
    }
}
