package org.talenthub.importing.correction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * A first upload and the corrections of it, oldest first.
 *
 * @param created rows that made a record, over all committed members
 * @param updated rows that changed one, likewise
 * @param open rows that still need work, over all members that stand
 */
public record FamilyView(List<Member> members, int created, int updated, int open) {

    /**
     * @param corrects the batch whose correction workbook this was; null for the first upload
     * @param rows rows read
     * @param open rows that need work and that no later member has taken up
     */
    public record Member(
            String id,
            @Nullable String corrects,
            String fileName,
            Status status,
            Instant createdAt,
            int rows,
            int open) {}
}
