package org.talenthub.chains;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.talenthub.security.Viewer;

/** Nodes that a department chose for a record. Holds whatever is reported later, and over new editions of the dictionary. */
@Entity
@Table(name = "chain_choice")
public class NodeChoice {

    @Id
    private long recordId;

    private String type;
    private String nodes;
    private String reason;

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private String chosenBy;

    private String chosenName;
    private Instant chosenAt;
    private String version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected NodeChoice() {}

    NodeChoice(long recordId, String type, List<String> nodes, String reason, String version, Viewer viewer) {
        this.recordId = recordId;
        this.type = type;
        this.nodes = String.join(" ", nodes);
        this.reason = reason;
        this.chosenBy = viewer.username();
        this.chosenName = viewer.displayName();
        this.chosenAt = Instant.now();
        this.version = version;
    }

    /**
     * As it is kept.
     *
     * @param nodes codes separated by blanks
     */
    NodeChoice(
            long recordId,
            String type,
            String nodes,
            String reason,
            String chosenName,
            Instant chosenAt,
            String version) {
        this.recordId = recordId;
        this.type = type;
        this.nodes = nodes;
        this.reason = reason;
        this.chosenBy = "";
        this.chosenName = chosenName;
        this.chosenAt = chosenAt;
        this.version = version;
    }

    /** Codes as the dictionary had them then. */
    public List<String> nodes() {
        return nodes.isEmpty() ? List.of() : Arrays.asList(nodes.split(" "));
    }

    public long recordId() {
        return recordId;
    }

    public String type() {
        return type;
    }

    public String reason() {
        return reason;
    }

    /** Display name of who chose. */
    public String chosenName() {
        return chosenName;
    }

    public Instant chosenAt() {
        return chosenAt;
    }

    /** Of the dictionary then. */
    public String version() {
        return version;
    }
}
