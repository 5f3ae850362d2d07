package org.talenthub.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.importing.Arrivals.Arrival;

/** One carrier's month: when its report was due, when it came and how much it was. Kept for assessments, which judge by it later. */
@Entity
@Table(name = "reporting_month")
@SuppressWarnings("NullAway.Init")
class ReportingMonth {

    @Id
    private long id;

    private long carrierId;
    private String month;
    private LocalDate dueOn;

    @Nullable
    private Instant cameAt;

    private int rowCount;
    private int batches;

    protected ReportingMonth() {}

    static ReportingMonth due(long carrier, YearMonth month, LocalDate on) {
        ReportingMonth m = new ReportingMonth();
        m.id = Ids.next();
        m.carrierId = carrier;
        m.month = month.toString();
        m.dueOn = on;
        return m;
    }

    /** What has come by now; nothing when all of it was taken back. */
    void came(@Nullable Arrival arrival) {
        cameAt = arrival == null ? null : arrival.first();
        rowCount = arrival == null ? 0 : arrival.rows();
        batches = arrival == null ? 0 : arrival.batches();
    }

    /** The calendar was changed: as long as nothing has come the new day holds, afterwards nobody is late by a rule that was not his. */
    void dueOn(LocalDate day) {
        if (cameAt == null) {
            dueOn = day;
        }
    }

    ReportingState state(LocalDate today) {
        return ReportingCalendar.state(dueOn, cameAt, today);
    }

    long carrier() {
        return carrierId;
    }

    String month() {
        return month;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    Instant cameAt() {
        return cameAt;
    }

    int rows() {
        return rowCount;
    }

    int batches() {
        return batches;
    }
}
