package org.talenthub.assessment.figures;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.assessment.EventsOfCarriers;
import org.talenthub.assessment.rules.AssessmentRules;

/** The rows behind a figure, counted and listed by the same statement. */
@Component
class FigureRows {

    private final JdbcClient jdbc;
    private final AssessmentRules rules;
    private final ObjectProvider<EventsOfCarriers> events;

    FigureRows(JdbcClient jdbc, AssessmentRules rules, ObjectProvider<EventsOfCarriers> events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.events = events;
    }

    /** Carrier to how many rows; those with none are absent. */
    Map<Long, Long> counts(String figure, Part part, Span span) {
        Map<Long, Long> counts = new HashMap<>();
        if (figure.equals(Statements.EVENTS)) {
            events(span).forEach((carrier, ids) -> counts.put(carrier, (long) ids.size()));
            return counts;
        }
        String rows = Statements.of(figure, part, rules.complete());
        if (rows != null) {
            jdbc.sql("select carrier, count(*) from (" + rows + ") counted group by carrier")
                    .params(span.parameters())
                    .query(rs -> {
                        counts.put(rs.getLong(1), rs.getLong(2));
                    });
        }
        return counts;
    }

    long count(String figure, Part part, long carrier, Span span) {
        if (figure.equals(Statements.EVENTS)) {
            return counts(figure, part, span).getOrDefault(carrier, 0L);
        }
        String rows = Statements.of(figure, part, rules.complete());
        return rows == null
                ? 0
                : jdbc.sql("select count(*) from (" + rows + ") counted where carrier = :carrier")
                        .params(span.parameters())
                        .param("carrier", carrier)
                        .query(Long.class)
                        .single();
    }

    List<FigureRow> list(String figure, Part part, long carrier, Span span, int from, int size) {
        if (figure.equals(Statements.EVENTS)) {
            return events(span).getOrDefault(carrier, List.of()).stream()
                    .skip(from)
                    .limit(size)
                    .map(id -> new FigureRow("event", id, null, null, span.from()))
                    .toList();
        }
        String rows = Statements.of(figure, part, rules.complete());
        return rows == null
                ? List.of()
                : jdbc.sql("select type, id, batch, row_no, at from (" + rows
                                + ") counted where carrier = :carrier order by at, id limit :size offset :skip")
                        .params(span.parameters())
                        .param("carrier", carrier)
                        .param("size", size)
                        .param("skip", from)
                        .query((rs, i) -> new FigureRow(
                                rs.getString(1),
                                rs.getLong(2),
                                rs.getObject(3, Long.class),
                                rs.getObject(4, Integer.class),
                                rs.getTimestamp(5) == null
                                        ? Instant.EPOCH
                                        : rs.getTimestamp(5).toInstant()))
                        .list();
    }

    private Map<Long, List<Long>> events(Span span) {
        Map<Long, List<Long>> all = new HashMap<>();
        events.orderedStream()
                .forEach(e -> e.of(span.year())
                        .forEach((carrier, ids) -> all.merge(
                                carrier,
                                ids,
                                (a, b) -> Stream.concat(a.stream(), b.stream()).toList())));
        return all;
    }
}
