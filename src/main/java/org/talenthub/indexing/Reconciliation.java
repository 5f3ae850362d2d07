package org.talenthub.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** Compares records and documents one by one, walking both in id order. */
@Component
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private static final int PAGE = 2_000;
    private static final int SHOWN = 100;

    private final ElasticsearchClient client;
    private final Indices indices;
    private final Records records;
    private final Rejections rejections;

    Reconciliation(ElasticsearchClient client, Indices indices, Records records, Rejections rejections) {
        this.client = client;
        this.indices = indices;
        this.records = records;
        this.rejections = rejections;
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
        try {
            indices.refresh();
            return indices.all().stream().map(this::compare).toList();
        } catch (EngineAway e) {
            LOG.info("not reconciled: {}", e.getMessage());
            throw new Problem(503, "search.away", "检索服务正在启动或暂时不可用，稍后再试。");
        }
    }

    private Report compare(IndexDefinition d) {
        Walk<RecordSnapshot> left = new Walk<>(after -> records.after(d.type(), after, PAGE), RecordSnapshot::id);
        Walk<Document> right = new Walk<>(after -> documents(d, after), Document::id);
        List<Long> missing = new ArrayList<>();
        List<Long> extra = new ArrayList<>();
        List<Long> stale = new ArrayList<>();
        while (left.hasNext() || right.hasNext()) {
            RecordSnapshot record = left.peek();
            Document document = right.peek();
            if (document == null || (record != null && record.id() < document.id())) {
                missing.add(left.next().id());
            } else if (record == null || document.id() < record.id()) {
                extra.add(right.next().id());
            } else {
                if (record.version() != document.version()) {
                    stale.add(record.id());
                }
                left.next();
                right.next();
            }
        }
        return new Report(
                d.source().index(),
                left.count,
                right.count,
                difference(missing),
                difference(extra),
                difference(stale),
                rejections.of(d.type()).stream()
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
