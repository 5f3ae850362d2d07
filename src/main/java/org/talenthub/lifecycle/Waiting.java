package org.talenthub.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** Cases that wait for the viewer: on the first page, and once one is stale in the letter of the day. */
@Component
class Waiting implements Waits, Reminders {

    private static final String BOARD = "/applications?mine=true";

    private final Applying applying;
    private final Deciding deciding;
    private final LifecycleSettings settings;
    private final Rights rights;
    private final Texts texts;

    Waiting(Applying applying, Deciding deciding, LifecycleSettings settings, Rights rights, Texts texts) {
        this.applying = applying;
        this.deciding = deciding;
        this.settings = settings;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Wait> of(Viewer viewer) {
        List<Application> mine = mine(viewer);
        return mine.isEmpty()
                ? List.of()
                : List.of(new Wait(
                        texts.text("application.waits"),
                        Texts.number(mine.size()),
                        BOARD,
                        mine.stream().anyMatch(this::stale)));
    }

    @Override
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        if (!day.equals(HubTime.today())) {
            return List.of();
        }
        return mine(viewer).stream()
                .filter(this::stale)
                .map(a -> new Reminder(
                        texts.text("application.stale", a.name(), days(a)),
                        "/applications/" + org.talenthub.common.Ids.text(a.id())))
                .toList();
    }

    private List<Application> mine(Viewer viewer) {
        return rights.may(Act.DECIDE, Thing.CASE, viewer)
                ? applying.list(viewer).stream()
                        .filter(a -> waits(deciding.allowed(a, viewer)))
                        .toList()
                : List.of();
    }

    /** Whether somebody who may do this has to: taking back is nobody's turn. */
    static boolean waits(List<Action> allowed) {
        return allowed.stream().anyMatch(x -> x != Action.UNDO && x != Action.WITHDRAW);
    }

    private boolean stale(Application a) {
        return days(a) >= settings.staleDays();
    }

    private static long days(Application a) {
        return Duration.between(a.since(), Instant.now()).toDays();
    }
}
