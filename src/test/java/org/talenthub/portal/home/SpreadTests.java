package org.talenthub.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The newest demands from as many places as there are; letters are places, digits the order in which they came. */
class SpreadTests {

    @Test
    void onePlaceDoesNotFillTheListAndOnesOwnComesFirst() {
        assertThat(over("a1 a2 a3 a4 b5 c6 b7", null, 4)).containsExactly("a1", "b5", "c6", "a2");
        assertThat(over("a1 a2 a3 b4 c5 c6", "c", 4)).containsExactly("c5", "c6", "a1", "b4");
        assertThat(over("a1 a2 a3 a4", "a", 3)).containsExactly("a1", "a2", "a3");
        assertThat(over("a1 a2", "z", 5)).as("nothing of one's own").containsExactly("a1", "a2");
        assertThat(over("", "a", 5)).isEmpty();
    }

    private static List<String> over(String items, @Nullable String first, int most) {
        List<String> all = Stream.of(items.split(" ")).filter(i -> !i.isEmpty()).toList();
        return Spread.over(all, i -> i.substring(0, 1), first, most);
    }
}
