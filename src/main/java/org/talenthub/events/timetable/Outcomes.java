package org.talenthub.events.timetable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.plans.EventMeeting.Outcome;
import org.talenthub.events.plans.EventMeeting.Why;
import org.talenthub.events.plans.EventMeetings;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.matching.Introductions;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** What came of meetings: tapped on a phone, perhaps later and twice, and counted once. */
@Component
public class Outcomes {

    private static final int LONGEST_NOTE = 380;
    private static final int LONGEST_KEY = 64;

    private static final Map<String, Outcome> WORDS = Map.ofEntries(
            Map.entry("INTENT", Outcome.INTENT),
            Map.entry("INTERESTED", Outcome.INTENT),
            Map.entry("有意向", Outcome.INTENT),
            Map.entry("AGAIN", Outcome.AGAIN),
            Map.entry("FOLLOW_UP", Outcome.AGAIN),
            Map.entry("TALK_AGAIN", Outcome.AGAIN),
            Map.entry("LATER", Outcome.AGAIN),
            Map.entry("再谈", Outcome.AGAIN),
            Map.entry("UNFIT", Outcome.UNFIT),
            Map.entry("UNSUITABLE", Outcome.UNFIT),
            Map.entry("NOT_SUITABLE", Outcome.UNFIT),
            Map.entry("NO", Outcome.UNFIT),
            Map.entry("不合适", Outcome.UNFIT));

    private final EventMeetings meetings;
    private final EventDesk desk;
    private final PlanBook book;
    private final Roster roster;
    private final Introductions introductions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;

    Outcomes(
            EventMeetings meetings,
            EventDesk desk,
            PlanBook book,
            Roster roster,
            Introductions introductions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Audit audit) {
        this.meetings = meetings;
        this.desk = desk;
        this.book = book;
        this.roster = roster;
        this.introductions = introductions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * What was tapped.
     *
     * @param outcome INTENT, AGAIN, UNFIT
     * @param reason of what does not fit; words of one's own are another reason
     * @param key of the entry, the same one however often it is sent
     * @param at when it was tapped; an earlier tap never overrules a later one
     * @param demand which of several was talked about; null: the first
     */
    public record Tap(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String key,
            @Nullable String at,
            @Nullable String demand) {}

    /** @param placement id of what came of it in matching; null when nothing did */
    public record Said(EventMeeting meeting, @Nullable String placement) {}

    /** @throws Problem 404 for no meeting of the viewer's, 403, 409 before the event runs, 400 for what cannot be */
    public Said say(String id, Tap tap, Viewer viewer) {
        EventMeeting known = Ids.parse(id).flatMap(meetings::findById).orElseThrow(Problem::notFound);
        RecruitmentEvent e = event(known, viewer);
        Outcome outcome =
                WORDS.get(tap.outcome() == null ? "" : tap.outcome().strip().toUpperCase(Locale.ROOT));
        if (outcome == null) {
            throw Problem.badRequest("outcome.unknown", Sentence.of("refused.outcome.unknown"));
        }
        String words = tap.note() == null ? "" : tap.note().strip();
        Why why = null;
        if (outcome == Outcome.UNFIT) {
            String reason = tap.reason() == null ? "" : tap.reason().strip();
            why = why(reason);
            words = why == Why.OTHER && !reason.isEmpty() && !reason.equalsIgnoreCase("OTHER")
                    ? (words.isEmpty() ? reason : reason + "；" + words)
                    : words;
        }
        if (words.length() > LONGEST_NOTE || (tap.key() != null && tap.key().length() > LONGEST_KEY)) {
            throw Problem.badRequest("note.long", Sentence.of("refused.note.long", LONGEST_NOTE));
        }
        Why because = why;
        String note = words.isEmpty() ? null : Contacts.mask(words);
        Instant at = at(tap.at());
        Said said = java.util.Objects.requireNonNull(transaction.execute(s -> {
            // two phones may tap at once: one after the other
            jdbc.sql("select id from event_meeting where id = ? for update")
                    .param(known.id())
                    .query(Long.class)
                    .single();
            EventMeeting m = meetings.findById(known.id()).orElseThrow(Problem::notFound);
            boolean changed = m.say(outcome, because, note, tap.key(), at, viewer.displayName());
            if (changed) {
                meetings.save(m);
                audit.record(viewer, "event.outcome", "event", Ids.text(e.id()), id + " " + outcome);
            }
            return new Said(m, null);
        }));
        return said.meeting().outcome() == Outcome.INTENT
                ? new Said(said.meeting(), placement(e, said.meeting(), tap.demand(), viewer))
                : said;
    }

    private RecruitmentEvent event(EventMeeting m, Viewer viewer) {
        return desk.own(Ids.text(m.event()), Action.RECORD, viewer);
    }

    /** One of the enumeration; words of one's own, or none, are another reason. */
    private static Why why(String reason) {
        for (Why w : Why.values()) {
            if (w.name().equalsIgnoreCase(reason)) {
                return w;
            }
        }
        if (reason.matches("[A-Z_]+")) {
            throw Problem.badRequest("reason.unknown", Sentence.of("refused.reason.unknown.outcome"));
        }
        return Why.OTHER;
    }

    /** A phone's clock may be wrong: never later than now. */
    private static Instant at(@Nullable String text) {
        Instant now = Instant.now();
        if (text == null || text.isBlank()) {
            return now;
        }
        try {
            Instant at = Instant.parse(text.strip());
            return at.isAfter(now) ? now : at;
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("at.invalid", Sentence.of("refused.at.invalid"));
        }
    }

    private @Nullable String placement(RecruitmentEvent e, EventMeeting m, @Nullable String wished, Viewer viewer) {
        Long person = Optional.ofNullable(roster.all(e, viewer).get(m.guest()))
                .map(x -> x.participant().record())
                .orElse(null);
        List<String> demands = book.published(e)
                .map(v -> {
                    int pair = v.stored().pair(m.host(), m.guest());
                    return pair < 0
                            ? List.<String>of()
                            : v.stored().pairs().get(pair).demands();
                })
                .orElse(List.of());
        String demand =
                wished != null && demands.contains(wished) ? wished : demands.isEmpty() ? null : demands.getFirst();
        if (person == null || demand == null) {
            return null;
        }
        return Ids.parse(demand)
                .flatMap(d -> introductions.intent(d, person, Ids.text(e.id()), viewer))
                .orElse(null);
    }

    /** How many meetings the plan in force has. */
    public long planned(RecruitmentEvent e) {
        return book.published(e).map(v -> v.meetings().size()).orElse(0);
    }

    /** Demands that are talked about in the plan in force. */
    public Set<String> demands(RecruitmentEvent e) {
        return book.published(e)
                .map(v -> v.stored().pairs().stream()
                        .flatMap(p -> p.demands().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** How many of each, of all meetings of the plan in force. */
    public Map<String, Long> counts(RecruitmentEvent e) {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        jdbc.sql(
                        "select outcome, count(*) from event_meeting where event_id = ? and outcome is not null group by outcome order by outcome")
                .param(e.id())
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }
}
