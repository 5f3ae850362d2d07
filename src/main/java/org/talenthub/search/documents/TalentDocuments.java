package org.talenthub.search.documents;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.DocumentSource;
import org.talenthub.records.RecordSnapshot;

/**
 * People. Document and contact stay out: nothing is searched by them. Sex, nationality and ethnicity are there for those who may read them.
 */
@Component
class TalentDocuments implements DocumentSource {

    private final DocumentContext context;

    TalentDocuments(DocumentContext context) {
        this.context = context;
    }

    @Override
    public String type() {
        return "talent";
    }

    @Override
    public String index() {
        return "talents";
    }

    @Override
    public Map<String, Object> document(RecordSnapshot r) {
        return new Document(r, context)
                .nodes("expertise", "research", "post")
                .codes(
                        "category",
                        "education",
                        "degree",
                        "titleLevel",
                        "skillLevel",
                        "mode",
                        "availability",
                        "industries")
                .as(
                        "expertise",
                        "research",
                        "honours",
                        "major",
                        "school",
                        "title",
                        "post",
                        "place",
                        "team",
                        "achievements")
                .silent("sex", "serviceNeeds")
                .as("nationality", "ethnicity")
                .month("birth")
                .month("graduated")
                .put("confirmedOn", r.confirmedOn() == null ? null : Dates.lastDay(r.confirmedOn()))
                .map();
    }
}
