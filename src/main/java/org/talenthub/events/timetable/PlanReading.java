package org.talenthub.events.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.events.timetable.PlanView.Meet;
import org.talenthub.events.timetable.PlanView.Place;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.More;
import org.talenthub.planning.Why;
import org.talenthub.planning.solve.Explainer;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Plans as viewers may see them: whoever runs the event all versions, an enterprise's or a person's own organisation what is in force. */
@Component
public class PlanReading {

    private static final int MOST_UNPLACED = 500;

    private final EventDesk desk;
    private final Roster roster;
    private final PlanBook book;
    private final Explainer explainer;
    private final Records records;
    private final Texts texts;

    PlanReading(EventDesk desk, Roster roster, PlanBook book, Explainer explainer, Records records, Texts texts) {
        this.desk = desk;
        this.roster = roster;
        this.book = book;
        this.explainer = explainer;
        this.records = records;
        this.texts = texts;
    }

    /**
     * @param number null for the newest; for who does not run the event only the one in force is there
     * @throws Problem 404 when there is none for the viewer, 403 for who knows no more than everybody
     */
    @Transactional(readOnly = true)
    public PlanView view(String event, @Nullable Integer number, Viewer viewer) {
        PlanContext c = context(event, number, viewer);
        EventPlan p = c.version().plan();
        List<PlanView.Unplaced> unplaced = p.state() == EventPlan.State.PLANNING || !c.runs() ? List.of() : unplaced(c);
        return new PlanView(
                event,
                p.number(),
                p.state(),
                p.origin(),
                p.basedOn(),
                Objects.equals(c.event().published(), p.number()),
                p.score(),
                p.bound(),
                p.gap(),
                p.seconds(),
                p.seed(),
                p.spentMs() / 1000.0,
                p.note().in(texts.locale()),
                p.madeBy(),
                p.madeAt(),
                p.doneAt(),
                c.version().stored().slots().stream()
                        .map(c.slots()::get)
                        .filter(Objects::nonNull)
                        .map(s -> new PlanView.SlotView(s.n(), s.from(), s.to()))
                        .toList(),
                tables(c),
                c.version().meetings().stream()
                        .filter(m -> c.known(m.pair()))
                        .map(m -> meet(c, m))
                        .toList(),
                unplaced.stream().limit(MOST_UNPLACED).toList(),
                unplaced.size());
    }

    /** The versions there are, the newest first. @throws Problem 404, 403 for who does not run the event */
    @Transactional(readOnly = true)
    public List<EventPlan> versions(String event, Viewer viewer) {
        return book.all(desk.own(event, viewer));
    }

    /** The number of the newest version; null before there is any, or for who does not run the event. */
    @Transactional(readOnly = true)
    public @Nullable Integer newest(RecruitmentEvent e) {
        int next = book.next(e.id());
        return next == 1 ? null : next - 1;
    }

    private PlanContext context(String event, @Nullable Integer number, Viewer viewer) {
        RecruitmentEvent e = desk.get(event, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        PlanBook.Version v = runs
                ? number == null ? book.latest(e) : book.get(e, number)
                : book.published(e)
                        .filter(p -> number == null || p.plan().number() == number)
                        .orElseThrow(PlanBook::none);
        return context(e, v, runs, viewer);
    }

    private PlanContext context(RecruitmentEvent e, PlanBook.Version v, boolean runs, Viewer viewer) {
        Set<Long> demands = new HashSet<>();
        v.stored().pairs().forEach(p -> p.demands().forEach(d -> Ids.parse(d).ifPresent(demands::add)));
        Map<String, String> posts = records.snapshots(demands).values().stream()
                .collect(Collectors.toMap(r -> Ids.text(r.id()), RecordSnapshot::name));
        return new PlanContext(
                e,
                v,
                roster.all(e, viewer),
                desk.slots(e).stream().collect(Collectors.toMap(EventSlot::n, s -> s)),
                book.named(e.id()),
                posts,
                runs);
    }

    private static List<PlanView.Table> tables(PlanContext c) {
        List<PlanView.Table> tables = new ArrayList<>();
        for (StoredTask.HostRow h : c.version().stored().hosts()) {
            if (c.entries().containsKey(h.participant())) {
                for (int d = 0; d < h.tables(); d++) {
                    tables.add(new PlanView.Table(h.first() + d, c.named(h.participant())));
                }
            }
        }
        return tables;
    }

    private static Meet meet(PlanContext c, Meeting m) {
        StoredTask task = c.version().stored();
        EventMeeting named = c.named().get(new PlanBook.Two(task.host(m.pair()), task.guest(m.pair())));
        Place at = c.place(m);
        EventSlot slot = c.slots().get(at.slot());
        List<String> demands = task.pairs().get(m.pair()).demands();
        return new Meet(
                named == null ? null : Ids.text(named.id()),
                c.guest(m.pair()),
                c.host(m.pair()),
                demands,
                demands.stream()
                        .map(d -> c.posts().getOrDefault(d, ""))
                        .filter(n -> !n.isEmpty())
                        .toList(),
                at.slot(),
                slot == null ? "" : slot.from(),
                slot == null ? "" : slot.to(),
                at.table(),
                named == null ? null : named.outcome(),
                named == null ? null : named.reason(),
                named == null ? null : named.note());
    }

    private List<PlanView.Unplaced> unplaced(PlanContext c) {
        StoredTask task = c.version().stored();
        Map<Integer, Integer> meetingsOf = new HashMap<>();
        Set<Integer> placed = new HashSet<>();
        c.version().meetings().forEach(m -> {
            placed.add(m.pair());
            meetingsOf.merge(task.pairs().get(m.pair()).guest(), 1, Integer::sum);
        });
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < task.pairs().size(); i++) {
            if (!placed.contains(i) && c.known(i)) {
                left.add(i);
            }
        }
        left.sort(Comparator.comparing((Integer i) -> !task.pairs().get(i).must())
                .thenComparingInt(
                        i -> meetingsOf.getOrDefault(task.pairs().get(i).guest(), 0))
                .thenComparingInt(i -> -task.pairs().get(i).weight()));
        var plan = c.version().asPlan();
        List<PlanView.Unplaced> unplaced = new ArrayList<>();
        for (int i : left) {
            if (unplaced.size() < MOST_UNPLACED) {
                Why why = explainer.why(c.version().task(), plan, i);
                unplaced.add(new PlanView.Unplaced(
                        c.guest(i),
                        c.host(i),
                        task.pairs().get(i).demands(),
                        why.reason().name(),
                        words(c, why),
                        task.pairs().get(i).must()));
            } else {
                unplaced.add(unplaced.getLast());
            }
        }
        return unplaced;
    }

