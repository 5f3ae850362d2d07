package org.talenthub.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where neighbours stand in the picture. */
class RingTests {

    @Test
    void neverMoreThanThePictureHoldsAndAllWithinIt() {
        List<Ring.Sector> many = IntStream.range(0, 12)
                .mapToObj(i -> new Ring.Sector("k" + i, "/x", Collections.nCopies(20, new Ring.Point("p", "/y"))))
                .toList();
        assertThat(Ring.of(many).spots()).hasSize(Ring.MOST).allSatisfy(s -> {
            assertThat(s.x()).isBetween(0L, (long) Ring.WIDTH);
            assertThat(s.y()).isBetween(0L, (long) Ring.HEIGHT);
        });
        assertThat(Ring.of(List.of()).spots()).isEmpty();
    }

    @Test
    void aKindStandsInTheMiddleOfItsNeighbours() {
        Ring ring = Ring.of(List.of(
                new Ring.Sector("one", "/a", List.of(new Ring.Point("p", "/b"))),
                new Ring.Sector("two", "/c", List.of())));
        assertThat(ring.spots()).extracting(Ring.Spot::text).containsExactly("one", "p", "two");
        assertThat(ring.spots().get(1).fromX())
                .isEqualTo(ring.spots().getFirst().x());
    }
}
