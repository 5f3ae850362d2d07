package org.talenthub.indexing.rebuild;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.common.work.HubLock;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.indexing.relay.BulkWriter;
import org.talenthub.indexing.relay.Rejections;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.outbox.Outbox;

/** Compares records and documents one by one, walking both in id order, and has the relay write again what differs. */
@Component
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private static final int PAGE = 2_000;
    private static final int SHOWN = 100;

    private final ElasticsearchClient client;
    private final Indices indices;
    private final Records records;
    private final Rejections rejections;
    private final Outbox outbox;
    private final HubLock alone;

    Reconciliation(
            ElasticsearchClient client,
            Indices indices,
            Records records,
            Rejections rejections,
            Outbox outbox,
            HubLock alone) {
        this.client = client;
        this.indices = indices;
        this.records = records;
        this.rejections = rejections;
        this.outbox = outbox;
        this.alone = alone;
    }

    /** Up to 100 ids of one kind of difference, and how many there are. */
    public record Difference(long total, List<String> ids) {}

    /** A record that Elasticsearch refuses, and why. */
    public record Rejected(String id, long version, String reason) {}

    /**
     * @param missing records without a document
     * @param extra documents without a live record
     * @param stale documents of another version than their record
     */
    public record Report(
            String index,
            long records,
            long documents,
            Difference missing,
            Difference extra,
            Difference stale,
            List<Rejected> rejected) {

        public boolean clean() {
            return missing.total() + extra.total() + stale.total() == 0;
        }
    }

    /**
     * One report per index; what the relay is busy with shows as missing or stale.
     *
     * @throws Problem 503 when Elasticsearch is away or an index is being made
     */
    public List<Report> compare() {
        return walk(false);
    }

    /**
     * As {@link #compare}, and the relay writes or deletes again whatever differs: missing records come back, strangers go, and the
     * database's version holds, also where the index is ahead of a database that was restored from a backup. What the relay is busy
     * with is left to it.
     *
     * @throws Problem 503
     */
    public List<Report> repair() {
        return walk(true);
    }

    /** Every night, by one of the hubs; differences are rare, and then nobody should have to look for them. */
    @Scheduled(cron = "${hub.reconcile.cron:0 30 3 * * *}", zone = HubTime.NAME)
    void nightly() {
        try {
            alone.run("reconcile", () -> repair().forEach(Reconciliation::tell));
        } catch (Problem | SQLException away) {
            LOG.info("not reconciled tonight: {}", away.getMessage());
        }
    }

    private static void tell(Report r) {
        if (!r.clean()) {
            LOG.warn(
                    "{}: {} missing, {} extra, {} stale, unless just changed now being repaired",
                    r.index(),
                    r.missing().total(),
                    r.extra().total(),
                    r.stale().total());
        }
    }

    private List<Report> walk(boolean repair) {
        try {
            indices.refresh();
            return indices.all().stream().map(d -> walk(d, repair)).toList();
        } catch (EngineAway e) {
            LOG.info("not reconciled: {}", e.getMessage());
            throw new Problem(503, "search.away", Sentence.of("refused.search.away.walk"));
        }
    }

    private Report walk(IndexDefinition d, boolean repair) {
        Walk<RecordSnapshot> left = new Walk<>(after -> records.after(d.type(), after, PAGE), RecordSnapshot::id);
        Walk<Document> right = new Walk<>(after -> documents(d, after), Document::id);
        List<Long> missing = new ArrayList<>();
        List<Long> extra = new ArrayList<>();
        List<Long> stale = new ArrayList<>();
        Map<Long, Long> again = new TreeMap<>();
        while (left.hasNext() || right.hasNext()) {
            RecordSnapshot record = left.peek();
            Document document = right.peek();
            if (record != null && (document == null || record.id() < document.id())) {
                missing.add(record.id());
                again.put(record.id(), record.version() + 1); // past what the engine may remember of a deletion
                left.next();
            } else if (document != null && (record == null || document.id() < record.id())) {
                extra.add(document.id());
                again.put(document.id(), document.version());
                right.next();
            } else if (record != null && document != null) {
                if (record.version() != document.version()) {
                    stale.add(record.id());
                    again.put(record.id(), document.version());
                }
                left.next();
                right.next();
            }
        }
        List<BulkWriter.Rejection> rejected = rejections.of(d.type());
        if (repair) {
            rejected.forEach(r -> again.remove(r.recordId())); // they would be refused once more
            again.keySet().removeAll(outbox.waiting(d.type())); // the relay is about to write them anyhow
            outbox.again(d.type(), again);
        }
        return new Report(
                d.source().index(),
                left.count,
                right.count,
                difference(missing),
                difference(extra),
                difference(stale),
                rejected.stream()
                        .map(r -> new Rejected(Ids.text(r.recordId()), r.version(), r.reason()))
                        .toList());
    }

    private static Difference difference(List<Long> ids) {
        return new Difference(
                ids.size(), ids.stream().limit(SHOWN).map(Ids::text).toList());
    }

    private record Document(long id, long version) {}

    private List<Document> documents(IndexDefinition d, long after) {
        SearchRequest request = SearchRequest.of(s -> s.index(d.alias())
                .size(PAGE)
                .source(x -> x.fetch(false))
                .version(true)
                .sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc)))
                .searchAfter(Ids.text(after)));
        return Indices.call("walk", () -> client.search(request, Void.class)).hits().hits().stream()
                .map(h -> new Document(id(h), Objects.requireNonNullElse(h.version(), -1L)))
                .toList();
    }

    private static long id(Hit<Void> hit) {
        return Ids.parse(String.valueOf(hit.id())).orElseThrow();
    }

    /** All items of one side in id order, page by page. */
    private static final class Walk<T> implements Iterator<T> {

        private final LongFunction<List<T>> pages;
        private final ToLongFunction<T> id;
        private Iterator<T> page;
        private @Nullable T head;
        private long last;
        private long count;

        Walk(LongFunction<List<T>> pages, ToLongFunction<T> id) {
            this.pages = pages;
            this.id = id;
            this.page = pages.apply(0).iterator();
            advance();
        }

        private void advance() {
            if (!page.hasNext()) {
                page = pages.apply(last).iterator();
            }
            head = page.hasNext() ? page.next() : null;
            if (head != null) {
                last = id.applyAsLong(head);
            }
        }

        @Nullable
        T peek() {
            return head;
        }

        @Override
        public boolean hasNext() {
            return head != null;
        }

        @Override
        public T next() {
            T item = head;
            if (item == null) {
                throw new NoSuchElementException();
            }
            count++;
            advance();
            return item;
        }
    }
}
