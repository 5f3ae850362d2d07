package org.talenthub.services;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Facts;
import org.talenthub.access.Organisation;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;

/** A short public text of what a carrier did well: written by it, released by its city, collected by the province. */
@Entity
@Table(name = "typical_case")
class TypicalCase {

    /** Where it stands. */
    enum State {
        DRAFT,
        OFFERED,
        RELEASED
    }

    @Id
    private long id;

    @Column(name = "carrier_id")
    private long carrier;

    private @Nullable String region;
    private int year;
    private String title = "";
    private String text = "";

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private boolean collected;

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private String writtenBy = "";

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private @Nullable String releasedBy;

    private Instant changedAt = Instant.EPOCH;

    @Version
    private int version;

    protected TypicalCase() {}

    TypicalCase(long carrier, @Nullable String region, String title, String text, String by) {
        this.id = Ids.next();
        this.carrier = carrier;
        this.region = region;
        this.year = HubTime.today().getYear();
        this.writtenBy = by;
        write(title, text);
    }

    final void write(String newTitle, String newText) {
        title = newTitle;
        text = newText;
        changedAt = Instant.now();
    }

    void move(CaseLife.Action action, String by) {
        state = CaseLife.TABLE.step(state, action, action.hand());
        releasedBy = state == State.RELEASED ? by : null;
        collected = action == CaseLife.Action.COLLECT || (collected && state == State.RELEASED);
        changedAt = Instant.now();
    }

    List<CaseLife.Action> allowed(CaseLife.Hand hand) {
        return CaseLife.TABLE.allowed(state, hand).stream()
                .filter(a -> a != CaseLife.Action.COLLECT || !collected)
                .toList();
    }

    Facts facts() {
        return Facts.reported(Organisation.ofCarrier(carrier), region);
    }

    long id() {
        return id;
    }

    long carrier() {
        return carrier;
    }

    int year() {
        return year;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    State state() {
        return state;
    }

    boolean collected() {
        return collected;
    }

    Instant changedAt() {
        return changedAt;
    }
}
