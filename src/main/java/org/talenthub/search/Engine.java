package org.talenthub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;

/** Asks Elasticsearch; an engine or index that is away is a 503 for the caller, who may come back. */
@Component
class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final ElasticsearchClient client;

    Engine(ElasticsearchClient client) {
        this.client = client;
    }

    ResponseBody<Void> search(SearchRequest request) {
        try {
            return client.search(request, Void.class);
        } catch (ElasticsearchException e) {
            throw refused(e.status(), e.getMessage(), e);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** A view of the index that stays as it is while one goes through it; kept so long after each use. */
    String hold(String index, String preference, Time kept) {
        try {
            return client.openPointInTime(
                            o -> o.index(index).preference(preference).keepAlive(kept))
                    .id();
        } catch (ElasticsearchException e) {
            throw refused(e.status(), e.getMessage(), e);
        } catch (IOException e) {
            throw away(e);
        }
    }

    void refresh(String index) {
        try {
            client.indices().refresh(r -> r.index(index));
        } catch (ElasticsearchException e) {
            throw refused(e.status(), e.getMessage(), e);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** Lets go of a view; one that is lost already is no trouble, it would have run out. */
    void release(String view) {
        try {
            client.closePointInTime(c -> c.id(view));
        } catch (ElasticsearchException | IOException e) {
            LOG.debug("a view of the index is lost already", e);
        }
    }

    /** All in one round trip, answers in the order of the questions. */
    List<ResponseBody<Void>> search(List<SearchRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        if (requests.size() == 1) {
            return List.of(search(requests.getFirst()));
        }
        MsearchRequest all = MsearchRequest.of(m -> {
            requests.forEach(r -> m.searches(s ->
                    s.header(h -> h.index(r.index()).preference(r.preference())).body(r)));
            return m;
        });
        try {
            List<ResponseBody<Void>> answers = new ArrayList<>();
            for (MultiSearchResponseItem<Void> item :
                    client.msearch(all, Void.class).responses()) {
                if (item.isFailure()) {
                    int status = item.failure().status();
                    throw refused(status, String.valueOf(item.failure().error().reason()), null);
                }
                answers.add(item.result());
            }
            return answers;
        } catch (ElasticsearchException e) {
            throw refused(e.status(), e.getMessage(), e);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static RuntimeException refused(int status, @Nullable String message, @Nullable Exception e) {
        if (status == 404 || status == 429 || status >= 500) {
            return away(e == null ? new IOException(message) : e);
        }
        return new IllegalStateException("Elasticsearch refused a query: " + message, e);
    }

    private static Problem away(Exception e) {
        LOG.warn("search is away: {}", e.getMessage());
        return new Problem(503, "search.away", "检索服务正在启动或暂时不可用，稍后再试。");
    }
}
