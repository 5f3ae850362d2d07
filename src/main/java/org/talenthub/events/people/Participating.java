package org.talenthub.events.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Rights;
import org.talenthub.access.Visibility;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Participant.State;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * Who takes part: added by those who run the event, from what they may see of the pool. Long because each kind of participant is added in
 * its own way, and all of them by one transaction.
 */
@Component
public class Participating {

    private final Participants participants;
    private final EventDesk desk;
    private final Records records;
    private final Rights rights;
    private final Posts posts;
    private final JdbcClient jdbc;
    private final Audit audit;

    Participating(
            Participants participants,
            EventDesk desk,
            Records records,
            Rights rights,
            Posts posts,
            JdbcClient jdbc,
            Audit audit) {
        this.participants = participants;
        this.desk = desk;
        this.records = records;
        this.rights = rights;
        this.posts = posts;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param created how many were not there before */
    public record Added(List<Participant> participants, int created) {}

    /** @throws Problem 400 for what cannot be read, 403 and 404 for whom the viewer may not bring, 409 when it is too late */
    @Transactional
    public Added add(String event, @Nullable JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.INVITE, viewer);
        return add(e, Wanted.read(body), viewer);
    }

    /** People of the pool, asked first. In the caller's order; whom the viewer may not bring is left out. @throws Problem as {@link #add} */
    @Transactional
    public Added invite(String event, List<Long> people, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.INVITE, viewer);
        var scope = rights.scope("talent", viewer);
        Map<Long, RecordSnapshot> found = records.snapshots(people);
        List<Wanted> wanted = people.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(r -> r.live() && scope.of(r) == Visibility.FULL)
                .map(r ->
                        new Wanted(Wanted.What.TALENT, Ids.text(r.id()), "", List.of(), Participant.Details.NONE, true))
                .toList();
        return wanted.isEmpty() ? new Added(List.of(), 0) : add(e, wanted, viewer);
    }

    private Added add(RecruitmentEvent e, List<Wanted> wanted, Viewer viewer) {
        lock(e);
        Set<Participant> all = new LinkedHashSet<>();
        int created = 0;
        for (Wanted w : wanted) {
            int before = all.size();
            Bringing b = bring(e, w, viewer);
            all.add(b.participant());
            created += b.made() && all.size() > before ? 1 : 0;
        }
        audit.record(viewer, "event.invite", "event", Ids.text(e.id()), wanted.size() + " participants");
        return new Added(List.copyOf(all), created);
    }

    private record Bringing(Participant participant, boolean made) {}

    private Bringing bring(RecruitmentEvent e, Wanted w, Viewer viewer) {
        return switch (w.what()) {
            case TALENT -> talent(e, w, viewer);
            case GUEST -> guest(e, w, viewer);
            case ENTERPRISE -> enterprise(e, w, company(w.ref()), w.demands(), viewer);
            case DEMAND -> {
                RecordSnapshot demand = demand(w.ref());
                yield enterprise(e, w, company(demand), List.of(Ids.text(demand.id())), viewer);
            }
        };
    }

    private Bringing talent(RecruitmentEvent e, Wanted w, Viewer viewer) {
        RecordSnapshot person = Ids.parse(w.ref())
                .flatMap(
                        id -> Optional.ofNullable(records.snapshots(List.of(id)).get(id)))
                .filter(r -> r.type().equals("talent") && r.live())
                .orElseThrow(Problem::notFound);
        Visibility seen = rights.scope("talent", viewer).of(person);
        if (seen == Visibility.NONE) {
            throw Problem.notFound();
        }
        if (seen != Visibility.FULL) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.people"));
        }
        Optional<Participant> there = participants.findByEventAndKindAndRecord(e.id(), Kind.TALENT, person.id());
        Participant p = there.orElseGet(() -> make(e, Kind.TALENT, person.id(), "", w, viewer));
        p.write(w.details());
        Set<String> keys = new HashSet<>(person.reporters());
        p.whose(keys, viewer.is(Role.PROVINCE, Role.CITY));
        if (there.isPresent() && p.state() == State.DECLINED && !w.invite()) {
            p.state(place(e));
        }
        return new Bringing(participants.save(p), there.isEmpty());
    }

    private Bringing guest(RecruitmentEvent e, Wanted w, Viewer viewer) {
        Participant p = make(e, Kind.GUEST, null, w.name(), w, viewer);
        p.write(w.details());
        return new Bringing(participants.save(p), true);
    }

    /** @param record null for an enterprise that is known by its demands only */
    private record Company(@Nullable RecordSnapshot record, String name) {}

    private Company company(String ref) {
        RecordSnapshot found = records.find("enterprise", ref).orElseThrow(Problem::notFound);
        return new Company(found, found.name());
    }

    private Company company(RecordSnapshot demand) {
        String name = demand.enterpriseName() == null ? demand.name() : demand.enterpriseName();
        Optional<RecordSnapshot> found = Optional.ofNullable(demand.enterpriseCode())
                .flatMap(code -> records.find("enterprise", code))
                .or(() -> records.find("enterprise", name));
        return new Company(found.orElse(null), name);
    }

    private RecordSnapshot demand(String id) {
        return Ids.parse(id)
                .flatMap(i -> Optional.ofNullable(records.snapshots(List.of(i)).get(i)))
                .filter(r -> r.type().equals("demand") && r.live())
                .orElseThrow(Problem::notFound);
    }

    private Bringing enterprise(RecruitmentEvent e, Wanted w, Company company, List<String> demands, Viewer viewer) {
        List<String> brought = demands.stream()
                .map(this::demand)
                .peek(d -> belongs(d, company))
                .map(d -> Ids.text(d.id()))
                .toList();
        Optional<Participant> there = company.record() == null
                ? participants.findByEventOrderByKindAscNumberAsc(e.id()).stream()
                        .filter(p -> p.kind() == Kind.ENTERPRISE && p.name().equals(company.name()))
                        .findFirst()
                : participants.findByEventAndKindAndRecord(
                        e.id(), Kind.ENTERPRISE, company.record().id());
        Participant p = there.orElseGet(() -> make(
                e,
                Kind.ENTERPRISE,
                company.record() == null ? null : company.record().id(),
                company.record() == null ? company.name() : "",
                w,
                viewer));
        p.write(w.details());
        if (!brought.isEmpty() && (there.isEmpty() || !p.demands().isEmpty())) {
            List<String> both = new ArrayList<>(new LinkedHashSet<>(p.demands()));
            brought.stream().filter(d -> !both.contains(d)).forEach(both::add);
            if (both.size() > 100) {
                throw Problem.unusable("demands.many", Sentence.of("refused.demands.many"));
            }
            p.demands(both);
        }
        p.whose(Posts.reporters(posts.of(List.of(p)).getOrDefault(p.id(), List.of())), false);
        return new Bringing(participants.save(p), there.isEmpty());
    }

    /** A demand is brought by the enterprise whose it is. */
    private static void belongs(RecordSnapshot demand, Company company) {
        RecordSnapshot r = company.record();
        boolean same = company.name().equals(demand.enterpriseName())
                || (r != null
                        && r.enterpriseCode() != null
                        && r.enterpriseCode().equals(demand.enterpriseCode()));
        if (!same) {
            throw Problem.badRequest(
                    "demand.other", Sentence.of("refused.demand.other", Ids.text(demand.id()), company.name()));
        }
    }

    private Participant make(
            RecruitmentEvent e, Kind kind, @Nullable Long record, String name, Wanted w, Viewer viewer) {
        int number = jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from event_participant where event_id = ? and kind = ?")
                .params(e.id(), kind.name())
                .query(Integer.class)
                .single();
        Participant p = new Participant(e.id(), kind, number, record, name, viewer.displayName());
        p.state(w.invite() ? State.INVITED : kind == Kind.TALENT ? place(e) : State.ACCEPTED);
        return participants.save(p);
    }

    /** Comes, or waits where the house is full. */
    State place(RecruitmentEvent e) {
        int capacity = e.limits().capacity();
        if (capacity == 0) {
            return State.ACCEPTED;
        }
        long taken = jdbc.sql(
                        "select count(*) from event_participant where event_id = ? and kind = 'TALENT' and state = 'ACCEPTED'")
                .param(e.id())
                .query(Long.class)
                .single();
        return taken < capacity ? State.ACCEPTED : State.WAITING;
    }

    /** Whoever has waited longest comes up, as far as there are places. */
    void promote(RecruitmentEvent e) {
        for (Participant p : participants.findByEventOrderByKindAscNumberAsc(e.id())) {
            if (p.state() == State.WAITING && place(e) == State.ACCEPTED) {
                p.state(State.ACCEPTED);
                participants.save(p);
            }
        }
    }

    /** Numbers and places are given by one at a time. */
    void lock(RecruitmentEvent e) {
        jdbc.sql("select id from recruitment_event where id = ? for update")
                .param(e.id())
                .query(Long.class)
                .single();
    }

    /** @throws Problem 404, 403, 409; 400 for states that there are not */
    @Transactional
    public Participant change(String event, String id, @Nullable JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.INVITE, viewer);
        lock(e);
        Participant p = get(e, id);
        if (body != null && body.isObject()) {
            p.write(Wanted.details(body));
            String state = body.path("state").asString("");
            if (!state.isBlank()) {
                p.state(Parameters.choice("state", state.toUpperCase(Locale.ROOT), State.class));
            }
        }
        participants.save(p);
        promote(e);
        return p;
    }

    /** Takes somebody out who has met nobody; his wishes go too. @throws Problem 404, 403, 409 */
    @Transactional
    public void remove(String event, String id, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.INVITE, viewer);
        lock(e);
        Participant p = get(e, id);
        long told = jdbc.sql(
                        "select count(*) from event_meeting where (host_id = :p or guest_id = :p) and outcome is not null")
                .param("p", p.id())
                .query(Long.class)
                .single();
        if (told > 0) {
            throw Problem.conflict("participant.met", Sentence.of("refused.participant.met", told));
        }
        jdbc.sql("delete from event_wish where from_id = :p or to_id = :p")
                .param("p", p.id())
                .update();
        jdbc.sql("delete from event_meeting where host_id = :p or guest_id = :p")
                .param("p", p.id())
                .update();
        participants.delete(p);
        promote(e);
        audit.record(viewer, "event.remove", "event", Ids.text(e.id()), p.badge());
    }

    Participant get(RecruitmentEvent e, String id) {
        return Ids.parse(id)
                .flatMap(participants::findById)
                .filter(p -> p.event() == e.id())
                .orElseThrow(Problem::notFound);
    }
}
