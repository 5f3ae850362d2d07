package org.talenthub.assessment.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** On which days a carrier that has to put something right is told so. */
class RectifyingTests {

    @Test
    void beforeTheDayMoreOftenAndAfterItOnceAWeek() {
        assertThat(LongStream.rangeClosed(-20, 40).filter(Rectifying::speaks))
                .containsExactly(-15L, -8L, -1L, 0L, 1L, 3L, 7L, 14L, 30L);
    }
}
