package org.talenthub.records;

import java.util.List;

/**
 * Published inside the transaction that changed records of this type; the index follows after the commit.
 *
 * @param written the records as they are then, as far as they are at hand; saves whoever follows reading them
 */
public record RecordsChanged(String type, List<RecordSnapshot> written) {}
