package org.talenthub.events.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventLife.Hand;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Making events, changing them, and the steps that need nothing but the event. */
@Component
public class Organising {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_DAYS = 60;

    private final Events events;
    private final EventDesk desk;
    private final Rights rights;
    private final Regions regions;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final JsonMapper json;

    Organising(
            Events events,
            EventDesk desk,
            Rights rights,
            Regions regions,
            Accounts accounts,
            JdbcClient jdbc,
            Audit audit,
            JsonMapper json) {
        this.events = events;
        this.desk = desk;
        this.rights = rights;
        this.regions = regions;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
    }

    /** @throws Problem 400 for what cannot be, 401 and 403 for whom it is not */
    @Transactional
    public RecruitmentEvent create(EventWish wish, Viewer viewer) {
        rights.require(Act.EDIT, Thing.EVENT, viewer, Sentence.of("refused.forbidden.creates"));
        RecruitmentEvent e = new RecruitmentEvent(draft(null, wish, viewer), viewer);
        if (viewer.role() == Role.MATCHMAKER) {
            e.give(viewer.account(), viewer.displayName());
        } else if (wish.matchmaker() != null) {
            give(e, wish.matchmaker());
        }
        if (desk.hand(e, viewer).isEmpty()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.region"));
        }
        audit.record(viewer, "event.create", "event", Ids.text(e.id()), null);
        return events.save(e);
    }

    /** @throws Problem 404, 403, 409 as {@link EventDesk#own(String, Action, Viewer)}; 400 for what cannot be */
    @Transactional
    public RecruitmentEvent change(String id, EventWish wish, Viewer viewer) {
        RecruitmentEvent e = desk.own(id, Action.EDIT, viewer);
        boolean planned = jdbc.sql("select count(*) from event_plan where event_id = ?")
                        .param(e.id())
                        .query(Long.class)
                        .single()
                > 0;
        if (planned && wish.slots() != null && !wish.slots().isNull()) {
            throw Problem.conflict("slots.planned", Sentence.of("refused.slots.planned"));
        }
        e.write(draft(e, planned ? withoutTimes(e, wish) : wish, viewer));
        if (wish.matchmaker() != null && viewer.is(Role.PROVINCE, Role.CITY)) {
            give(e, wish.matchmaker());
        }
        if (desk.hand(e, viewer).isEmpty()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.moved"));
        }
        audit.record(viewer, "event.change", "event", id, null);
        return events.save(e);
    }

    /** Once there is a plan its times stand; another form of the same time is no change. */
    private static EventWish withoutTimes(RecruitmentEvent e, EventWish w) {
        for (String[] t : new String[][] {{"from", w.from(), e.from()}, {"to", w.to(), e.to()}}) {
            if (t[1] != null && !Moments.read(String.valueOf(t[0]), t[1]).equals(t[2])) {
                throw Problem.conflict("event.planned", Sentence.of("refused.event.planned"));
            }
        }
        return w;
    }

    private void give(RecruitmentEvent e, String username) {
        Viewer owner = accounts.find(username.strip())
                .filter(v -> v.role() == Role.MATCHMAKER)
                .orElseThrow(() ->
                        Problem.badRequest("event.matchmaker", Sentence.of("refused.event.matchmaker", username)));
        e.give(owner.account(), owner.displayName());
    }

    /** Steps that need nothing else: open, start, close, withdraw. @throws Problem 404, 403, 409 */
    @Transactional
    public RecruitmentEvent act(String id, Action action, Viewer viewer) {
        desk.lock(id);
        RecruitmentEvent e = desk.own(id, viewer);
        e.act(action, desk.hand(e, viewer).orElseThrow(Problem::notFound));
        audit.record(viewer, "event." + Transitions.word(action), "event", id, null);
        return events.save(e);
    }

    /** In the caller's transaction, of an event that the caller has checked. */
    public void act(RecruitmentEvent e, Action action, Hand hand) {
        e.act(action, hand);
        events.save(e);
    }

    /** The slots that stay. In the caller's transaction. */
    public void slots(RecruitmentEvent e, List<EventSlot> left) {
        e.slots(json.writeValueAsString(left));
        events.save(e);
    }

    /** The plan in force from now on. In the caller's transaction. */
    public void follow(RecruitmentEvent e, int plan) {
        e.follow(plan);
        events.save(e);
    }

    /** The same event once more, as a draft and without people; moved to other days. @throws Problem 404, 403, 400 */
    @Transactional
    public RecruitmentEvent copy(String id, EventWish wish, Viewer viewer) {
        RecruitmentEvent e = desk.own(id, viewer);
        Programme p = desk.programme(e);
        RecruitmentEvent.Limits l = e.limits();
        boolean moved = wish.from() != null;
        return create(
                new EventWish(
                        or(wish.kind(), e.kind().name()),
                        or(wish.name(), e.name() + "（副本）"),
                        or(wish.summary(), e.summary()),
                        or(wish.from(), e.from()),
                        wish.to() != null ? wish.to() : moved ? wish.from() : e.to(),
                        or(wish.place(), e.place()),
                        wish.region() == null ? e.region() : wish.region(),
                        wish.matchmaker(),
                        wish.slots() == null && !moved ? json.valueToTree(desk.slots(e)) : wish.slots(),
                        wish.slotMinutes(),
                        l.most(),
                        l.least(),
                        l.buffer(),
                        l.floor(),
                        l.top(),
                        l.capacity(),
                        moved ? List.of() : p.items(),
                        p.routes(),
                        p.policy(),
                        p.feedback(),
                        p.emergency()),
                viewer);
    }

