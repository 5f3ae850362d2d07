package org.talenthub.indexing.indices;

import java.util.Collection;
import java.util.Map;
import org.talenthub.records.RecordSnapshot;

/**
 * What documents have beside what {@link DocumentSource} reads from their record, looked up for many of them at once. A module that adds
 * something contributes a bean; no two of them give one field.
 */
public interface DocumentAddition {

    /** @return record id to further fields of its document; records without any are absent */
    Map<Long, Map<String, Object>> of(Collection<RecordSnapshot> records);
}
