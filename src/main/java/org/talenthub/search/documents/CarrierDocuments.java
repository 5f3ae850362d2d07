package org.talenthub.search.documents;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.indices.DocumentSource;
import org.talenthub.records.RecordSnapshot;

/** Bases and stations, told apart by {@code subtype}. */
@Component
class CarrierDocuments implements DocumentSource {

    private final DocumentContext context;

    CarrierDocuments(DocumentContext context) {
        this.context = context;
    }

    @Override
    public String type() {
        return "carrier";
    }

    @Override
    public String index() {
        return "carriers";
    }

    @Override
    public Map<String, Object> document(RecordSnapshot r) {
        return new Document(r, context)
                .codes("state", "industries")
                .as("approvedYear", "address", "profile")
                .put("subtype", r.subtype())
                .map();
    }
}
