package org.talenthub.reporting;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.HubTime;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.HubLock;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.importing.Arrivals;
import org.talenthub.importing.Arrivals.Arrival;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/**
 * Writes into the calendar what came. It looks at this month and the last one anew each time, so that a batch which is taken back, a hub
 * that was down and a carrier that was named later all come out right; months before stay as they were.
 */
@Component
class Bookkeeper implements Background {

    private static final Duration REST = Duration.ofSeconds(30);
    private static final int PIECE = 500;

    private final Arrivals arrivals;
    private final Records records;
    private final ReportingMonths months;
    private final ReportingCalendar calendar;
    private final EntityManager em;
    private final TransactionTemplate transaction;
    private final HubLock lock;
    private final Worker worker =
            new Worker(Stage.WORK, "reporting", "the calendar of reports waits, trying again", this::round);

    Bookkeeper(
            Arrivals arrivals,
            Records records,
            ReportingMonths months,
            ReportingCalendar calendar,
            EntityManager em,
            TransactionTemplate transaction,
            HubLock lock) {
        this.arrivals = arrivals;
        this.records = records;
        this.months = months;
        this.calendar = calendar;
        this.em = em;
        this.transaction = transaction;
        this.lock = lock;
    }

    @Override
    public Worker worker() {
        return worker;
    }

    private Duration round() throws SQLException {
        lock.run("reporting", () -> {
            YearMonth now = YearMonth.from(HubTime.today());
            keep(now.minusMonths(1));
            keep(now);
        });
        return REST;
    }

    void keep(YearMonth month) {
        Map<Long, Arrival> came =
                arrivals.committed(ReportingCalendar.begin(month), ReportingCalendar.begin(month.plusMonths(1)));
        List<RecordSnapshot> due = carriers().stream()
                .filter(c -> ReportingCalendar.owes(c, month) || came.containsKey(c.id()))
                .toList();
        transaction.executeWithoutResult(s -> {
            Map<Long, ReportingMonth> kept = new HashMap<>();
            months.findByMonth(month.toString()).forEach(m -> kept.put(m.carrier(), m));
            for (RecordSnapshot carrier : due) {
                ReportingMonth known = kept.remove(carrier.id());
                ReportingMonth m = known == null ? ReportingMonth.due(carrier.id(), month, calendar.due(month)) : known;
                m.came(came.get(carrier.id()));
                m.dueOn(calendar.due(month));
                if (known == null) {
                    // a repository would ask for each whether it is there
                    em.persist(m);
                }
            }
            // nothing is due any more from whoever reports no longer; what came stays
            kept.values().forEach(m -> m.came(came.get(m.carrier())));
            months.deleteAll(
                    kept.values().stream().filter(m -> m.cameAt() == null).toList());
        });
    }

    private List<RecordSnapshot> carriers() {
        List<RecordSnapshot> all = new ArrayList<>();
        List<RecordSnapshot> piece = records.after("carrier", 0, PIECE);
        while (!piece.isEmpty()) {
            all.addAll(piece);
            piece = records.after("carrier", piece.getLast().id(), PIECE);
        }
        return all;
    }
}
