package org.talenthub.events.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person and an enterprise who meet at an event, in whichever version of the plan, and what came of it. */
@Entity
public class EventMeeting {

    /** What came of it. */
    public enum Outcome {
        /** 有意向. */
        INTENT,
        /** 再谈. */
        AGAIN,
        /** 不合适. */
        UNFIT
    }

    /** Why it does not fit. */
    public enum Why {
        SKILLS,
        SALARY,
        PLACE,
        TIMING,
        OTHER
    }

    @Id
    private long id;

    @Column(name = "event_id")
    private long event;

    @Column(name = "host_id")
    private long host;

    @Column(name = "guest_id")
    private long guest;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable Why reason;

    private @Nullable String note;
    private @Nullable String saidKey;
    private @Nullable String saidBy;
    private @Nullable Instant saidAt;

    @Version
    private int version;

    protected EventMeeting() {}

    /**
     * Keeps what was tapped last.
     *
     * @param key of the entry; the same one again changes nothing
     * @return whether something changed
     */
    public boolean say(
            Outcome what, @Nullable Why why, @Nullable String words, @Nullable String key, Instant at, String by) {
        if (key != null && key.equals(saidKey)) {
            return false;
        }
        if (saidAt != null && at.isBefore(saidAt)) {
            return false;
        }
        outcome = what;
        reason = why;
        note = words;
        saidKey = key;
        saidAt = at;
        saidBy = by;
        return true;
    }

    public long id() {
        return id;
    }

    public long event() {
        return event;
    }

    public long host() {
        return host;
    }

    public long guest() {
        return guest;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable Why reason() {
        return reason;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable String saidBy() {
        return saidBy;
    }

    public @Nullable Instant saidAt() {
        return saidAt;
    }
}
