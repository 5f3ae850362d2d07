package org.talenthub.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.RowAdvice;
import org.talenthub.matching.scoring.Weights;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;

/** Tells where a demand is written that it asks for so little that nearly everybody fits, and what would make it checkable. */
@Component
class DemandAdvice implements RowAdvice {

    private final Weights weights;

    DemandAdvice(Weights weights) {
        this.weights = weights;
    }

    @Override
    public List<Issue> on(Feed feed, Fields fields) {
        if (!feed.name().equals("demand")) {
            return List.of();
        }
        long now = Aspect.conditions(fields);
        List<Aspect> more = Aspect.worthAsking(a -> a.said(fields));
        if (!weights.broad(now) || more.isEmpty()) {
            return List.of();
        }
        List<Sentence> titles = more.stream()
                .map(a -> feed.column(a.demandFields().getFirst()).map(Column::named))
                .flatMap(Optional::stream)
                .toList();
        return List.of(Issue.notice(
                "",
                "conditions.few",
                Sentence.of("check.conditions.few", Sentence.list(titles), now, now + more.size()),
                null));
    }
}
