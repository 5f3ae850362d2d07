package org.talenthub.events.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventLife.Hand;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.security.Viewer;

/** An event (对接活动): what, where, when, and where it stands. */
@Entity
public class RecruitmentEvent {

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private EventKind kind = EventKind.TALENT_TRAIN;

    private String name = "";
    private String summary = "";
    private String starts = "";
    private String ends = "";
    private String place = "";
    private @Nullable String region;
    private long owner;
    private String ownerName = "";

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private int most;
    private int least;
    private int buffer;

    @Column(name = "floor_score")
    private int floor;

    private int top;
    private int capacity;
    private String slots = "[]";
    private String programme = "{}";
    private @Nullable Integer published;
    private String madeBy = "";

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private Instant madeAt = Instant.EPOCH;

    private Instant changedAt = Instant.EPOCH;

    @Version
    private int version;

    protected RecruitmentEvent() {}

    RecruitmentEvent(Draft draft, Viewer by) {
        this.id = Ids.next();
        this.madeBy = by.displayName();
        this.madeAt = Instant.now();
        write(draft);
    }

    /**
     * What somebody writes of an event.
     *
     * @param from day or minute, as {@link Moments} has it
     * @param slots JSON
     * @param programme JSON
     */
    record Draft(
            EventKind kind,
            String name,
            String summary,
            String from,
            String to,
            String place,
            @Nullable String region,
            Limits limits,
            String slots,
            String programme) {}

    /**
     * What a plan keeps to.
     *
     * @param most meetings of a person at most
     * @param least meetings of an enterprise at least
     * @param buffer slots between two meetings of a person
     * @param floor score below which a pair is not planned, 0 to 100
     * @param top so many people of one demand
     * @param capacity people who are let in, 0 without a bound
     */
    public record Limits(int most, int least, int buffer, int floor, int top, int capacity) {

        public static final Limits USUAL = new Limits(6, 1, 0, 30, 30, 0);
    }

    final void write(Draft d) {
        kind = d.kind();
        name = d.name();
        summary = d.summary();
        starts = d.from();
        ends = d.to();
        place = d.place();
        region = d.region();
        most = d.limits().most();
        least = d.limits().least();
        buffer = d.limits().buffer();
        floor = d.limits().floor();
        top = d.limits().top();
        capacity = d.limits().capacity();
        slots = d.slots();
        programme = d.programme();
        changedAt = Instant.now();
    }

    void give(long account, String called) {
        owner = account;
        ownerName = called;
    }

    void slots(String json) {
        slots = json;
        changedAt = Instant.now();
    }

    /** @throws org.talenthub.common.Problem 403 and 409 as the table says */
    public void act(Action action, Hand hand) {
        state = EventLife.TABLE.step(state, action, hand);
        changedAt = Instant.now();
    }

    /** This version of the plan is the one in force. */
    public void follow(int plan) {
        published = plan;
    }

    public long id() {
        return id;
    }

    public EventKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String summary() {
        return summary;
    }

    public String from() {
        return starts;
    }

    public String to() {
        return ends;
    }

    /** As it is told: a day, or from when to when. */
    public String when() {
        String from = starts.replace('T', ' ');
        String to = ends.replace('T', ' ');
        if (from.equals(to)) {
            return from;
        }
        boolean sameDay = from.substring(0, 10).equals(to.substring(0, 10));
        return sameDay && to.length() == 10 ? from : from + " – " + (sameDay ? to.substring(11) : to);
    }

    public String place() {
        return place;
    }

    public @Nullable String region() {
        return region;
    }

    /** Account of the matchmaker, 0 for none. */
    public long owner() {
        return owner;
    }

    public String ownerName() {
        return ownerName;
    }

    /** Key of the organisation whose event it is. */
    public String ownerKey() {
        return Organisation.alone(owner);
    }

    public State state() {
        return state;
    }

    public Limits limits() {
        return new Limits(most, least, buffer, floor, top, capacity);
    }

    String slotsJson() {
        return slots;
    }

    String programmeJson() {
        return programme;
    }

    /** Number of the plan in force. */
    public @Nullable Integer published() {
        return published;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The last day. */
    public LocalDate lastDay() {
        return Moments.day(ends);
    }
}
