package org.talenthub.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/**
 * Asks Elasticsearch; an engine or index that is away, or does not answer in time, is a 503 for the caller, who may come back. Searches
 * take turns, so that what people see while they type does not wait behind all that others search for.
 */
@Component
public class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private static final Duration DOUBTING = Duration.ofSeconds(1);

    private final ElasticsearchAsyncClient client;
    private final Semaphore turns;
    private final Duration patience;
    private final Timer time = Timer.builder("hub.searches")
            .description("how long Elasticsearch took to answer")
            .publishPercentiles(0.5, 0.95, 0.99)
            .register(Metrics.globalRegistry);

    /** So that its absence is told once, not by every search. */
    private final AtomicBoolean missed = new AtomicBoolean();

    /** The last question that ended was never answered: the next ones are not waited for as long, every page asks one. */
    private volatile boolean doubted;

    /**
     * @param patience how long an answer may take, and as long may a search wait for its turn ({@code hub.search.patience})
     * @param atOnce searches that Elasticsearch is given at a time ({@code hub.search.at-once})
     */
    Engine(
            ElasticsearchClient client,
            @Value("${hub.search.patience:10s}") Duration patience,
            @Value("${hub.search.at-once:#{2 * T(Runtime).getRuntime().availableProcessors()}}") int atOnce) {
        this.client = new ElasticsearchAsyncClient(client._transport());
        this.patience = patience;
        this.turns = new Semaphore(atOnce, true);
    }

    public ResponseBody<Void> search(SearchRequest request) {
        return inTurn(() -> client.search(request, Void.class));
    }

    /** A view of the index that stays as it is while one goes through it; kept so long after each use. */
    public String hold(String index, String preference, Time kept) {
        return asking(() -> client.openPointInTime(
                        o -> o.index(index).preference(preference).keepAlive(kept)))
                .id();
    }

    public void refresh(String index) {
        asking(() -> client.indices().refresh(r -> r.index(index)));
    }

    /** Lets go of a view; one that is lost already is no trouble, it would have run out. */
    public void release(String view) {
        try {
            asking(() -> client.closePointInTime(c -> c.id(view)));
        } catch (RuntimeException e) {
            LOG.debug("a view of the index is lost already", e);
        }
    }

    /** All in one round trip, answers in the order of the questions. */
    public List<ResponseBody<Void>> search(List<SearchRequest> requests) {
        return switch (requests.size()) {
            case 0 -> List.of();
            case 1 -> List.of(search(requests.getFirst()));
            default -> answers(inTurn(() -> all(requests)));
        };
    }

    /** As {@link #search(List)}, for what is quickly answered and must not wait for a turn. */
    public List<ResponseBody<Void>> atOnce(List<SearchRequest> requests) {
        return requests.isEmpty() ? List.of() : answers(asking(() -> all(requests)));
    }

    private CompletableFuture<MsearchResponse<Void>> all(List<SearchRequest> requests) {
        return client.msearch(
                m -> {
                    requests.forEach(r ->
                            m.searches(s -> s.header(h -> h.index(r.index()).preference(r.preference()))
                                    .body(r)));
                    return m;
                },
                Void.class);
    }

    private List<ResponseBody<Void>> answers(MsearchResponse<Void> all) {
        List<ResponseBody<Void>> answers = new ArrayList<>();
        for (MultiSearchResponseItem<Void> item : all.responses()) {
            if (item.isFailure()) {
                int status = item.failure().status();
                throw refused(status, item.failure().error(), null);
            }
            answers.add(item.result());
        }
        return answers;
    }

    private <T> T inTurn(Supplier<CompletableFuture<T>> question) {
        try {
            if (!turns.tryAcquire(patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem(503, "search.busy", Sentence.of("refused.search.busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
        try {
            return asking(question);
        } finally {
            turns.release();
        }
    }

    /** The client's own limits know no request that is merely never answered; one that is given up ends in Elasticsearch too. */
    private <T> T asking(Supplier<CompletableFuture<T>> question) {
        CompletableFuture<T> answer = question.get();
        long begun = System.nanoTime();
        Duration limit = patience();
        try {
            T found = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            doubted = false;
            time.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            if (missed.get() && missed.compareAndSet(true, false)) {
                LOG.info("search answers again");
            }
            return found;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ElasticsearchException said
                    ? refused(said.status(), said.error(), said)
                    : away(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            doubted = true;
            throw away(new IOException("no answer within " + limit, e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private Duration patience() {
        return doubted && DOUBTING.compareTo(patience) < 0 ? DOUBTING : patience;
    }

    private RuntimeException refused(int status, ErrorCause error, @Nullable Exception e) {
        if (tooMuch(error)) {
            return Problem.badRequest("q.long", Sentence.of("refused.q.long"));
        }
        if (status == 404 || status == 429 || status >= 500) {
            return away(e == null ? new IOException(error.reason()) : e);
        }
        return new IllegalStateException("Elasticsearch refused a query: " + error.reason(), e);
    }

    /** More clauses than this engine takes; what is typed is bounded so that it takes them unless it has very little memory. */
    private static boolean tooMuch(ErrorCause error) {
        return String.valueOf(error.type()).startsWith("too_many_")
                || error.rootCause().stream().anyMatch(Engine::tooMuch)
                || (error.causedBy() != null && tooMuch(error.causedBy()));
    }

    private Problem away(Exception e) {
        if (missed.compareAndSet(false, true)) {
            LOG.warn("search is away: {}", e.getMessage());
        }
        return new Problem(503, "search.away", Sentence.of("refused.search.away.away"));
    }

    /** How many there are, as an answer says. */
    public static long total(ResponseBody<Void> answer) {
        var total = answer.hits().total();
        return total == null ? 0 : total.value();
    }
}
