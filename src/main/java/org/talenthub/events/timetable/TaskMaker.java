package org.talenthub.events.timetable;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Moments;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.MeetingWish;
import org.talenthub.events.people.MeetingWish.Wish;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Posts;
import org.talenthub.events.people.Roster;
import org.talenthub.events.people.Wishing;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.events.plans.StoredTask.GuestRow;
import org.talenthub.events.plans.StoredTask.HostRow;
import org.talenthub.events.plans.StoredTask.PairRow;
import org.talenthub.matching.Fits;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** What is to be planned: who comes when, and who should meet whom by the scorer and by wishes. */
@Component
class TaskMaker {

    /** A longer pause than this parts two sessions. */
    private static final int PAUSE_MINUTES = 45;

    private static final int BY_FIELD = 400;
    private static final int EACH_FIELD = 100;
    private static final int NICE = 100;
    private static final int WISHED = 300;
    private static final int MOST_WEIGHT = 1_000;

    private final EventDesk desk;
    private final Roster roster;
    private final Posts posts;
    private final Wishing wishing;
    private final Records records;
    private final Fits fits;

    TaskMaker(EventDesk desk, Roster roster, Posts posts, Wishing wishing, Records records, Fits fits) {
        this.desk = desk;
        this.roster = roster;
        this.posts = posts;
        this.wishing = wishing;
        this.records = records;
        this.fits = fits;
    }

    /** A pair that is fixed to a slot by hand. */
    record Pin(long host, long guest, int slot) {}

    /** @throws Problem 422 when there is nobody on one of the sides, or no slot */
    StoredTask make(RecruitmentEvent e, List<Pin> pins) {
        List<EventSlot> slots = desk.slots(e);
        List<Participant> coming = roster.coming(e.id());
        List<Participant> hosts =
                coming.stream().filter(p -> p.kind() == Kind.ENTERPRISE).toList();
        List<Participant> guests =
                coming.stream().filter(p -> p.kind().visits()).toList();
        if (hosts.isEmpty() || guests.isEmpty() || slots.isEmpty()) {
            throw Problem.unusable("plan.empty", Sentence.of("refused.plan.empty"));
        }
        Map<Key, Found> found = new LinkedHashMap<>();
        Map<Long, List<RecordSnapshot>> own = posts.of(hosts);
        Map<Long, RecordSnapshot> people = records.snapshots(guests.stream()
                .map(Participant::record)
                .filter(Objects::nonNull)
                .toList());
        if (e.kind().byField()) {
            fields(hosts, guests, own, people, found);
        } else {
            scored(e, guests, own, people, found);
        }
        wishes(e, hosts, guests, own, found);
        return assemble(e, slots, hosts, guests, found, pins);
    }

    private record Key(long host, long guest) {}

    /** What speaks for a pair. */
    private static final class Found {
        private int weight;
        private boolean must;
        private boolean never;
        private final List<String> demands = new ArrayList<>();

        void fits(int by, String demand) {
            weight = Math.max(weight, by);
            if (!demands.contains(demand) && demands.size() < 10) {
                demands.add(demand);
            }
        }
    }

    private void scored(
            RecruitmentEvent e,
            List<Participant> guests,
            Map<Long, List<RecordSnapshot>> own,
            Map<Long, RecordSnapshot> people,
            Map<Key, Found> found) {
        Map<Long, Long> hostOf = new HashMap<>();
        Map<Long, RecordSnapshot> demands = new LinkedHashMap<>();
        own.forEach((host, list) -> list.forEach(d -> {
            hostOf.put(d.id(), host);
            demands.put(d.id(), d);
        }));
        Map<Long, Long> guestOf = new HashMap<>();
        guests.forEach(g -> {
            if (g.record() != null && people.containsKey(g.record())) {
                guestOf.put(g.record(), g.id());
            }
        });
        Map<Long, Integer> taken = new HashMap<>();
        List<RecordSnapshot> live =
                people.values().stream().filter(RecordSnapshot::live).toList();
        for (Fits.Fit f : fits.among(demands.values(), live)) {
            // a condition that must hold and does not: whoever is there may still talk, after everybody else
            double score = f.against() ? f.score() / 2 : f.score();
            Long host = hostOf.get(f.demand());
            Long guest = guestOf.get(f.talent());
            if (host == null
                    || guest == null
                    || score < e.limits().floor() * (f.against() ? 0.5 : 1)
                    || taken.merge(f.demand(), 1, Integer::sum) > e.limits().top()) {
                continue;
            }
            found.computeIfAbsent(new Key(host, guest), k -> new Found())
                    .fits(Math.clamp(Math.round(score * 10), 1, MOST_WEIGHT), Ids.text(f.demand()));
        }
    }

