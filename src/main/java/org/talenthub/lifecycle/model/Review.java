package org.talenthub.lifecycle.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;

/** What one expert said of an application, entered by the province on the expert's behalf. */
@Entity
@Table(name = "carrier_review")
public class Review {

    @Id
    private long id;

    @Column(name = "application_id")
    private long application;

    private String expert = "";
    private boolean declined;
    private @Nullable Integer total;

    /** Criterion to points, JSON. */
    private String scores = "{}";

    private @Nullable String comment;
    private String enteredBy = "";
    private Instant enteredAt = Instant.EPOCH;

    /** Own id once it was reopened; 0 while it holds. */
    @SuppressWarnings("UnusedVariable") // queries ask for it
    private long superseded;

    private @Nullable String reopenedBy;
    private @Nullable String reopenedWhy;

    protected Review() {}

    public Review(
            Application of,
            String expert,
            @Nullable Map<Criterion, Integer> scores,
            String json,
            @Nullable String comment,
            String by) {
        this.id = Ids.next();
        this.application = of.id();
        this.expert = expert;
        this.declined = scores == null;
        this.total = scores == null
                ? null
                : scores.values().stream().mapToInt(i -> i).sum();
        this.scores = json;
        this.comment = comment;
        this.enteredBy = by;
        this.enteredAt = Instant.now();
    }

    public void reopen(String why, String by) {
        superseded = id;
        reopenedWhy = why;
        reopenedBy = by;
    }

    /** Who let the expert judge anew; null while this holds. */
    public @Nullable String reopenedBy() {
        return reopenedBy;
    }

    public @Nullable String reopenedWhy() {
        return reopenedWhy;
    }

    public long id() {
        return id;
    }

    public String expert() {
        return expert;
    }

    /** The expert does not judge this case, for a conflict or for want of time. */
    public boolean declined() {
        return declined;
    }

    /** 0 to 100; null of who declined. */
    public @Nullable Integer total() {
        return total;
    }

    public String scores() {
        return scores;
    }

    public @Nullable String comment() {
        return comment;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
