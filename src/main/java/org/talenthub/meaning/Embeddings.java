package org.talenthub.meaning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vectors by the hash of their texts, in the database; and the records that wait for some. */
@Component
class Embeddings {

    /** Part of every hash: another model, or another {@link Space}, makes all vectors anew. */
    private static final String VERSION = "bge-small-zh-v1.5-q/1\n";

    private static final int CHUNK = 1_000;
    private static final int HASH_BYTES = 16;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Embeddings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static ByteBuffer hash(String text) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256").digest((VERSION + text).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(Arrays.copyOf(whole, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return text to vector, for those that are known */
    Map<String, byte[]> find(Collection<String> texts) {
        Map<ByteBuffer, String> byHash = new HashMap<>();
        texts.forEach(t -> byHash.put(hash(t), t));
        List<ByteBuffer> hashes = List.copyOf(byHash.keySet());
        Map<String, byte[]> found = new HashMap<>();
        for (int i = 0; i < hashes.size(); i += CHUNK) {
            List<ByteBuffer> chunk = hashes.subList(i, Math.min(i + CHUNK, hashes.size()));
            jdbc.sql("select hash, vec from embedding where hash in ("
                            + String.join(",", Collections.nCopies(chunk.size(), "?")) + ")")
                    .params(chunk.stream().map(ByteBuffer::array).toList())
                    .query((rs, row) -> Map.entry(ByteBuffer.wrap(rs.getBytes(1)), rs.getBytes(2)))
                    .list()
                    .forEach(e -> {
                        String text = byHash.get(e.getKey());
                        if (text != null) {
                            found.put(text, e.getValue());
                        }
                    });
        }
        return found;
    }

    void save(Map<String, byte[]> vectors) {
        batches.batchUpdate(
                "insert ignore into embedding (hash, vec) values (?, ?)",
                new ArrayList<>(vectors.entrySet()),
                CHUNK,
                (ps, e) -> {
                    ps.setBytes(1, hash(e.getKey()).array());
                    ps.setBytes(2, e.getValue());
                });
    }

    long count() {
        return jdbc.sql("select count(*) from embedding").query(Long.class).single();
    }

    /** In the order of their ids, so that two that write the same ones wait for each other and do not lock each other out. */
    void want(Collection<Long> records) {
        batches.batchUpdate(
                "insert ignore into embedding_wanted (record_id) values (?)",
                new TreeSet<>(records),
                CHUNK,
                (ps, id) -> ps.setLong(1, id));
    }

    List<Long> wanted(int limit) {
        return jdbc.sql("select record_id from embedding_wanted order by record_id limit ?")
                .param(limit)
                .query((rs, row) -> rs.getLong(1))
                .list();
    }

    void settle(Collection<Long> records) {
        batches.batchUpdate(
                "delete from embedding_wanted where record_id = ?",
                new TreeSet<>(records),
                CHUNK,
                (ps, id) -> ps.setLong(1, id));
    }

    long waiting() {
        return jdbc.sql("select count(*) from embedding_wanted")
                .query(Long.class)
                .single();
    }
}
