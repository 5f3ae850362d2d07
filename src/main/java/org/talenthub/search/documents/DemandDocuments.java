package org.talenthub.search.documents;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.demand.Headcount;
import org.talenthub.indexing.indices.DocumentSource;
import org.talenthub.records.RecordSnapshot;

/** Posts that enterprises want filled. The contact person stays out. */
@Component
class DemandDocuments implements DocumentSource {

    private final DocumentContext context;

    DemandDocuments(DocumentContext context) {
        this.context = context;
    }

    @Override
    public String type() {
        return "demand";
    }

    @Override
    public String index() {
        return "demands";
    }

    @Override
    public Map<String, Object> document(RecordSnapshot r) {
        return new Document(r, context)
                .codes("category", "education", "degree", "titleLevel", "skillLevel", "mode", "urgency", "industries")
                .as(
                        "experienceYears",
                        "ageMax",
                        "headcount",
                        "salaryMin",
                        "salaryMax",
                        "skills",
                        "majors",
                        "duties",
                        "benefits",
                        "challengeName",
                        "content",
                        "targets",
                        "place")
                .put("filledHeads", Headcount.filled(r.fields(), 0))
                .lastDay("validUntil")
                .lastDay("arriveBy")
                .map();
    }
}
