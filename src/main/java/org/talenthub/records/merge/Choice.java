package org.talenthub.records.merge;

import java.time.Instant;
import org.talenthub.records.model.FieldChoice;

/**
 * What an official decided between reports that disagree. It binds to the value: it holds as long as a live report of the
 * record says it, whatever else is reported later.
 *
 * @param field first of the fields that are taken together
 * @param asked the one of them that the official looked at
 * @param valueHash keyed hash of the chosen value
 * @param report the report it was chosen from
 * @param reporter that report's reporter
 */
record Choice(
        long record,
        String field,
        String asked,
        String valueHash,
        long report,
        String reporter,
        String reason,
        String by,
        String byName,
        Instant at) {

    static Choice of(FieldChoice c) {
        return new Choice(
                c.recordId,
                c.field,
                c.asked,
                c.valueHash,
                c.reportId,
                c.reporter,
                c.reason,
                c.chosenBy,
                c.chosenName,
                c.chosenAt);
    }
}
