package org.talenthub.search.documents;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.indices.DocumentSource;
import org.talenthub.records.RecordSnapshot;

/** Enterprises; {@code area} is the base they lie in. */
@Component
class EnterpriseDocuments implements DocumentSource {

    private final DocumentContext context;

    EnterpriseDocuments(DocumentContext context) {
        this.context = context;
    }

    @Override
    public String type() {
        return "enterprise";
    }

    @Override
    public String index() {
        return "enterprises";
    }

    @Override
    public Map<String, Object> document(RecordSnapshot r) {
        return new Document(r, context)
                .codes("kinds", "industries")
                .as("economicActivity", "products", "profile", "staff")
                .put("area", r.area())
                .map();
    }
}
