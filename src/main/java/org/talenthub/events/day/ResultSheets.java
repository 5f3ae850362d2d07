package org.talenthub.events.day;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.events.feedback.Feedback;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.plans.EventMeeting.Outcome;
import org.talenthub.events.plans.EventMeeting.Why;
import org.talenthub.events.timetable.Outcomes;
import org.talenthub.security.Viewer;

/** What came of an event, in numbers by kind as reports of such events give them; no person can be told from it. */
@Component
public class ResultSheets {

    private final EventDesk desk;
    private final Outcomes outcomes;
    private final PeopleByKind people;
    private final Feedback feedback;
    private final JdbcClient jdbc;

    ResultSheets(EventDesk desk, Outcomes outcomes, PeopleByKind people, Feedback feedback, JdbcClient jdbc) {
        this.feedback = feedback;
        this.people = people;
        this.desk = desk;
        this.outcomes = outcomes;
        this.jdbc = jdbc;
    }

    /**
     * One kind of participants.
     *
     * @param asked all on the list, whatever they answered
     * @param coming said that they come
     * @param came checked in
     */
    public record Line(long asked, long coming, long came) {}

    /**
     * People of one kind.
     *
     * @param by ALL, DEGREE or CATEGORY
     * @param code of the dictionary; empty for all, and for whom nothing is known
     * @param asked all on the list, whatever they answered
     * @param applied said that they come
     * @param came checked in
     * @param intent with whom at least one meeting ended so
     * @param signed or further, of what began here
     */
    public record People(
            String by, String code, String label, long asked, long applied, long came, long intent, long signed) {}

    /**
     * The sheet.
     *
     * @param people of each kind, all together first
     * @param demands that enterprises brought, or that are talked about
     * @param meetings of the plan in force
     * @param told of which somebody has said what came of them
     * @param outcomes INTENT, AGAIN, UNFIT to number
     * @param reasons why it did not fit, to number
     * @param placements state to number, of what began here
     * @param feedback what guests said of the event
     */
    public record Sheet(
            Map<Kind, Line> participants,
            List<People> people,
            long demands,
            long meetings,
            long told,
            Map<Outcome, Long> outcomes,
            Map<Why, Long> reasons,
            Map<String, Long> placements,
            Feedback.Summary feedback) {

        /** Signed or further. */
        public long signed() {
            return placements.getOrDefault("SIGNED", 0L)
                    + placements.getOrDefault("ARRIVED", 0L)
                    + placements.getOrDefault("RETAINED", 0L);
        }
    }

    /** @throws org.talenthub.common.Problem 404, 403 for who does not run the event */
    public Sheet of(String event, Viewer viewer) {
        return of(desk.own(event, viewer));
    }

    public Sheet of(RecruitmentEvent e) {
        Map<Kind, Line> participants = new EnumMap<>(Kind.class);
        jdbc.sql("select kind, count(*), sum(case when state = 'ACCEPTED' then 1 else 0 end),"
                        + " sum(case when checked_in_at is not null then 1 else 0 end)"
                        + " from event_participant where event_id = ? group by kind")
                .param(e.id())
                .query(rs -> {
                    participants.put(
                            Kind.valueOf(rs.getString(1)), new Line(rs.getLong(2), rs.getLong(3), rs.getLong(4)));
                });
        Set<String> demands = new HashSet<>(outcomes.demands(e));
        jdbc.sql("select demands from event_participant where event_id = ? and kind = 'ENTERPRISE'"
                        + " and state = 'ACCEPTED' and demands <> ''")
                .param(e.id())
                .query(String.class)
                .list()
                .forEach(d -> demands.addAll(List.of(d.split(" ", -1))));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Map<String, Long> said = outcomes.counts(e);
        for (Outcome o : Outcome.values()) {
            counts.put(o, said.getOrDefault(o.name(), 0L));
        }
        Map<Why, Long> reasons = new EnumMap<>(Why.class);
        jdbc.sql("select reason, count(*) from event_meeting where event_id = ? and outcome = 'UNFIT'"
                        + " and reason is not null group by reason")
                .param(e.id())
                .query(rs -> {
                    reasons.put(Why.valueOf(rs.getString(1)), rs.getLong(2));
                });
        Map<String, Long> placements = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) from placement where event = ? group by state order by state")
                .param(Ids.text(e.id()))
                .query(rs -> {
                    placements.put(rs.getString(1), rs.getLong(2));
                });
        return new Sheet(
                participants,
                people.of(e),
                demands.size(),
                outcomes.planned(e),
                counts.values().stream().mapToLong(n -> n).sum(),
                counts,
                reasons,
                placements,
                feedback.summary(e));
    }
}
