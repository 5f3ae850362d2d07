package org.talenthub.events.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Checking in at the door: by name, initials of its pinyin, or the badge. */
@Component
public class CheckIns {

    private static final int SHOWN = 20;

    private final Participants participants;
    private final Roster roster;
    private final EventDesk desk;
    private final Audit audit;

    CheckIns(Participants participants, Roster roster, EventDesk desk, Audit audit) {
        this.participants = participants;
        this.roster = roster;
        this.desk = desk;
        this.audit = audit;
    }

    /** Whoever may be meant by what was typed; those who have come last. @throws Problem 404, 403 */
    public List<Roster.Entry> find(String event, @Nullable String typed, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, viewer);
        String q = typed == null ? "" : typed.strip().replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return roster.of(e, viewer).values().stream()
                .filter(x -> x.participant().state() != Participant.State.DECLINED)
                .filter(x -> q.isEmpty() || meant(x, q))
                .sorted(java.util.Comparator.comparing(x -> x.participant().checkedInAt() != null))
                .limit(q.isEmpty() ? Integer.MAX_VALUE : SHOWN)
                .toList();
    }

    private static boolean meant(Roster.Entry x, String q) {
        String name = x.name();
        boolean company = x.participant().kind() == Kind.ENTERPRISE;
        return x.participant().badge().toLowerCase(Locale.ROOT).equals(q)
                || x.id().toLowerCase(Locale.ROOT).equals(q)
                || name.toLowerCase(Locale.ROOT).contains(q)
                || (company ? Pinyin.inOrganisation(name, q) : Pinyin.inPerson(name, q)).isPresent();
    }

    /**
     * @param ref id, badge, or a name or initials that mean one only
     * @param undo takes it back
     * @throws Problem 404, 403, 409; 409 {@code checkin.several} where more than one is meant
     */
    @Transactional
    public Participant checkIn(String event, String ref, boolean undo, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.CHECK_IN, viewer);
        Map<Long, Roster.Entry> entries = roster.of(e, viewer);
        Participant p;
        try {
            p = roster.find(entries, ref, null);
        } catch (Problem nobody) {
            List<Roster.Entry> meant = ref.isBlank() ? List.of() : find(event, ref, viewer);
            if (meant.isEmpty()) {
                throw nobody;
            }
            if (meant.size() > 1) {
                throw Problem.conflict(
                        "checkin.several",
                        Sentence.of(
                                "refused.checkin.several",
                                meant.size(),
                                Sentence.list(meant.stream()
                                        .limit(5)
                                        .map(x ->
                                                x.name() + " " + x.participant().badge())
                                        .toList())));
            }
            p = meant.getFirst().participant();
        }
        p.checkIn(undo ? null : p.checkedInAt() == null ? Instant.now() : p.checkedInAt());
        participants.save(p);
        audit.record(viewer, "event.checkin", "event", Ids.text(e.id()), p.badge());
        return p;
    }
}
