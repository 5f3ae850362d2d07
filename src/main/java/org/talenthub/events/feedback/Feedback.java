package org.talenthub.events.feedback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.EventLinks;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.reference.contacts.Contacts;

/** The feedback form of an event: from its beginning until thirty days after, by whoever was handed its address. */
@Component
public class Feedback {

    private static final int DAYS = 30;
    private static final int BEST = 5;
    private static final int LONGEST = 1_000;
    private static final int LONGEST_KEY = 64;
    private static final long MOST = 5_000;
    private static final int SHOWN = 200;

    private final EventDesk desk;
    private final EventLinks links;
    private final JdbcClient jdbc;

    Feedback(EventDesk desk, EventLinks links, JdbcClient jdbc) {
        this.desk = desk;
        this.links = links;
        this.jdbc = jdbc;
    }

    /** What is asked, each with one to five points. */
    public enum Question {
        /** How it was prepared and run. */
        ARRANGEMENT,
        /** Whether the meetings were the right ones. */
        MEETINGS,
        /** Transport, meals, lodging, advice. */
        SERVICES
    }

    /**
     * What somebody says.
     *
     * @param kind as what he took part
     * @param key of the form as it was opened: sent twice it counts once
     */
    public record Said(
            @Nullable Kind kind,
            Map<Question, Integer> points,
            @Nullable String words,
            @Nullable String key) {}

    /** @param average of each question, one decimal; null while nobody has answered */
    public record Line(Question question, @Nullable Double average) {}

    /** @param words what was written besides, the newest first */
    public record Summary(long count, List<Line> lines, List<String> words) {}

    /** What an address opens; empty for one that was made up, before the event has begun, and when it is long over. */
    public Optional<RecruitmentEvent> of(String address) {
        return links.ofFeedback(address)
                .flatMap(desk::find)
                .filter(e -> e.state() == State.RUNNING || e.state() == State.CLOSED)
                .filter(e -> !e.lastDay().plusDays(DAYS).isBefore(HubTime.today()));
    }

    /** @throws Problem 404 for an address that opens nothing, 400 for what cannot be, 409 when there are too many */
    @Transactional
    public void say(String address, Said said) {
        RecruitmentEvent e = of(address).orElseThrow(Feedback::gone);
        String words = said.words() == null ? "" : said.words().strip();
        for (Question q : Question.values()) {
            int points = said.points().getOrDefault(q, 0);
            if (points < 1 || points > BEST) {
                throw Problem.badRequest("feedback.points", Sentence.of("refused.feedback.points", BEST));
            }
        }
        Kind kind = said.kind();
        if (kind == null || words.length() > LONGEST) {
            throw Problem.badRequest("feedback.words", Sentence.of("refused.feedback.words", LONGEST));
        }
        String given = said.key() == null ? "" : said.key().strip();
        String key = given.isEmpty() || given.length() > LONGEST_KEY ? Ids.text(Ids.next()) : given;
        if (count(e) >= MOST) {
            throw Problem.conflict("feedback.many", Sentence.of("refused.feedback.many"));
        }
        jdbc.sql(
                        "insert ignore into event_feedback (id, event_id, kind, arrangement, meetings, services, words, said_key, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        e.id(),
                        kind.name(),
                        said.points().getOrDefault(Question.ARRANGEMENT, 0),
                        said.points().getOrDefault(Question.MEETINGS, 0),
                        said.points().getOrDefault(Question.SERVICES, 0),
                        Contacts.mask(words),
                        key,
                        Timestamp.from(Instant.now()))
                .update();
    }

    private long count(RecruitmentEvent e) {
        return jdbc.sql("select count(*) from event_feedback where event_id = ?")
                .param(e.id())
                .query(Long.class)
                .single();
    }

    /** For who runs the event. */
    public Summary summary(RecruitmentEvent e) {
        return new Summary(
                count(e),
                Arrays.stream(Question.values()).map(q -> line(e, q)).toList(),
                jdbc.sql("select words from event_feedback where event_id = ? and words <> '' order by id desc limit "
                                + SHOWN)
                        .param(e.id())
                        .query((rs, i) -> rs.getString(1))
                        .list());
    }

    private Line line(RecruitmentEvent e, Question q) {
        Double average = jdbc.sql(
                        "select avg(" + q.name().toLowerCase(Locale.ROOT) + ") from event_feedback where event_id = ?")
                .param(e.id())
                .query((rs, i) -> rs.getObject(1) == null ? Double.valueOf(-1) : Double.valueOf(rs.getDouble(1)))
                .single();
        return new Line(q, average < 0 ? null : Double.valueOf(Math.round(average * 10) / 10.0));
    }

    public static Problem gone() {
        return new Problem(404, "feedback.closed", Sentence.of("refused.feedback.closed"));
    }
}
