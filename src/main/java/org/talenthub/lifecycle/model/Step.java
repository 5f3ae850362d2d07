package org.talenthub.lifecycle.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;

/** Who did what to an application, when and why; never changed. */
@Entity
@Table(name = "carrier_application_step")
public class Step {

    @Id
    private long id;

    @Column(name = "application_id")
    private long application;

    @Enumerated(EnumType.STRING)
    private Action action = Action.SUBMIT;

    @Enumerated(EnumType.STRING)
    private State fromState = State.DRAFT;

    @Enumerated(EnumType.STRING)
    private State toState = State.DRAFT;

    @Enumerated(EnumType.STRING)
    private Level level = Level.CITY;

    private @Nullable String reason;
    private String byName = "";
    private Instant at = Instant.EPOCH;
    private String files = "";

    protected Step() {}

    public Step(Application of, Action action, State from, Level level, @Nullable String reason, String by) {
        this.id = Ids.next();
        this.application = of.id();
        this.action = action;
        this.fromState = from;
        this.toState = of.state();
        this.level = level;
        this.reason = reason;
        this.byName = by;
        this.at = Instant.now();
    }

    /** @param papers ids of those that were there when the step was taken */
    public Step seen(List<String> papers) {
        files = String.join(" ", papers);
        return this;
    }

    /** Ids of the papers that were there. */
    public List<String> files() {
        return files.isEmpty() ? List.of() : List.of(files.split(" "));
    }

    public Action action() {
        return action;
    }

    public State from() {
        return fromState;
    }

    public State to() {
        return toState;
    }

    public Level level() {
        return level;
    }

    public @Nullable String reason() {
        return reason;
    }

    public String by() {
        return byName;
    }

    public Instant at() {
        return at;
    }
}
