package org.talenthub.indexing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Fields;
import org.talenthub.records.RecordSnapshot;

class WrittenTests {

    private final Written written = new Written();

    private static RecordSnapshot record(long id, long version) {
        return new RecordSnapshot(
                id,
                "talent",
                null,
                true,
                version,
                "某人",
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

    @Test
    void whatIsOlderThanAskedForIsNotHandedOver() {
        written.keep(List.of(record(1, 4), record(2, 5), record(3, 6)));
        assertThat(written.take(Map.of(1L, 5L, 2L, 5L, 3L, 5L, 4L, 1L)).keySet())
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void whatWasHandedOverIsNotKept() {
        written.keep(List.of(record(1, 1)));
        assertThat(written.take(Map.of(1L, 1L))).hasSize(1);
        assertThat(written.take(Map.of(1L, 1L))).isEmpty();
    }

    @Test
    void whereThereIsNoRoomTheOldestStay() {
        written.keep(
                LongStream.range(0, Written.ROOM).mapToObj(i -> record(i, 1)).toList());
        written.keep(List.of(record(Written.ROOM, 1)));
        assertThat(written.take(Map.of(0L, 1L, (long) Written.ROOM, 1L)).keySet())
                .containsExactly(0L);
    }
}
