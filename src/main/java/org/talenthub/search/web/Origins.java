package org.talenthub.search.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.Sources;
import org.talenthub.records.words.FieldWords;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/** Adds to a single record who says what of it, for viewers who see it in full. */
@Component
class Origins {

    private final Sources sources;
    private final FieldWords words;
    private final Feeds feeds;

    Origins(Sources sources, FieldWords words, Feeds feeds) {
        this.sources = sources;
        this.words = words;
        this.feeds = feeds;
    }

    /** @param batch null when the caller may not open it */
    record Source(String report, @Nullable String batch, String reporter, int row, Instant at) {}

    record Value(Object value, String label, boolean holds, List<Source> sources) {}

    record Disagreement(
            String field,
            String label,
            List<String> together,
            boolean open,
            List<Value> values,
            Sources.@Nullable Decision choice) {}

    Map<String, Object> add(RecordView record, Viewer viewer) {
        Map<String, Object> item = Item.of(record);
        if (!record.visibility().sources()) {
            return item;
        }
        Sources.Origin origin = sources.of(record, viewer);
        Map<String, Source> provenance = new LinkedHashMap<>();
        origin.byField().forEach((field, source) -> provenance.put(field, source(source)));
        item.put("provenance", provenance);
        item.put(
                "disagreements",
                origin.disagreements().stream()
                        .map(d -> disagreement(
                                feeds.get(record.type()).column(d.field()).orElseThrow(), d))
                        .toList());
        return item;
    }

    private Disagreement disagreement(Column column, Sources.Disagreement d) {
        return new Disagreement(
                d.field(),
                column.title(),
                d.together(),
                d.open(),
                d.said().stream()
                        .map(s -> new Value(
                                s.value(),
                                words.text(column, s.value(), false),
                                s.holds(),
                                s.sources().stream().map(Origins::source).toList()))
                        .toList(),
                d.decision());
    }

    private static Source source(Sources.Source s) {
        return new Source(s.report(), s.batch(), s.reporter().isEmpty() ? "省级部门" : s.reporter(), s.row(), s.at());
    }
}