    private String words(PlanContext c, Why why) {
        String by = why.by() < 0 || !c.known(why.by())
                ? ""
                : c.guest(why.by()).name() + " — " + c.host(why.by()).name();
        return texts.text("event.why." + why.reason().name(), by.isEmpty() ? "—" : by);
    }

    /**
     * Why two do or do not meet.
     *
     * @param host a demand or an enterprise
     * @throws Problem 400 without both, 404 for who takes no part
     */
    @Transactional(readOnly = true)
    public PlanView.WhyView why(
            String event, @Nullable Integer number, @Nullable String host, @Nullable String talent, Viewer viewer) {
        desk.own(event, viewer);
        PlanContext c = context(event, number, viewer);
        if (host == null || talent == null) {
            throw Problem.badRequest("why.incomplete", Sentence.of("refused.why.incomplete"));
        }
        var guest = roster.find(c.entries(), talent, Kind.TALENT);
        var enterprise = enterprise(c, host);
        StoredTask task = c.version().stored();
        int pair = task.pair(enterprise.id(), guest.id());
        Optional<Meeting> met =
                c.version().meetings().stream().filter(m -> m.pair() == pair).findFirst();
        var plan = c.version().asPlan();
        Why why = explainer.why(c.version().task(), plan, pair);
        int row = task.hostOf(enterprise.id());
        boolean ask = met.isEmpty() && row >= 0;
        return new PlanView.WhyView(
                c.version().plan().number(),
                c.named(guest.id()),
                c.named(enterprise.id()),
                met.isPresent(),
                met.map(c::place).orElse(null),
                why.reason().name(),
                words(c, why),
                why.by() < 0
                        ? null
                        : c.version().meetings().stream()
                                .filter(m -> m.pair() == why.by())
                                .findFirst()
                                .map(m -> meet(c, m))
                                .orElse(null),
                ask ? gain(explainer.oneMoreDesk(c.version().task(), plan, row)) : null,
                ask ? gain(explainer.oneMoreSlot(c.version().task(), plan)) : null);
    }

    private static PlanView.Gain gain(More more) {
        return new PlanView.Gain(more.pairs().size(), more.gain());
    }

    /** By the participant, or by a demand that any of the enterprise's pairs speaks of. */
    private org.talenthub.events.people.Participant enterprise(PlanContext c, String host) {
        StoredTask task = c.version().stored();
        for (int i = 0; i < task.pairs().size(); i++) {
            Roster.Entry x = c.entries().get(task.host(i));
            if (task.pairs().get(i).demands().contains(host) && x != null) {
                return x.participant();
            }
        }
        return roster.find(c.entries(), host, Kind.ENTERPRISE);
    }

    /** What differs between two versions. @throws Problem 404, 403 for who does not run the event */
    @Transactional(readOnly = true)
    public PlanView.Diff diff(String event, @Nullable Integer from, @Nullable Integer to, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, viewer);
        PlanBook.Version after = to == null ? book.latest(e) : book.get(e, to);
        Integer base = from == null ? after.plan().basedOn() : from;
        PlanBook.Version before =
                book.get(e, base == null ? Math.max(1, after.plan().number() - 1) : base);
        return PlanDiffs.of(context(e, before, true, viewer), context(e, after, true, viewer));
    }
}
