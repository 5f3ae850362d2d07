package org.talenthub.indexing;

import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.indexing.indices.Indices;

/** A person in generations of the index that are kept for going back: the index in use lets go with the record. */
@Component
class ErasedDocuments implements PersonalData {

    private final Indices indices;

    ErasedDocuments(Indices indices) {
        this.indices = indices;
    }

    @Override
    public String kind() {
        return "documents";
    }

    /** @throws Problem 503 when Elasticsearch is away: nothing is erased then, for what is kept there could come back */
    @Override
    public long erase(Person person) {
        try {
            indices.forget("talent", person.records());
            return person.records().size();
        } catch (EngineAway e) {
            throw new Problem(503, "search.away", Sentence.of("refused.search.away"));
        }
    }
}
