package org.talenthub.events.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.common.Sentence;
import tools.jackson.databind.json.JsonMapper;

/** One version of an event's plan. What it says never changes once it is made; another version follows. */
@Entity
public class EventPlan {

    /** How far it is. */
    public enum State {
        /** Is being made; the best so far is kept. */
        PLANNING,
        /** Made, and not in force. */
        READY,
        /** A change that waits for somebody to accept it. */
        PROPOSED,
        /** In force. */
        PUBLISHED,
        /** Was in force. */
        REPLACED,
        /** Cannot be made. */
        FAILED
    }

    /** How it came to be. */
    public enum Origin {
        PLANNED,
        MOVED,
        SLOT,
        REPLANNED
    }

    @Id
    private long id;

    @Column(name = "event_id")
    private long event;

    private int number;

    @Enumerated(EnumType.STRING)
    private State state = State.PLANNING;

    @Enumerated(EnumType.STRING)
    private Origin origin = Origin.PLANNED;

    private @Nullable Integer basedOn;
    private int seconds;
    private long seed;
    private long spentMs;
    private boolean stopAsked;
    private long score;
    private @Nullable Long bound;
    private String task = "";
    private String best = "[]";
    private String note = "";
    private String madeBy = "";
    private Instant madeAt = Instant.EPOCH;
    private @Nullable Instant doneAt;

    protected EventPlan() {}

    /** One that is to be made. */
    EventPlan(long event, int number, int seconds, long seed, String task, String by) {
        this.id = Ids.next();
        this.event = event;
        this.number = number;
        this.seconds = seconds;
        this.seed = seed;
        this.task = task;
        this.madeBy = by;
        this.madeAt = Instant.now();
    }

    /** One that follows another. */
    EventPlan(EventPlan base, int number, Origin origin, String task, String best, String note, String by) {
        this(base.event, number, base.seconds, base.seed, task, by);
        this.origin = origin;
        this.basedOn = base.number;
        this.state = origin == Origin.REPLANNED ? State.PROPOSED : State.READY;
        this.best = best;
        this.note = note;
        this.doneAt = madeAt;
    }

    void scored(long now, @Nullable Long most) {
        score = now;
        bound = most;
    }

    /** Only who decides about it calls this. */
    public void move(State next) {
        state = next;
    }

    public long id() {
        return id;
    }

    public long event() {
        return event;
    }

    /** The version, from 1. */
    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    public Origin origin() {
        return origin;
    }

    public @Nullable Integer basedOn() {
        return basedOn;
    }

    public int seconds() {
        return seconds;
    }

    public long seed() {
        return seed;
    }

    public long spentMs() {
        return spentMs;
    }

    boolean stopAsked() {
        return stopAsked;
    }

    public long score() {
        return score;
    }

    /** No plan scores more; null while that is not known. */
    public @Nullable Long bound() {
        return bound;
    }

    /** 0 to 1. */
    public @Nullable Double gap() {
        Long most = bound;
        if (most == null) {
            return null;
        }
        return most <= score ? 0.0 : Math.min(1, (most - score) / (double) Math.max(1, Math.abs(most)));
    }

    String task() {
        return task;
    }

    String best() {
        return best;
    }

    /** What was changed, or why there is none; a note of before there were sentences is its very words. */
    public Sentence note() {
        return note.startsWith("[") ? JsonMapper.shared().readValue(note, Sentence.class) : Sentence.plain(note);
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public @Nullable Instant doneAt() {
        return doneAt;
    }
}
