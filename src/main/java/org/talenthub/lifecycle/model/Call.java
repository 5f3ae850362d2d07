package org.talenthub.lifecycle.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** A year's call for bases or for stations (申报通知). */
@Entity
@Table(name = "carrier_call")
public class Call {

    /** A call is open through its last day. */
    public enum State {
        OPEN,
        CLOSED
    }

    private static final int FIRST = 2023;
    private static final int LAST = 2100;
    private static final int MOST = 1_000;
    private static final int LONGEST = 200;

    @Id
    private long id;

    private int year;

    @Enumerated(EnumType.STRING)
    private CarrierKind kind = CarrierKind.BASE;

    private String title = "";
    private int quota;
    private LocalDate deadline = LocalDate.EPOCH;
    private @Nullable String text;

    /** Criterion to points, JSON; empty for the proposal. */
    private String criteria = "{}";

    /** Names of papers, JSON. */
    private String evidence = "[]";

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private String publishedBy = "";

    private Instant publishedAt = Instant.EPOCH;

    protected Call() {}

    /**
     * What is asked for.
     *
     * @param criteria criterion to points, JSON
     * @param evidence names of papers, JSON
     */
    public record Terms(
            int quota, LocalDate deadline, @Nullable String text, String criteria, String evidence) {}

    /** @throws Problem 400 for a year, quota or day that makes no sense */
    public Call(int year, CarrierKind kind, String title, Terms terms, String by) {
        int quota = terms.quota();
        LocalDate deadline = terms.deadline();
        if (year < FIRST || year > LAST) {
            throw Problem.badRequest("call.year", Sentence.of("refused.call.year", FIRST));
        }
        if (quota < 1 || quota > MOST) {
            throw Problem.badRequest("call.quota", Sentence.of("refused.call.quota", MOST));
        }
        if (deadline.isBefore(HubTime.today())) {
            throw Problem.badRequest("call.deadline", Sentence.of("refused.call.deadline", deadline));
        }
        if (title.length() > LONGEST) {
            throw Problem.badRequest("call.title", Sentence.of("refused.call.title", LONGEST));
        }
        this.id = Ids.next();
        this.year = year;
        this.kind = kind;
        this.title = title;
        this.quota = quota;
        this.deadline = deadline;
        this.text = terms.text();
        this.criteria = terms.criteria();
        this.evidence = terms.evidence();
        this.publishedBy = by;
        this.publishedAt = Instant.now();
    }

    public long id() {
        return id;
    }

    public int year() {
        return year;
    }

    public CarrierKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public int quota() {
        return quota;
    }

    /** What it says besides its terms. */
    public @Nullable String text() {
        return text;
    }

    public String criteria() {
        return criteria;
    }

    public String evidence() {
        return evidence;
    }

    public LocalDate deadline() {
        return deadline;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public State state() {
        return deadline.isBefore(HubTime.today()) ? State.CLOSED : State.OPEN;
    }
}
