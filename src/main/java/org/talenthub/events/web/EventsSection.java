package org.talenthub.events.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Viewer;
import org.talenthub.web.HomeLead;
import org.talenthub.web.ShellSection;
import org.talenthub.web.Texts;

/** Events in the navigation, on the first page of who runs them, and in the letter of the day: who has not answered, what begins. */
@Component
class EventsSection implements ShellSection, HomeLead, Reminders {

    static final String KEY = "events";

    private static final int SOON = 7;
    private static final int SHOWN = 5;

    private final EventDesk desk;
    private final Roster roster;
    private final Rights rights;
    private final Texts texts;

    EventsSection(EventDesk desk, Roster roster, Rights rights, Texts texts) {
        this.desk = desk;
        this.roster = roster;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String href() {
        return "/events";
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return true;
    }

    @Override
    public Optional<Lead> of(Viewer viewer) {
        List<RecruitmentEvent> mine = running(viewer);
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = mine.stream()
                .sorted(Comparator.comparing(RecruitmentEvent::from))
                .limit(SHOWN)
                .map(e -> new Line(e.name(), href(e), stands(e)))
                .toList();
        return Optional.of(new Lead(
                texts.text("events.home", Texts.number(mine.size())), href(), texts.text("events.home.all"), lines));
    }

    private String stands(RecruitmentEvent e) {
        String stands = texts.text("event." + e.state()) + " · " + e.when();
        long waiting = unanswered(e);
        return waiting == 0 ? stands : stands + " · " + texts.text("events.home.unanswered", Texts.number(waiting));
    }

    /** Those that are not over, of who runs them. */
    private List<RecruitmentEvent> running(Viewer viewer) {
        return rights.may(Act.EDIT, Thing.EVENT, viewer)
                ? desk.known(viewer).stream()
                        .filter(e -> e.state() != State.CLOSED
                                && desk.hand(e, viewer).isPresent())
                        .toList()
                : List.of();
    }

    private static String href(RecruitmentEvent e) {
        return "/events/" + Ids.text(e.id());
    }

    private long unanswered(RecruitmentEvent e) {
        return roster.counts(e.id()).getOrDefault(Kind.TALENT, Map.of()).getOrDefault(Participant.State.INVITED, 0L);
    }

    @Override
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        List<Reminder> all = new ArrayList<>();
        for (RecruitmentEvent e : running(viewer)) {
            String href = href(e);
            long waiting = unanswered(e);
            LocalDate first = LocalDate.parse(e.from().substring(0, 10));
            if (waiting > 0 && !first.isBefore(day)) {
                all.add(new Reminder(texts.text("events.remind.unanswered", e.name(), waiting), href + "/people"));
            }
            if (!first.isBefore(day) && first.isBefore(day.plusDays(SOON))) {
                all.add(new Reminder(texts.text("events.remind.soon", e.name(), first.toString()), href));
            }
        }
        return all;
    }
}
