package org.talenthub.events.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Slots as people write them, and as they are cut from days. */
class SlotMakerTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void wholeDaysAreCutIntoHalfHoursWithANoonBreak() {
        List<EventSlot> slots = SlotMaker.make("2026-12-05", "2026-12-06", null, null);
        assertThat(slots).hasSize(24);
        assertThat(slots.getFirst()).isEqualTo(new EventSlot(0, "2026-12-05T09:00", "2026-12-05T09:30"));
        assertThat(slots.get(6).begins()).isEqualTo("14:00");
        assertThat(slots.getLast()).isEqualTo(new EventSlot(23, "2026-12-06T16:30", "2026-12-06T17:00"));
    }

    @Test
    void hoursOfOneDayAreCutAsTheyAre() {
        assertThat(SlotMaker.make("2026-12-05T13:00", "2026-12-05T15:00", null, 20))
                .hasSize(6)
                .extracting(EventSlot::begins)
                .startsWith("13:00", "13:20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4                                                                              | 4
            [{"from":"2026-12-05T09:00","to":"2026-12-05T09:20"},{"from":"10:00","to":"10:20"}] | 2
            [{"start":"09:00","end":"09:40"}]                                              | 1
            ["09:00","09:30"]                                                              | 2
            """)
    void theyAreTakenAsGiven(String wish, int many) {
        assertThat(SlotMaker.make("2026-12-05", "2026-12-05", JSON.readTree(wish), null))
                .hasSize(many);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0
            1000
            []
            "morning"
            [{"from":"2026-12-05T09:00","to":"2026-12-05T09:00"}]
            [{"from":"09:00","to":"10:00"},{"from":"09:30","to":"10:30"}]
            [{"from":"soon"}]
            [{}]
            """)
    void whatCannotBeIsRefused(String wish) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SlotMaker.make("2026-12-05", "2026-12-05", JSON.readTree(wish), null))
                .matches(p -> p.status() == 400);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05, 2026-12-05",
        "2026/12/05, 2026-12-05",
        "2026-12-05 09:00, 2026-12-05T09:00",
        "2026-12-05T09:00:30, 2026-12-05T09:00",
        "2026-12-05T01:00:00Z, 2026-12-05T09:00",
        "2026-12-05T09:00+08:00, 2026-12-05T09:00"
    })
    void momentsAreReadInTheTimeOfHubei(String text, String moment) {
        assertThat(Moments.read("from", text)).isEqualTo(moment);
    }
}
