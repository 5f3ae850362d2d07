package org.talenthub.events.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.timetable.Outcomes;
import org.talenthub.security.Viewer;

/** What came of one meeting. */
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingApi {

    private final Outcomes outcomes;

    MeetingApi(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** @param placement what came of it in matching, of an intent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String event,
            EventMeeting.@Nullable Outcome outcome,
            EventMeeting.@Nullable Why reason,
            @Nullable String note,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String placement) {}

    /** The same entry again, by its {@code key}, changes nothing. */
    @PutMapping("/{id}/outcome")
    Item say(@PathVariable String id, @RequestBody Outcomes.Tap tap, Viewer viewer) {
        Outcomes.Said said = outcomes.say(id, tap, viewer);
        EventMeeting m = said.meeting();
        return new Item(
                id, Ids.text(m.event()), m.outcome(), m.reason(), m.note(), m.saidAt(), m.saidBy(), said.placement());
    }
}
