package org.talenthub.indexing.relay;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.util.NoCopyByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.indexing.indices.DocumentAddition;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.views.Discretion;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records to their indices, thousands a request, under their own versions so that an older one never overwrites a newer.
 * The bodies are written by hand through the low-level client: {@code BulkIngester} builds an object per document and per answer.
 */
@Component
public class BulkWriter {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
    /** Texts with a name that not everybody may read; the other fields have them without it. */
    static final String NAMED = "named";

    private static final int MAX_BYTES = 8 << 20;

    private final Rest5Client client;
    private final ThreadLocal<NoCopyByteArrayOutputStream> bodies =
            ThreadLocal.withInitial(() -> new NoCopyByteArrayOutputStream(1 << 20));
    private final Indices indices;
    private final List<DocumentAddition> additions;
    private final Discretion discretion;
    private final Rejections rejections;
    private final JsonMapper json =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    BulkWriter(
            Rest5Client client,
            Indices indices,
            List<DocumentAddition> additions,
            Discretion discretion,
            Rejections rejections) {
        this.client = client;
        this.indices = indices;
        this.additions = additions;
        this.discretion = discretion;
        this.rejections = rejections;
    }

    /** What Elasticsearch will never take as it is; {@code reason} quotes no value. */
    public record Rejection(long recordId, String type, long version, String reason) {}

    /** A document that is to go because its record is gone without a trace. */
    public record Gone(long recordId, String type, long version) {}

    /** How many records Elasticsearch refuses for good. */
    public long rejected() {
        return rejections.count();
    }

    /**
     * Keeps what is rejected among the {@link Rejections}, and forgets what was rejected there before and now is not.
     *
     * @param targets the aliases to write a type's documents to; a building one that has gone meanwhile has become the other
     * @return what was rejected for good; everything else is in the index, or a newer version was
     * @throws EngineAway when any of it could not be written for now; repeating all of it is harmless
     */
    public List<Rejection> write(
            Collection<RecordSnapshot> records,
            Collection<Gone> gone,
            Function<IndexDefinition, List<String>> targets) {
        List<Rejection> rejected = new ArrayList<>();
        Batch batch = new Batch(body());
        for (Gone g : gone) {
            for (String target : targets.apply(indices.definition(g.type()))) {
                batch.delete(target, g.recordId(), g.type(), g.version());
            }
        }
        List<Discretion.Open> open = records.stream().map(discretion::open).toList();
        List<RecordSnapshot> live = open.stream()
                .map(Discretion.Open::record)
                .filter(RecordSnapshot::live)
                .toList();
        List<Map<Long, Map<String, Object>>> added =
                additions.stream().map(a -> a.of(live)).toList();
        for (Discretion.Open o : open) {
            RecordSnapshot r = o.record();
            IndexDefinition d = indices.definition(r.type());
            Map<String, Object> document = new LinkedHashMap<>();
            if (r.live()) {
                document.putAll(d.source().document(r));
                added.forEach(a -> document.putAll(a.getOrDefault(r.id(), Map.of())));
                if (!o.named().isEmpty()) {
                    document.put(NAMED, o.named());
                }
            }
            // all of a record in one request, which sees the aliases as they are at one moment
            for (String target : targets.apply(d)) {
                if (r.live()) {
                    batch.index(target, r, document);
                } else {
                    batch.delete(target, r.id(), r.type(), r.version());
                }
            }
            if (batch.body.size() > MAX_BYTES) {
                rejected.addAll(send(batch));
                batch = new Batch(body());
            }
        }
        if (batch.body.size() > 0) {
            rejected.addAll(send(batch));
        }
        rejections.settle(
                Stream.concat(
                                records.stream().map(RecordSnapshot::id),
                                gone.stream().map(Gone::recordId))
                        .toList(),
                rejected);
        return rejected;
    }

    /** The thread's own, empty: a new one for each request would fill the heap with large arrays. */
    private NoCopyByteArrayOutputStream body() {
        NoCopyByteArrayOutputStream body = bodies.get();
        body.reset();
        return body;
    }

    private List<Rejection> send(Batch batch) {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("require_alias", "true");
        // keeps parts of documents out of error texts, and thus out of the log
        request.addParameter("include_source_on_error", "false");
        request.addParameter(
                "filter_path",
                "errors,items.*._index,items.*._id,items.*.status,items.*.error.type,items.*.error.reason");
        request.setEntity(new ByteArrayEntity(batch.body.array(), 0, batch.body.size(), NDJSON));
        try {
            Response response = client.performRequest(request);
            try (InputStream in = response.getEntity().getContent()) {
                JsonNode answer = json.readTree(in);
                return answer.path("errors").booleanValue(false) ? batch.rejections(answer.path("items")) : List.of();
            }
        } catch (ResponseException e) {
            bodies.remove(); // lest an exchange that ends by itself sends what is written over it
            throw new EngineAway("bulk: " + e.getResponse().getStatusCode(), e);
        } catch (IOException e) {
            bodies.remove();
            throw new EngineAway("bulk: " + e.getMessage(), e);
        }
    }

    /** One request's body, and what it is about. */
    private final class Batch {

        private final NoCopyByteArrayOutputStream body;
        private final Map<String, Rejection> about = new LinkedHashMap<>();

        Batch(NoCopyByteArrayOutputStream body) {
            this.body = body;
        }

        void index(String target, RecordSnapshot r, Map<String, Object> document) {
            head("index", target, r.id(), r.type(), r.version());
            json.writeValue(body, document);
            body.write('\n');
        }

        void delete(String target, long id, String type, long version) {
            head("delete", target, id, type, version);
        }

        private void head(String action, String target, long id, String type, long version) {
            String text = Ids.text(id);
            about.put(text, new Rejection(id, type, version, ""));
            json.writeValue(
                    body,
                    Map.of(
                            action,
                            Map.of("_index", target, "_id", text, "version", version, "version_type", "external_gte")));
            body.write('\n');
        }

        /** @throws EngineAway when an item failed for a reason that passes */
        List<Rejection> rejections(JsonNode items) {
            List<Rejection> rejected = new ArrayList<>();
            for (JsonNode item : items) {
                JsonNode result = item.iterator().next();
                int status = result.path("status").intValue(0);
                JsonNode error = result.path("error");
                // 409: the index holds a newer version already, which is as good; 404 on a delete: never was there
                if (error.isMissingNode() || status == 409) {
                    continue;
                }
                String type = error.path("type").stringValue("");
                // built meanwhile: the other alias, in this very request, led to the new generation already
                if (status == 404
                        && IndexDefinition.isBuilding(result.path("_index").stringValue(""))) {
                    continue;
                }
                if (status != 400) {
                    throw new EngineAway("bulk: " + type);
                }
                Rejection r = about.get(result.path("_id").stringValue(""));
                if (r != null) {
                    rejected.add(new Rejection(r.recordId(), r.type(), r.version(), reason(type, error)));
                }
            }
            return rejected;
        }

        private String reason(String type, JsonNode error) {
            String reason = error.path("reason").stringValue("");
            int quote = reason.indexOf("Preview of field's value");
            String kept = type + ": "
                    + (quote < 0 ? reason : reason.substring(0, quote).strip());
            return kept.length() > 500 ? kept.substring(0, 500) : kept;
        }
    }
}
