package org.talenthub.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** Cases that wait for the viewer: on the first page, and once one is stale in the letter of the day. */
@Component
class Waiting implements Waits, Reminders {

    private static final String BOARD = "/applications?mine=true";

    private final Applying applying;
    private final Deciding deciding;
    private final Asking asking;
    private final Inviting inviting;
    private final LifecycleSettings settings;
    private final Rights rights;
    private final Texts texts;

    Waiting(
            Applying applying,
            Deciding deciding,
            Asking asking,
            Inviting inviting,
            LifecycleSettings settings,
            Rights rights,
            Texts texts) {
        this.applying = applying;
        this.deciding = deciding;
        this.asking = asking;
        this.inviting = inviting;
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
        List<Wait> waits = new ArrayList<>();
        List<Application> mine = mine(viewer);
        if (!mine.isEmpty()) {
            waits.add(new Wait(
                    texts.text("application.waits"),
                    Texts.number(mine.size()),
                    BOARD,
                    mine.stream().anyMatch(this::stale)));
        }
        List<Application> judging = judging(viewer);
        if (!judging.isEmpty()) {
            waits.add(new Wait(
                    texts.text("application.judges"),
                    Texts.number(judging.size()),
                    judging.size() == 1
                            ? "/applications/" + Ids.text(judging.getFirst().id())
                            : "/applications",
                    judging.stream().anyMatch(Waiting::late)));
        }
        return waits;
    }

    @Override
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        if (!day.equals(HubTime.today())) {
            return List.of();
        }
        List<Reminder> all = new ArrayList<>();
        for (Application a : mine(viewer)) {
            if (stale(a)) {
                all.add(reminder(a, "application.stale", a.name(), days(a)));
            }
            if (inviting.may(a, viewer)
                    && inviting.of(a).filter(i -> i.handedAt() != null).isPresent()) {
                all.add(reminder(a, "application.handedIn", a.name()));
            }
            long late = viewer.role() == Role.PROVINCE ? asking.overdue(a) : 0;
            if (late > 0) {
                all.add(reminder(a, "application.overdue", a.name(), late));
            }
        }
        judging(viewer).forEach(a -> all.add(reminder(a, "application.judge", a.name(), due(a))));
        return all;
    }

    private Reminder reminder(Application a, String key, Object... args) {
        return new Reminder(texts.text(key, args), "/applications/" + Ids.text(a.id()));
    }

    private static boolean late(Application a) {
        LocalDate due = a.reviewsDue();
        return due != null && due.isBefore(HubTime.today());
    }

    private static String due(Application a) {
        LocalDate due = a.reviewsDue();
        return due == null ? "" : due.toString();
    }

    /** Cases that wait for what this account says as an expert. */
    private List<Application> judging(Viewer viewer) {
        return rights.may(Act.READ, Thing.CASE, viewer)
                ? applying.list(viewer).stream()
                        .filter(a -> asking.waitsFor(a, viewer))
                        .toList()
                : List.of();
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
