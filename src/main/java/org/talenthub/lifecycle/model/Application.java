package org.talenthub.lifecycle.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Facts;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;

/** A city's application for a base or a station (申报), on its way from the draft to the approval. */
@Entity
@Table(name = "carrier_application")
public class Application implements Facts {

    /** A step may be taken back for so long, by the level that took it. */
    static final Duration SECOND_THOUGHTS = Duration.ofHours(24);

    @Id
    private long id;

    @Column(name = "call_id")
    private long call;

    @Enumerated(EnumType.STRING)
    private CarrierKind kind = CarrierKind.BASE;

    private String name = "";
    private String hostName = "";
    private String hostCode = "";
    private String region = "";
    private String industries = "";

    private String outline = "{}";

    private String applicant = "";
    private @Nullable String filler;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    @Enumerated(EnumType.STRING)
    @Column(name = "`before`")
    private @Nullable State before;

    @Enumerated(EnumType.STRING)
    private @Nullable Level lastLevel;

    private Instant since = Instant.EPOCH;
    private String experts = "[]";
    private @Nullable LocalDate reviewsDue;
    private @Nullable Integer approvedYear;
    private @Nullable String document;

    @Column(name = "batch_id")
    private @Nullable Long batch;

    @Version
    private int version;

    protected Application() {}

    public Application(Call call, Draft draft, String applicant) {
        this.id = Ids.next();
        this.call = call.id();
        this.kind = call.kind();
        this.applicant = applicant;
        this.since = Instant.now();
        write(draft);
    }

    /**
     * What is applied for.
     *
     * @param region GB/T 2260 code
     * @param industries codes separated by blanks
     * @param outline section to text, JSON
     */
    public record Draft(
            String name, String hostName, String hostCode, String region, String industries, String outline) {}

    /** Counts its changes. */
    public int version() {
        return version;
    }

    /** @throws Problem 409 when somebody has changed it since it was this version */
    public void seen(@Nullable Integer version) {
        if (version != null && version != this.version) {
            throw Problem.conflict("version.conflict", Sentence.of("refused.application.changed"));
        }
    }

    public Draft draft() {
        return new Draft(name, hostName, hostCode, region, industries, outline);
    }

    public final void write(Draft draft) {
        name = draft.name();
        hostName = draft.hostName();
        hostCode = draft.hostCode();
        region = draft.region();
        industries = draft.industries();
        outline = draft.outline();
    }

    /** What this level may do now. */
    public List<Action> allowed(Level level) {
        return ApplicationLife.TABLE.allowed(state, level).stream()
                .filter(a -> a != Action.UNDO || undoable(level))
                .toList();
    }

    private boolean undoable(Level level) {
        return before != null
                && lastLevel == level
                && since.plus(SECOND_THOUGHTS).isAfter(Instant.now());
    }

    /**
     * Where the action would lead.
     *
     * @throws org.talenthub.common.Problem 403 and 409 as the table says
     */
    public State next(Action action, Level level) {
        State next = ApplicationLife.TABLE.step(state, action, level);
        if (!allowed(level).contains(action)) {
            throw ApplicationLife.TABLE.notNow(state, action, level);
        }
        return action == Action.UNDO && before != null ? before : next;
    }

    public void move(Action action, Level level) {
        State next = next(action, level);
        before = action == Action.UNDO ? null : state;
        lastLevel = level;
        state = next;
        since = Instant.now();
    }

    public void approve(int year, String named, String by, long report) {
        approvedYear = year;
        document = by;
        name = named;
        batch = report;
    }

    public void invite(String invited, @Nullable LocalDate due) {
        experts = invited;
        reviewsDue = due;
    }

    public void filledBy(String who) {
        filler = who;
    }

    /** Who filled it in for the enterprise or zone that was invited to; null where the city did. */
    public @Nullable String filler() {
        return filler;
    }

    @Override
    public long id() {
        return id;
    }

    public long call() {
        return call;
    }

    public CarrierKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String hostName() {
        return hostName;
    }

    public String hostCode() {
        return hostCode;
    }

    public String industries() {
        return industries;
    }

    public String outline() {
        return outline;
    }

    public State state() {
        return state;
    }

    public Instant since() {
        return since;
    }

    /** Experts who were asked, JSON. */
    public String experts() {
        return experts;
    }

    /** By when they are asked to judge. */
    public @Nullable LocalDate reviewsDue() {
        return reviewsDue;
    }

    public @Nullable Integer approvedYear() {
        return approvedYear;
    }

    public @Nullable String document() {
        return document;
    }

    /** The province's report that made it a carrier. */
    public @Nullable Long batch() {
        return batch;
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public Set<String> reporters() {
        return Set.of(applicant);
    }

    @Override
    public @Nullable String enterpriseCode() {
        return hostCode;
    }

    @Override
    public @Nullable String enterpriseName() {
        return hostName;
    }

    @Override
    public Optional<String> validUntil() {
        return Optional.empty();
    }
}