    private static String or(@Nullable String said, String otherwise) {
        return said == null || said.isBlank() ? otherwise : said;
    }

    private RecruitmentEvent.Draft draft(@Nullable RecruitmentEvent before, EventWish w, Viewer viewer) {
        String name = text(w.name(), before == null ? "" : before.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest("event.name", Sentence.of("refused.event.name", LONGEST_NAME));
        }
        if (w.kind() == null && before == null) {
            throw Problem.badRequest("event.kind", Sentence.of("refused.event.kind"));
        }
        EventKind kind = w.kind() == null
                ? Objects.requireNonNull(before).kind()
                : Parameters.choice("kind", w.kind(), EventKind.class);
        if (before == null && w.from() == null) {
            throw Problem.badRequest("event.from", Sentence.of("refused.event.from"));
        }
        String from = w.from() == null ? Objects.requireNonNull(before).from() : Moments.read("from", w.from());
        String to = w.to() == null ? before == null ? from.substring(0, 10) : before.to() : Moments.read("to", w.to());
        if (to.substring(0, 10).compareTo(from.substring(0, 10)) < 0
                || (!Moments.dayOnly(from) && !Moments.dayOnly(to) && to.compareTo(from) <= 0)) {
            throw Problem.badRequest("event.order", Sentence.of("refused.event.order"));
        }
        if (Moments.day(from).plusDays(LONGEST_DAYS).isBefore(Moments.day(to))) {
            throw Problem.badRequest("event.long", Sentence.of("refused.event.long", LONGEST_DAYS));
        }
        boolean sameTimes = before != null
                && w.slots() == null
                && w.slotMinutes() == null
                && from.equals(before.from())
                && to.equals(before.to());
        return new RecruitmentEvent.Draft(
                kind,
                name,
                bounded("summary", text(w.summary(), before == null ? "" : before.summary()), LONGEST_TEXT),
                from,
                to,
                bounded("place", text(w.place(), before == null ? "" : before.place()), LONGEST_PLACE),
                region(before, w, viewer),
                limits(before == null ? RecruitmentEvent.Limits.USUAL : before.limits(), w),
                sameTimes
                        ? Objects.requireNonNull(before).slotsJson()
                        : json.writeValueAsString(SlotMaker.make(from, to, w.slots(), w.slotMinutes())),
                json.writeValueAsString(programme(before == null ? Programme.NONE : desk.programme(before), w)));
    }

    private @Nullable String region(@Nullable RecruitmentEvent before, EventWish w, Viewer viewer) {
        String wished = text(w.region(), before == null ? "" : Objects.requireNonNullElse(before.region(), ""));
        if (wished.isEmpty()) {
            return viewer.region();
        }
        return regions.find(wished)
                .map(Region::code)
                .orElseThrow(() -> Problem.badRequest("region.unknown", Sentence.of("refused.region.unknown", wished)));
    }

    private static RecruitmentEvent.Limits limits(RecruitmentEvent.Limits b, EventWish w) {
        return new RecruitmentEvent.Limits(
                number("most", w.most(), b.most(), 1, 100),
                number("least", w.least(), b.least(), 0, 100),
                number("buffer", w.buffer(), b.buffer(), 0, 5),
                number("floor", w.floor(), b.floor(), 0, 100),
                number("top", w.top(), b.top(), 1, 100),
                number("capacity", w.capacity(), b.capacity(), 0, 10_000));
    }

    private static int number(String field, @Nullable Integer said, int otherwise, int least, int most) {
        int n = said == null ? otherwise : said;
        if (n < least || n > most) {
            throw Problem.badRequest("event.range", Sentence.of("refused.event.range", field, least, most));
        }
        return n;
    }

    private static Programme programme(Programme b, EventWish w) {
        Programme p = new Programme(
                Optional.ofNullable(w.items()).orElse(b.items()),
                Optional.ofNullable(w.routes()).orElse(b.routes()),
                text(w.policy(), b.policy()),
                text(w.feedback(), b.feedback()),
                text(w.emergency(), b.emergency()));
        if (p.items().size() > 50
                || p.routes().size() > 50
                || p.policy().length() + p.emergency().length() > 20_000) {
            throw Problem.badRequest("event.programme", Sentence.of("refused.event.programme"));
        }
        return p;
    }

    private static String text(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said.strip();
    }

    private static String bounded(String field, String text, int most) {
        if (text.length() > most) {
            throw Problem.badRequest("event.text", Sentence.of("refused.text.long", field, most));
        }
        return text;
    }
}
