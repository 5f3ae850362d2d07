package org.talenthub.events.plans;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.plans.EventPlan.Origin;
import org.talenthub.events.plans.EventPlan.State;
import org.talenthub.events.plans.StoredTask.Kept;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Score;
import org.talenthub.planning.Task;
import org.talenthub.security.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of plans as they are kept. */
@Component
public class PlanBook {

    private static final TypeReference<List<Kept>> KEPT = new TypeReference<>() {};
    private static final int LONGEST_NOTE = 500;

    private final EventPlans plans;
    private final EventMeetings meetings;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    PlanBook(EventPlans plans, EventMeetings meetings, JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.plans = plans;
        this.meetings = meetings;
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** A version with what it says. */
    public record Version(EventPlan plan, StoredTask stored, Task task, List<Meeting> meetings) {

        public Plan asPlan() {
            return Plan.of(task, meetings);
        }
    }

    /** Two who meet. */
    public record Two(long host, long guest) {}

    public Version read(EventPlan p) {
        StoredTask stored = json.readValue(p.task(), StoredTask.class);
        return new Version(p, stored, stored.task(), StoredTask.meetings(json.readValue(p.best(), KEPT)));
    }

    /** @throws Problem 404 when there is no such version */
    public Version get(RecruitmentEvent e, int number) {
        return plans.findByEventAndNumber(e.id(), number).map(this::read).orElseThrow(PlanBook::none);
    }

    /** The newest that is no mere proposal. @throws Problem 404 when there is none */
    public Version latest(RecruitmentEvent e) {
        return plans.findFirstByEventAndStateNotOrderByNumberDesc(e.id(), State.PROPOSED)
                .map(this::read)
                .orElseThrow(PlanBook::none);
    }

    /** The one in force. */
    public Optional<Version> published(RecruitmentEvent e) {
        Integer number = e.published();
        return number == null
                ? Optional.empty()
                : plans.findByEventAndNumber(e.id(), number).map(this::read);
    }

    public static Problem none() {
        return new Problem(404, "plan.none", Sentence.of("refused.plan.none"));
    }

    /** All versions, the newest first, without what they say. */
    public List<EventPlan> all(RecruitmentEvent e) {
        List<EventPlan> all = new ArrayList<>();
        for (int n = next(e.id()) - 1; n > 0; n--) {
            plans.findByEventAndNumber(e.id(), n).ifPresent(all::add);
        }
        return all;
    }

    public boolean planning(long event) {
        return !plans.findByEventAndState(event, State.PLANNING).isEmpty();
    }

    /** Versions are numbered by one at a time. */
    public void lock(RecruitmentEvent e) {
        jdbc.sql("select id from recruitment_event where id = ? for update")
                .param(e.id())
                .query(Long.class)
                .single();
    }

    public int next(long event) {
        return plans.findFirstByEventOrderByNumberDesc(event)
                        .map(EventPlan::number)
                        .orElse(0)
                + 1;
    }

    public EventPlan begin(RecruitmentEvent e, StoredTask task, int seconds, long seed, Viewer by) {
        return plans.save(
                new EventPlan(e.id(), next(e.id()), seconds, seed, json.writeValueAsString(task), by.displayName()));
    }

    /** A version that follows another. */
    public EventPlan follow(
            Version base,
            Origin origin,
            StoredTask task,
            List<Meeting> now,
            Sentence note,
            @Nullable Long bound,
            Viewer by) {
        EventPlan p = new EventPlan(
                base.plan(),
                next(base.plan().event()),
                origin,
                json.writeValueAsString(task),
                json.writeValueAsString(StoredTask.kept(now)),
                kept(note),
                by.displayName());
        p.scored(Score.of(task.task(), now), bound);
        name(p.event(), task, now);
        return plans.save(p);
    }

    public void save(EventPlan p) {
        plans.save(p);
    }

    public Optional<EventPlan> oldestPlanning() {
        return plans.findFirstByStateOrderById(State.PLANNING);
    }

    Optional<EventPlan> find(long id) {
        return plans.findById(id);
    }

    /** What a search has found so far. */
    public void progress(EventPlan p, Plan better, long spentMs) {
        jdbc.sql(
                        "update event_plan set best = ?, score = ?, bound = ?, spent_ms = ? where id = ? and state = 'PLANNING'")
                .param(json.writeValueAsString(StoredTask.kept(better.meetings())))
                .param(better.score())
                .param(better.bound() == Long.MAX_VALUE ? null : better.bound())
                .param(spentMs)
                .param(p.id())
                .update();
    }

    public void done(EventPlan p, StoredTask task, Plan best, long spentMs) {
        name(p.event(), task, best.meetings());
        progress(p, best, spentMs);
        jdbc.sql("update event_plan set state = 'READY', done_at = ? where id = ? and state = 'PLANNING'")
                .params(Timestamp.from(Instant.now()), p.id())
                .update();
    }

    /** As its key; the words where that is too long to be kept. */
    private String kept(Sentence note) {
        String key = json.writeValueAsString(note);
        String words = note.toString();
        return key.length() <= LONGEST_NOTE ? key : words.substring(0, Math.min(LONGEST_NOTE, words.length()));
    }

    public void failed(EventPlan p, Sentence why) {
        jdbc.sql("update event_plan set state = 'FAILED', note = ?, done_at = ? where id = ? and state = 'PLANNING'")
                .params(kept(why), Timestamp.from(Instant.now()), p.id())
                .update();
    }

    public boolean stopAsked(long plan) {
        return jdbc.sql("select count(*) from event_plan where id = ? and stop_asked")
                        .param(plan)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public int askToStop(long event) {
        return jdbc.sql("update event_plan set stop_asked = true where event_id = ? and state = 'PLANNING'")
                .param(event)
                .update();
    }

    /** Gives everybody who meets an id that stays, whatever becomes of the plan. */
    private void name(long event, StoredTask task, List<Meeting> now) {
        batches.batchUpdate(
                "insert ignore into event_meeting (id, event_id, host_id, guest_id, version) values (?, ?, ?, ?, 0)",
                now,
                500,
                (ps, m) -> {
                    ps.setLong(1, Ids.next());
                    ps.setLong(2, event);
                    ps.setLong(3, task.host(m.pair()));
                    ps.setLong(4, task.guest(m.pair()));
                });
    }

    public Map<Two, EventMeeting> named(long event) {
        Map<Two, EventMeeting> named = new HashMap<>();
        meetings.findByEvent(event).forEach(m -> named.put(new Two(m.host(), m.guest()), m));
        return named;
    }
}
