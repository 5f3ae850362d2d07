package org.talenthub.events.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;

/** One who takes part in an event: a person of the pool, an enterprise with its desks, or a guest. */
@Entity
@Table(name = "event_participant")
public class Participant {

    /** As what somebody takes part. */
    public enum Kind {
        TALENT,
        ENTERPRISE,
        GUEST;

        /** Goes from desk to desk. */
        public boolean visits() {
            return this != ENTERPRISE;
        }
    }

    /** Whether he comes. */
    public enum State {
        /** Comes, and is planned. */
        ACCEPTED,
        /** Was asked and has not answered. */
        INVITED,
        /** Would come, and there is no place yet. */
        WAITING,
        DECLINED,
        /** Said to come and did not. */
        ABSENT
    }

    @Id
    private long id;

    @Column(name = "event_id")
    private long event;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.TALENT;

    private int number;

    @Column(name = "record_id")
    private @Nullable Long record;

    private String name = "";
    private String demands = "";
    private int desks = 1;
    private String recruiters = "";

    @Enumerated(EnumType.STRING)
    private State state = State.ACCEPTED;

    private boolean consent;
    private String arrives = "";
    private String leaves = "";
    private boolean lodging;
    private String diet = "";
    private String reporters = "";

    @SuppressWarnings("UnusedVariable") // the scope of matchmakers asks for it
    private boolean opened;

    @SuppressWarnings("UnusedVariable") // queries ask for it, and whoever asks later
    private @Nullable String token;

    private @Nullable Instant askedAt;
    private @Nullable Instant answeredAt;
    private @Nullable Instant checkedInAt;

    @SuppressWarnings("UnusedVariable") // queries ask for it, and whoever asks later
    private String addedBy = "";

    @SuppressWarnings("UnusedVariable") // queries ask for it, and whoever asks later
    private Instant addedAt = Instant.EPOCH;

    @Version
    private int version;

    protected Participant() {}

    Participant(long event, Kind kind, int number, @Nullable Long record, String name, String addedBy) {
        this.id = Ids.next();
        this.event = event;
        this.kind = kind;
        this.number = number;
        this.record = record;
        this.name = name;
        this.addedBy = addedBy;
        this.addedAt = Instant.now();
    }

    /** What is known of how he takes part; what is null stays as it is. */
    public record Details(
            @Nullable Integer desks,
            @Nullable String recruiters,
            @Nullable Boolean consent,
            @Nullable String arrives,
            @Nullable String leaves,
            @Nullable Boolean lodging,
            @Nullable String diet) {

        public static final Details NONE = new Details(null, null, null, null, null, null, null);
    }

    void write(Details d) {
        desks = d.desks() == null ? desks : d.desks();
        recruiters = d.recruiters() == null ? recruiters : d.recruiters();
        consent = d.consent() == null ? consent : d.consent();
        arrives = d.arrives() == null ? arrives : d.arrives();
        leaves = d.leaves() == null ? leaves : d.leaves();
        lodging = d.lodging() == null ? lodging : d.lodging();
        diet = d.diet() == null ? diet : d.diet();
    }

    /** @param departments a department let the matchmaker see the person */
    void whose(Set<String> keys, boolean departments) {
        reporters = String.join(" ", keys);
        opened |= departments;
    }

    void demands(List<String> ids) {
        demands = String.join(" ", ids);
    }

    void state(State next) {
        state = next;
    }

    void ask(String digest) {
        token = digest;
        askedAt = Instant.now();
    }

    void answer(State next) {
        token = null;
        answeredAt = Instant.now();
        state = next;
    }

    void checkIn(@Nullable Instant at) {
        checkedInAt = at;
        if (at != null) {
            state = State.ACCEPTED;
        }
    }

    public long id() {
        return id;
    }

    public long event() {
        return event;
    }

    public Kind kind() {
        return kind;
    }

    /** Counted from 1 within its kind. */
    public int number() {
        return number;
    }

    /** T003, E012, G001: what stands on the badge and on the hall's screen. */
    public String badge() {
        return "%s%03d".formatted(kind.name().charAt(0), number);
    }

    /** The person's or the enterprise's record. */
    public @Nullable Long record() {
        return record;
    }

    /** Of who has no record. */
    public String name() {
        return name;
    }

    /** Ids of the demands that an enterprise brings; all its open ones when empty. */
    public List<String> demands() {
        return demands.isEmpty() ? List.of() : List.of(demands.split(" "));
    }

    public int desks() {
        return desks;
    }

    public String recruiters() {
        return recruiters;
    }

    public State state() {
        return state;
    }

    /** The name may be shown in the hall and told to whom he meets. */
    public boolean consent() {
        return consent;
    }

    /** Local minute, ISO; empty: from the beginning. */
    public String arrives() {
        return arrives;
    }

    public String leaves() {
        return leaves;
    }

    public boolean lodging() {
        return lodging;
    }

    public String diet() {
        return diet;
    }

    /** Keys of the organisations whose he is. */
    public Set<String> reporters() {
        return reporters.isEmpty() ? Set.of() : Set.of(reporters.split(" "));
    }

    public @Nullable Instant askedAt() {
        return askedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable Instant checkedInAt() {
        return checkedInAt;
    }
}
