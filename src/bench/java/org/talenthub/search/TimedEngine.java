package org.talenthub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests that go to Elasticsearch, and adds up the milliseconds that it says they took. */
final class TimedEngine extends Engine {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong took = new AtomicLong();

    TimedEngine(ElasticsearchClient client) {
        super(client);
    }

    @Override
    ResponseBody<Void> search(SearchRequest request) {
        ResponseBody<Void> answer = super.search(request);
        requests.incrementAndGet();
        took.addAndGet(answer.took());
        return answer;
    }

    /** Several at once run beside one another: the longest counts. */
    @Override
    List<ResponseBody<Void>> search(List<SearchRequest> all) {
        List<ResponseBody<Void>> answers = super.search(all); // a single one comes by the other method
        if (all.size() > 1) {
            requests.incrementAndGet();
            took.addAndGet(answers.stream().mapToLong(ResponseBody::took).max().orElse(0));
        }
        return answers;
    }

    /** @param requests since the last look, and their milliseconds */
    record Seen(long requests, long took) {}

    Seen take() {
        return new Seen(requests.getAndSet(0), took.getAndSet(0));
    }
}
