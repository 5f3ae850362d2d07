package org.talenthub.records.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An official's decision which report's value of a field holds; one of a field of a record. */
@Entity
@Table(name = "field_choice")
@IdClass(FieldChoice.Key.class)
@SuppressWarnings("NullAway.Init")
public class FieldChoice {

    /** @param field first of those that are taken together */
    public record Key(long recordId, String field) implements Serializable {}

    @Id
    public long recordId;

    @Id
    public String field;

    /** The one of those taken together that the official decided. */
    public String asked;

    /** Keyed hash of the chosen value. */
    public String valueHash;

    /** The report it was chosen from, and that report's reporter. */
    public long reportId;

    public String reporter;

    public String reason;

    public String chosenBy;

    /** As the account was called then. */
    public String chosenName;

    public Instant chosenAt;

    protected FieldChoice() {}

    public FieldChoice(long recordId, String field) {
        this.recordId = recordId;
        this.field = field;
    }
}
