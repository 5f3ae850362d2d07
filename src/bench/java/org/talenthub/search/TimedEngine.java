package org.talenthub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests that go to Elasticsearch, and adds up the milliseconds that it says they took. */
final class TimedEngine extends Engine {

    /** The walk through everything waits longer than people do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong took = new AtomicLong();

    TimedEngine(ElasticsearchClient client) {
        super(client, PATIENCE, AT_ONCE);
    }

    @Override
    public ResponseBody<Void> search(SearchRequest request) {
        ResponseBody<Void> answer = super.search(request);
        requests.incrementAndGet();
        took.addAndGet(answer.took());
        return answer;
    }

    /** Several at once run beside one another: the longest counts. */
    @Override
    public List<ResponseBody<Void>> search(List<SearchRequest> all) {
        List<ResponseBody<Void>> answers = super.search(all);
        return all.size() > 1 ? counted(answers) : answers; // a single one comes by the other method
    }

    @Override
    public List<ResponseBody<Void>> atOnce(List<SearchRequest> all) {
        return counted(super.atOnce(all));
    }

    private List<ResponseBody<Void>> counted(List<ResponseBody<Void>> answers) {
        requests.incrementAndGet();
        took.addAndGet(answers.stream().mapToLong(ResponseBody::took).max().orElse(0));
        return answers;
    }

    /** @param requests since the last look, and their milliseconds */
    record Seen(long requests, long took) {}

    Seen take() {
        return new Seen(requests.getAndSet(0), took.getAndSet(0));
    }
}
