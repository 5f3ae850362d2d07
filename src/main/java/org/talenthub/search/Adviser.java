package org.talenthub.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.search.SearchResult.Part;
import org.talenthub.search.SearchResult.Relaxation;
import org.talenthub.security.Viewer;

/**
 * Says how to find more where little was found. What a facet's condition costs the page's own answer tells: the facet counted without
 * it. The others (typed words, ranges) are counted in one further request, which ordinary searches are spared.
 */
@Component
class Adviser {

    /** Up to this many results are few. */
    private static final int FEW = 3;

    private final Queries queries;
    private final Requests requests;
    private final Engine engine;
    private final Labels labels;

    Adviser(Queries queries, Requests requests, Engine engine, Labels labels) {
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
        this.labels = labels;
    }

    /** @param didYouMean other words that find more; null when there are none */
    record Advice(List<Relaxation> relaxations, @Nullable String didYouMean) {}

    Advice advise(SearchQuery q, Queries.Conditions c, ResponseBody<Void> page, long total, Viewer viewer) {
        if (total > FEW) {
            return new Advice(List.of(), null);
        }
        Map<String, Long> free = Facets.without(c.narrowing().keySet(), page.aggregations());
        List<Relaxation> relaxations = new ArrayList<>();
        free.forEach((name, without) -> relaxations.add(relaxation(name, without, null)));
        relaxations.addAll(counted(q, c, free, viewer));
        relaxations.removeIf(r -> r.total() <= total);
        relaxations.sort(Comparator.comparingLong(Relaxation::total).reversed());
        return new Advice(relaxations, null);
    }

    private List<Relaxation> counted(SearchQuery q, Queries.Conditions c, Map<String, Long> free, Viewer viewer) {
        List<Relaxation> wanted = new ArrayList<>();
        List<SearchRequest> asked = new ArrayList<>();
        for (String name : c.narrowing().keySet()) {
            if (!free.containsKey(name)) {
                wanted.add(relaxation(name, 0, null));
                asked.add(requests.count(q.kind(), c.without(name), viewer));
            }
        }
        if (c.text() != null && !c.narrowing().isEmpty()) {
            wanted.add(relaxation("q", 0, null));
            asked.add(requests.count(q.kind(), c.without("q"), viewer));
        }
        if (c.typed().parts().size() > 1) {
            for (Language.Part part : c.typed().parts()) {
                String left = c.typed().without(part);
                wanted.add(relaxation("q", 0, new Part(part.source(), left)));
                asked.add(requests.count(
                        q.kind(), queries.reworded(c, q.kind(), left).all(), viewer));
            }
        }
        List<ResponseBody<Void>> answers = engine.search(asked);
        List<Relaxation> counted = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Relaxation w = wanted.get(i);
            counted.add(new Relaxation(w.drop(), w.label(), Searches.total(answers.get(i)), w.part()));
        }
        return counted;
    }

    private Relaxation relaxation(String name, long total, @Nullable Part part) {
        return new Relaxation(name, labels.text("filter." + name), total, part);
    }
}
