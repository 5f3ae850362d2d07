package org.talenthub.records.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.records.model.Json;
import org.talenthub.records.views.Discretion;
import org.talenthub.records.words.FieldWords;
import org.talenthub.reference.Feeds;
import org.talenthub.security.sealing.Sealing;

/** What was read from the rows of a batch. */
@Component
public class RowValues {

    private final JdbcClient jdbc;
    private final Json json;
    private final Discretion discretion;
    private final Feeds feeds;
    private final Sealing sealing;

    RowValues(JdbcClient jdbc, Json json, Discretion discretion, Feeds feeds, Sealing sealing) {
        this.jdbc = jdbc;
        this.json = json;
        this.discretion = discretion;
        this.feeds = feeds;
        this.sealing = sealing;
    }

    /** What was read from these rows, by row number; sensitive values masked. */
    public Map<Integer, Fields> of(long batch, Collection<Integer> rows) {
        Map<Integer, Fields> values = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select row_no, payload, type, sealed from report where batch_id = :batch and row_no in (:rows)")
                    .param("batch", batch)
                    .param("rows", rows)
                    .query(rs -> {
                        String type = rs.getString(3);
                        Map<String, Object> read = new TreeMap<>(discretion
                                .withoutContacts(type, json.fields(rs.getString(2)))
                                .asMap());
                        read.putAll(masked(type, rs.getBytes(4)));
                        values.put(rs.getInt(1), new Fields(read));
                    });
        }
        return values;
    }

    private Map<String, Object> masked(String type, byte @Nullable [] sealed) {
        Map<String, Object> masked = new HashMap<>();
        Map<String, String> secrets = sealed == null ? Map.of() : json.texts(sealing.open(sealed));
        secrets.forEach((field, value) ->
                feeds.get(type).column(field).ifPresent(c -> masked.put(field, FieldWords.shown(c, value))));
        return masked;
    }
}
