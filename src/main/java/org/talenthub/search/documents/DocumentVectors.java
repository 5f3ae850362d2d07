package org.talenthub.search.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.indices.DocumentAddition;
import org.talenthub.meaning.RecordVectors;
import org.talenthub.meaning.Vector;
import org.talenthub.records.RecordSnapshot;

/** What a record's professional texts mean, as far as that has been computed. */
@Component
class DocumentVectors implements DocumentAddition {

    static final String FIELD = "meaning";

    private final RecordVectors vectors;

    DocumentVectors(RecordVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public Map<Long, Map<String, Object>> of(Collection<RecordSnapshot> records) {
        Map<Long, Map<String, Object>> fields = new HashMap<>();
        vectors.of(records).forEach((id, vector) -> fields.put(id, Map.of(FIELD, Vector.hex(vector))));
        return fields;
    }
}
