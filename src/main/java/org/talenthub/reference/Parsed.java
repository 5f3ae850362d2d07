package org.talenthub.reference;

import java.util.List;
import java.util.Map;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;

/**
 * What one row of a sheet says.
 *
 * @param fields the normalised values, never a sensitive one; next to a column's own field there may be {@code <field>Min} and
 *     {@code <field>Max} (money range), {@code <field>Region} (place), {@code nodes} (codes of chain nodes that the industry was
 *     written as)
 * @param sealed the sensitive values in plain, to be sealed at once: documentNumber, phone, email
 * @param issues in the order of the columns; those about document numbers come last
 */
public record Parsed(Fields fields, Map<String, String> sealed, List<Issue> issues) {

    public Parsed {
        sealed = Map.copyOf(sealed);
        issues = List.copyOf(issues);
    }

    /** Whether an error keeps the row out. */
    public boolean rejected() {
        return issues.stream().anyMatch(i -> i.level() == Issue.Level.ERROR);
    }

    /** Names the sealed fields only. */
    @Override
    public String toString() {
        return "Parsed[" + fields + ", sealed " + sealed.keySet() + ", " + issues.size() + " issues]";
    }
}
