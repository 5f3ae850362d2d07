package org.talenthub.events.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventLife.Hand;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door to every event: who may know of it, and what he may do with it now. */
@Component
public class EventDesk {

    private static final TypeReference<List<EventSlot>> SLOTS = new TypeReference<>() {};

    private final Events events;
    private final Rights rights;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventDesk(Events events, Rights rights, JdbcClient jdbc, JsonMapper json) {
        this.events = events;
        this.rights = rights;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those that the viewer knows of, the latest first: his own, and whatever is published. */
    public List<RecruitmentEvent> known(Viewer viewer) {
        List<RecruitmentEvent> all = events.findAllByOrderByStartsDescIdDesc();
        Map<Long, Set<String>> parties = rights.may(Act.READ, Thing.EVENT, viewer) ? parties(List.of()) : Map.of();
        return all.stream()
                .filter(e -> e.state().isPublic() || may(Act.READ, e, parties.getOrDefault(e.id(), Set.of()), viewer))
                .toList();
    }

    /** @throws Problem 404 unless the viewer knows of it: it is his, or it is published */
    public RecruitmentEvent known(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(events::findById)
                .filter(e -> e.state().isPublic() || inside(e, viewer))
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 when the viewer does not know of it, 403 when he knows no more than everybody */
    public RecruitmentEvent get(String id, Viewer viewer) {
        RecruitmentEvent e = known(id, viewer);
        if (!inside(e, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.event"));
        }
        return e;
    }

    /** @throws Problem 404, 403 as {@link #get}, and 403 for who only reads */
    public RecruitmentEvent own(String id, Viewer viewer) {
        RecruitmentEvent e = get(id, viewer);
        if (hand(e, viewer).isEmpty()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.runs"));
        }
        return e;
    }

    /** @throws Problem as {@link #own}, and 409 with what is allowed when it cannot be done now */
    public RecruitmentEvent own(String id, Action action, Viewer viewer) {
        lock(id);
        RecruitmentEvent e = own(id, viewer);
        EventLife.TABLE.step(e.state(), action, hand(e, viewer).orElseThrow(Problem::notFound));
        return e;
    }

    /**
     * For wishes: who runs the event says everybody's, whoever's people or enterprises take part says theirs, as long as people are asked.
     *
     * @throws Problem as {@link #own}
     */
    public RecruitmentEvent wishes(String id, Viewer viewer) {
        lock(id);
        RecruitmentEvent e = get(id, viewer);
        if (hand(e, viewer).isEmpty() && viewer.carrier() == null) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.runs"));
        }
        EventLife.TABLE.step(e.state(), Action.INVITE, hand(e, viewer).orElse(Hand.ORGANISER));
        return e;
    }

    /** Whether {@link #wishes} lets the viewer say any now. */
    public boolean maySayWishes(RecruitmentEvent e, Viewer viewer) {
        return (hand(e, viewer).isPresent() || viewer.carrier() != null)
                && EventLife.TABLE
                        .allowed(e.state(), hand(e, viewer).orElse(Hand.ORGANISER))
                        .contains(Action.INVITE);
    }

    /** What is done to an event is done one after another: who comes second sees what the first one did. Outside of a transaction nothing. */
    void lock(String id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            Ids.parse(id)
                    .ifPresent(n -> jdbc.sql("select id from recruitment_event where id = ? for update")
                            .param(n)
                            .query(Long.class)
                            .optional());
        }
    }

    /** The viewer sees more of it than everybody. */
    public boolean inside(RecruitmentEvent e, Viewer viewer) {
        return may(
                Act.READ,
                e,
                viewer.carrier() == null ? Set.of() : parties(List.of(e.id())).getOrDefault(e.id(), Set.of()),
                viewer);
    }

    /** As what the viewer acts; empty for who only looks. */
    public Optional<Hand> hand(RecruitmentEvent e, Viewer viewer) {
        if (!may(Act.EDIT, e, Set.of(), viewer)) {
            return Optional.empty();
        }
        return Optional.of(viewer.is(Role.PROVINCE, Role.CITY) ? Hand.DEPARTMENT : Hand.ORGANISER);
    }

    /** What the viewer may do now. */
    public List<Action> allowed(RecruitmentEvent e, Viewer viewer) {
        return hand(e, viewer).map(h -> EventLife.TABLE.allowed(e.state(), h)).orElse(List.of());
    }

    public List<EventSlot> slots(RecruitmentEvent e) {
        return json.readValue(e.slotsJson(), SLOTS);
    }

    public Programme programme(RecruitmentEvent e) {
        return json.readValue(e.programmeJson(), Programme.class);
    }

    /** For the hub's own work, which tells nobody. */
    public Optional<RecruitmentEvent> find(long id) {
        return events.findById(id);
    }

    private boolean may(Act act, RecruitmentEvent e, Set<String> parties, Viewer viewer) {
        Set<String> whose = new HashSet<>(parties);
        if (e.owner() != 0) {
            whose.add(e.ownerKey());
        }
        return rights.may(act, Thing.EVENT, new EventFacts(e.id(), e.region(), whose), viewer);
    }

    /** Whose people and enterprises are in which event; of all events when none are named. */
    private Map<Long, Set<String>> parties(List<Long> of) {
        Map<Long, Set<String>> parties = new HashMap<>();
        JdbcClient.StatementSpec asked = of.isEmpty()
                ? jdbc.sql("select distinct event_id, reporters from event_participant where reporters <> ''")
                : jdbc.sql("select distinct event_id, reporters from event_participant where event_id in (:of)")
                        .param("of", of);
        asked.query(rs -> {
            Set<String> keys = parties.computeIfAbsent(rs.getLong(1), k -> new HashSet<>());
            keys.addAll(Set.of(rs.getString(2).split(" ")));
        });
        return parties;
    }
}
