package org.talenthub.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** This month's report: for a carrier whether it is in, for a department who has not sent it; on the page and in the letter of the day. */
@Component
class ReportingWaits implements Waits, Reminders {

    private static final String MONTH = "/reporting?month=";

    private final ReportingBook book;
    private final Rights rights;
    private final Texts texts;

    ReportingWaits(ReportingBook book, Rights rights, Texts texts) {
        this.book = book;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Wait> of(Viewer viewer) {
        if (!rights.may(Act.READ, Thing.BATCH, viewer)) {
            return List.of();
        }
        LocalDate today = HubTime.today();
        YearMonth month = YearMonth.from(today);
        if (viewer.carrier() != null) {
            return List.of(book.own(month, viewer)
                    .map(e -> own(e, today))
                    .orElseGet(() -> new Wait(
                            texts.text("waits.own"), texts.text("reporting.state.WAITING"), "/imports/new", false)));
        }
        Map<ReportingState, Long> counts = book.counts(month, viewer);
        long missing = missing(counts);
        return List.of(new Wait(
                texts.text("waits.unreported", book.due(month).toString()),
                Texts.number(missing),
                MONTH + month + "&state=missing",
                counts.getOrDefault(ReportingState.OVERDUE, 0L) > 0));
    }

    private Wait own(ReportingBook.Entry e, LocalDate today) {
        return switch (e.state()) {
            case IN, LATE ->
                new Wait(texts.text("waits.own"), texts.text("reporting.state." + e.state()), MONTH + e.month(), false);
            case WAITING ->
                new Wait(
                        texts.text("waits.ownDue", e.dueOn().toString()),
                        texts.text("waits.daysLeft", ChronoUnit.DAYS.between(today, e.dueOn())),
                        "/imports/new",
                        book.reminds(e.dueOn(), today));
            case OVERDUE ->
                new Wait(
                        texts.text("waits.ownDue", e.dueOn().toString()),
                        texts.text("reporting.state.OVERDUE"),
                        "/imports/new",
                        true);
        };
    }

    /** Of today only: what was due on another day is no reminder any more. */
    @Override
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        if (!day.equals(HubTime.today()) || !rights.may(Act.READ, Thing.BATCH, viewer)) {
            return List.of();
        }
        YearMonth month = YearMonth.from(day);
        LocalDate due = book.due(month);
        if (!book.reminds(due, day)) {
            return List.of();
        }
        if (viewer.carrier() != null) {
            return book.own(month, viewer).filter(e -> e.state().missing()).stream()
                    .map(e -> new Reminder(
                            texts.text(
                                    "reporting.remind." + e.state(),
                                    month.toString(),
                                    e.dueOn().toString()),
                            "/imports/new"))
                    .toList();
        }
        long missing = missing(book.counts(month, viewer));
        return missing == 0
                ? List.of()
                : List.of(new Reminder(
                        texts.text(
                                "reporting.remind.department", month.toString(), Texts.number(missing), due.toString()),
                        MONTH + month + "&state=missing"));
    }

    private static long missing(Map<ReportingState, Long> counts) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().missing())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
