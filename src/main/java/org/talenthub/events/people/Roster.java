package org.talenthub.events.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Participant.State;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** The participants of an event as a viewer may see them. */
@Component
public class Roster {

    private final Participants participants;
    private final Records records;
    private final EventDesk desk;

    Roster(Participants participants, Records records, EventDesk desk) {
        this.participants = participants;
        this.records = records;
        this.desk = desk;
    }

    /**
     * One who takes part.
     *
     * @param record id of the record as addresses have it; null where there is none, or none for the viewer
     * @param name as the viewer may know it: the badge where nothing more
     * @param own the viewer's own organisation speaks for him
     */
    public record Entry(
            Participant participant,
            @Nullable String record,
            String name,
            @Nullable RecordView view,
            boolean own) {

        public String id() {
            return Ids.text(participant.id());
        }
    }

    /** Everybody, by the participant's id, in the order of their numbers; whoever does not run the event knows of enterprises and his own. */
    @Transactional(readOnly = true)
    public Map<Long, Entry> of(RecruitmentEvent e, Viewer viewer) {
        Map<Long, Entry> known = new LinkedHashMap<>(all(e, viewer));
        if (desk.hand(e, viewer).isEmpty()) {
            known.values().removeIf(x -> x.participant().kind() != Kind.ENTERPRISE && !x.own());
        }
        return known;
    }

    /** Everybody, for plans, which say themselves of whom they tell. */
    @Transactional(readOnly = true)
    public Map<Long, Entry> all(RecruitmentEvent e, Viewer viewer) {
        List<Participant> all = participants.findByEventOrderByKindAscNumberAsc(e.id());
        List<Long> ids =
                all.stream().map(Participant::record).filter(Objects::nonNull).toList();
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        String organisation = Organisation.of(viewer);
        Map<Long, Entry> entries = new LinkedHashMap<>();
        for (Participant p : all) {
            RecordView view = p.record() == null ? null : views.get(p.record());
            String name = view != null ? view.name() : p.record() == null ? p.name() : p.badge();
            entries.put(
                    p.id(),
                    new Entry(
                            p,
                            view == null ? null : view.id(),
                            name,
                            view,
                            p.reporters().contains(organisation)));
        }
        return entries;
    }

    /** For the hub's own work. */
    @Transactional(readOnly = true)
    public List<Participant> coming(long event) {
        return participants.findByEventOrderByKindAscNumberAsc(event).stream()
                .filter(p -> p.state() == State.ACCEPTED)
                .toList();
    }

    /** How many there are of each state, by kind. */
    @Transactional(readOnly = true)
    public Map<Kind, Map<State, Long>> counts(long event) {
        return participants.findByEventOrderByKindAscNumberAsc(event).stream()
                .collect(Collectors.groupingBy(
                        Participant::kind, Collectors.groupingBy(Participant::state, Collectors.counting())));
    }

    /**
     * Somebody of the event by what a caller calls him: his own id, or that of his record, with or without a demand of his.
     *
     * @throws org.talenthub.common.Problem 404 when there is nobody
     */
    public Participant find(Map<Long, Entry> entries, String ref, @Nullable Kind kind) {
        String wanted = ref.strip();
        List<Participant> found = new ArrayList<>();
        for (Entry x : entries.values()) {
            Participant p = x.participant();
            boolean fits = kind == null || kind == p.kind() || (kind == Kind.TALENT && p.kind() == Kind.GUEST);
            boolean named = x.id().equals(wanted)
                    || (p.record() != null && Ids.text(p.record()).equals(wanted))
                    || p.badge().equals(wanted)
                    || p.demands().contains(wanted);
            if (fits && named) {
                found.add(p);
            }
        }
        if (found.isEmpty()) {
            throw org.talenthub.common.Problem.notFound();
        }
        return found.getFirst();
    }
}