    /** By what both are about: the chains of the enterprise's demands and record, and those of the person. */
    private void fields(
            List<Participant> hosts,
            List<Participant> guests,
            Map<Long, List<RecordSnapshot>> own,
            Map<Long, RecordSnapshot> people,
            Map<Key, Found> found) {
        Map<Long, RecordSnapshot> companies = records.snapshots(
                hosts.stream().map(Participant::record).filter(Objects::nonNull).toList());
        for (Participant h : hosts) {
            Set<String> about = new HashSet<>();
            List<RecordSnapshot> list = own.getOrDefault(h.id(), List.of());
            list.forEach(d -> about.addAll(d.fields().list("industries")));
            RecordSnapshot company = h.record() == null ? null : companies.get(h.record());
            if (company != null) {
                about.addAll(company.fields().list("industries"));
            }
            for (Participant g : guests) {
                RecordSnapshot person = g.record() == null ? null : people.get(g.record());
                if (person == null) {
                    continue;
                }
                long shared = person.fields().list("industries").stream()
                        .filter(about::contains)
                        .count();
                if (shared > 0) {
                    Found f = found.computeIfAbsent(new Key(h.id(), g.id()), k -> new Found());
                    f.weight = (int) Math.min(MOST_WEIGHT, BY_FIELD + EACH_FIELD * (shared - 1));
                    list.stream()
                            .filter(d -> d.fields().list("industries").stream()
                                    .anyMatch(person.fields().list("industries")::contains))
                            .limit(3)
                            .forEach(d -> f.demands.add(Ids.text(d.id())));
                }
            }
        }
    }

    private void wishes(
            RecruitmentEvent e,
            List<Participant> hosts,
            List<Participant> guests,
            Map<Long, List<RecordSnapshot>> own,
            Map<Key, Found> found) {
        Set<Long> hostIds = new HashSet<>(hosts.stream().map(Participant::id).toList());
        Set<Long> guestIds = new HashSet<>(guests.stream().map(Participant::id).toList());
        for (MeetingWish w : wishing.of(e.id())) {
            boolean byHost = hostIds.contains(w.from()) && guestIds.contains(w.to());
            if (!byHost && !(guestIds.contains(w.from()) && hostIds.contains(w.to()))) {
                continue;
            }
            Key key = byHost ? new Key(w.from(), w.to()) : new Key(w.to(), w.from());
            Found f = found.computeIfAbsent(key, k -> new Found());
            f.never |= w.wish() == Wish.NOT;
            f.must |= w.wish() == Wish.MUST;
            if (w.wish() != Wish.NOT) {
                f.weight = Math.min(MOST_WEIGHT, Math.max(f.weight, WISHED) + (w.wish() == Wish.NICE ? NICE : 0));
                if (f.demands.isEmpty()) {
                    own.getOrDefault(key.host(), List.of()).stream()
                            .limit(1)
                            .forEach(d -> f.demands.add(Ids.text(d.id())));
                }
            }
        }
    }

    private static StoredTask assemble(
            RecruitmentEvent e,
            List<EventSlot> slots,
            List<Participant> hosts,
            List<Participant> guests,
            Map<Key, Found> found,
            List<Pin> pins) {
        List<HostRow> hostRows = new ArrayList<>();
        Map<Long, Integer> hostAt = new HashMap<>();
        int table = 1;
        for (Participant h : hosts) {
            hostAt.put(h.id(), hostRows.size());
            List<Integer> desks =
                    slots.stream().map(s -> there(h, s) ? h.desks() : 0).toList();
            hostRows.add(new HostRow(h.id(), desks, e.limits().least(), table));
            table += h.desks();
        }
        List<GuestRow> guestRows = new ArrayList<>();
        Map<Long, Integer> guestAt = new HashMap<>();
        for (Participant g : guests) {
            guestAt.put(g.id(), guestRows.size());
            List<Integer> open = IntStream.range(0, slots.size())
                    .filter(i -> there(g, slots.get(i)))
                    .boxed()
                    .toList();
            guestRows.add(new GuestRow(g.id(), open, e.limits().most()));
        }
        Map<Key, Integer> pinned = new HashMap<>();
        pins.forEach(p -> {
            Key key = new Key(p.host(), p.guest());
            pinned.put(key, p.slot());
            found.computeIfAbsent(key, k -> new Found());
        });
        List<PairRow> pairs = new ArrayList<>();
        found.forEach((k, f) -> {
            Integer host = hostAt.get(k.host());
            Integer guest = guestAt.get(k.guest());
            if (host != null && guest != null) {
                int pin = pinned.getOrDefault(k, -1);
                pairs.add(new PairRow(host, guest, f.weight, f.must && !f.never, f.never, pin, List.copyOf(f.demands)));
            }
        });
        return new StoredTask(
                slots.stream().map(EventSlot::n).toList(),
                sessions(slots),
                hostRows,
                guestRows,
                pairs,
                e.limits().buffer());
    }

    /** Is there for the whole of a slot. */
    private static boolean there(Participant p, EventSlot s) {
        return (p.arrives().isEmpty() || !Moments.at(p.arrives()).isAfter(LocalDateTime.parse(s.from())))
                && (p.leaves().isEmpty() || !end(p.leaves()).isBefore(LocalDateTime.parse(s.to())));
    }

    private static LocalDateTime end(String leaves) {
        return Moments.dayOnly(leaves) ? Moments.at(leaves).plusDays(1) : Moments.at(leaves);
    }

    private static List<Integer> sessions(List<EventSlot> slots) {
        List<Integer> begins = new ArrayList<>();
        for (int i = 1; i < slots.size(); i++) {
            LocalDateTime before = LocalDateTime.parse(slots.get(i - 1).to());
            if (ChronoUnit.MINUTES.between(
                            before, LocalDateTime.parse(slots.get(i).from()))
                    > PAUSE_MINUTES) {
                begins.add(i);
            }
        }
        return begins;
    }
}
