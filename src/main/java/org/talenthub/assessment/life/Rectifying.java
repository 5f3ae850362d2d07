package org.talenthub.assessment.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.assessment.life.CarrierLife.State;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** Carriers that have to put something right by a day: told to themselves and to their departments, before it and after. */
@Component
class Rectifying implements Waits, Reminders {

    /** Days before the last one on which the letter of the day speaks of it; afterwards once a week. */
    private static final Set<Long> BEFORE = Set.of(30L, 14L, 7L, 3L, 1L, 0L);

    private static final int WEEK = 7;

    private final Assessments assessments;
    private final Assessing assessing;
    private final Records records;
    private final Rights rights;
    private final Texts texts;

    Rectifying(Assessments assessments, Assessing assessing, Records records, Rights rights, Texts texts) {
        this.assessments = assessments;
        this.assessing = assessing;
        this.records = records;
        this.rights = rights;
        this.texts = texts;
    }

    private record Due(RecordSnapshot carrier, int year, LocalDate on) {

        String href() {
            return "/assessments/" + year + '/' + Ids.text(carrier.id());
        }
    }

    /** Whether a day so far from the last one is one to speak of it. */
    static boolean speaks(long daysLeft) {
        return daysLeft >= 0 ? BEFORE.contains(daysLeft) : -daysLeft % WEEK == 1;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<Wait> of(Viewer viewer) {
        List<Due> due = due(viewer);
        return due.isEmpty()
                ? List.of()
                : List.of(new Wait(
                        texts.text("assessment.rectifying"),
                        due.size() == 1 ? due.getFirst().on().toString() : Texts.number(due.size()),
                        due.size() == 1
                                ? due.getFirst().href()
                                : "/assessments/" + due.getFirst().year(),
                        due.getFirst().on().isBefore(HubTime.today())));
    }

    @Override
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        List<Reminder> all = new ArrayList<>();
        for (Due d : due(viewer)) {
            long left = ChronoUnit.DAYS.between(day, d.on());
            if (speaks(left)) {
                all.add(new Reminder(
                        texts.text(
                                left >= 0 ? "assessment.rectify.before" : "assessment.rectify.after",
                                d.carrier().name(),
                                d.on().toString(),
                                Math.abs(left)),
                        d.href()));
            }
        }
        return all;
    }

    /** The first to lapse first. */
    private List<Due> due(Viewer viewer) {
        if (!rights.may(Act.READ, Thing.CASE, viewer)) {
            return List.of();
        }
        List<Assessment> open = assessments.findByState(State.RECTIFY);
        Map<Long, RecordSnapshot> carriers =
                records.snapshots(open.stream().map(Assessment::carrier).toList());
        List<Due> due = new ArrayList<>();
        for (Assessment a : open) {
            RecordSnapshot c = carriers.get(a.carrier());
            LocalDate on = a.deadline();
            if (c != null && on != null && assessing.known(c.id(), c.region(), viewer)) {
                due.add(new Due(c, a.year(), on));
            }
        }
        due.sort(Comparator.comparing(Due::on));
        return due;
    }
}
