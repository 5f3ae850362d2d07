package org.talenthub.editions.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A correction beside a published edition (勘误). */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class Erratum {

    @Nullable
    private Integer line;

    private String text;

    @Column(name = "by_name")
    private String by;

    private Instant at;

    /** For Hibernate. */
    protected Erratum() {}

    Erratum(@Nullable Integer line, String text, String by, Instant at) {
        this.line = line;
        this.text = text;
        this.by = by;
        this.at = at;
    }

    /** Number of the line that it corrects; null for the edition as a whole. */
    @Nullable
    public Integer line() {
        return line;
    }

    public String text() {
        return text;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
