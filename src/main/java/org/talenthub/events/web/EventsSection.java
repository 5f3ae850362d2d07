package org.talenthub.events.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.talenthub.web.ShellSection;
import org.talenthub.web.Texts;

/** Events in the navigation, and in the letter of the day: who has not answered, what begins. */
@Component
class EventsSection implements ShellSection, Reminders {

    static final String KEY = "events";

    private static final int SOON = 7;

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
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        if (!rights.may(Act.EDIT, Thing.EVENT, viewer)) {
            return List.of();
        }
        List<Reminder> all = new ArrayList<>();
        for (RecruitmentEvent e : desk.known(viewer)) {
            if (e.state() == State.CLOSED || desk.hand(e, viewer).isEmpty()) {
                continue;
            }
            String href = "/events/" + Ids.text(e.id());
            long waiting = roster.counts(e.id())
                    .getOrDefault(Kind.TALENT, Map.of())
                    .getOrDefault(Participant.State.INVITED, 0L);
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
