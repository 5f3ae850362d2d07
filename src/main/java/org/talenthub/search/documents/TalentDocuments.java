package org.talenthub.search.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.indices.DocumentSource;
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
                .put("titles", titles(r))
                .silent("sex", "serviceNeeds")
                .as("nationality", "ethnicity")
                .month("birth")
                .month("graduated")
                .put("confirmedOn", r.confirmedOn() == null ? null : Dates.lastDay(r.confirmedOn()))
                .map();
    }

    /** The exact titles, each under its own name; a post that is nothing but one counts where no title is given. */
    private @Nullable List<String> titles(RecordSnapshot r) {
        List<String> titles = r.fields()
                .text("title")
                .map(context::titles)
                .orElseGet(() -> r.fields()
                        .text("post")
                        .flatMap(context::title)
                        .map(List::of)
                        .orElse(List.of()));
        return titles.isEmpty() ? null : titles;
    }
}
