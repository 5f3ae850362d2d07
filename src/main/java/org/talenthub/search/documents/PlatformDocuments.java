package org.talenthub.search.documents;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.indices.DocumentSource;
import org.talenthub.records.RecordSnapshot;

/** Research platforms. */
@Component
class PlatformDocuments implements DocumentSource {

    private final DocumentContext context;

    PlatformDocuments(DocumentContext context) {
        this.context = context;
    }

    @Override
    public String type() {
        return "platform";
    }

    @Override
    public String index() {
        return "platforms";
    }

    @Override
    public Map<String, Object> document(RecordSnapshot r) {
        return new Document(r, context)
                .codes("platformType", "level", "industries")
                .as("approvedYear", "research")
                .map();
    }
}
