package org.talenthub.events.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.talenthub.common.Ids;

/** Whom a participant wishes to meet, or not. */
@Entity
@Table(name = "event_wish")
public class MeetingWish {

    /** How much. */
    public enum Wish {
        MUST,
        NICE,
        NOT
    }

    @Id
    private long id;

    @Column(name = "event_id")
    private long event;

    @Column(name = "from_id")
    private long from;

    @Column(name = "to_id")
    private long to;

    @Enumerated(EnumType.STRING)
    private Wish wish = Wish.NICE;

    protected MeetingWish() {}

    MeetingWish(long event, long from, long to, Wish wish) {
        this.id = Ids.next();
        this.event = event;
        this.from = from;
        this.to = to;
        this.wish = wish;
    }

    void say(Wish now) {
        wish = now;
    }

    public long event() {
        return event;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    public Wish wish() {
        return wish;
    }
}
