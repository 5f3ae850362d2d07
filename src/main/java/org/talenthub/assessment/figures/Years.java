package org.talenthub.assessment.figures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The closed years, as they were when they were closed. */
@Component
class Years {

    private static final int PIECE = 500;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Years(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Closed> closed(int year) {
        return jdbc.sql("select sha256, closed_at from carrier_assessment_year where year = ?")
                .param(year)
                .query((rs, i) ->
                        new Closed(year, rs.getString(1), rs.getTimestamp(2).toInstant()))
                .optional();
    }

    List<Integer> all() {
        return jdbc.sql("select year from carrier_assessment_year order by year desc")
                .query((rs, i) -> rs.getInt(1))
                .list();
    }

    Frozen frozen(int year) {
        return json.readValue(content(year), Frozen.class);
    }

    /** The very text that the hash is of. */
    String content(int year) {
        return jdbc.sql("select content from carrier_assessment_year where year = ?")
                .param(year)
                .query(String.class)
                .single();
    }

    /** @return the hash of what is kept */
    String freeze(int year, Frozen frozen, String by) {
        String content = json.writeValueAsString(frozen);
        String sha256 = sha256(content);
        jdbc.sql("insert into carrier_assessment_year (year, content, sha256, closed_by, closed_at) values (?,"
                        + " ?, ?, ?, ?)")
                .params(year, content, sha256, by, Timestamp.from(Instant.now()))
                .update();
        return sha256;
    }

    void freeze(int year, long carrier, String figure, Part part, List<FigureRow> rows) {
        for (int from = 0; from < rows.size(); from += PIECE) {
            List<FigureRow> piece = rows.subList(from, Math.min(rows.size(), from + PIECE));
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < piece.size(); i++) {
                FigureRow r = piece.get(i);
                values.addAll(java.util.Arrays.asList(
                        year,
                        carrier,
                        figure,
                        part.name(),
                        from + i,
                        r.type(),
                        r.id(),
                        r.batch(),
                        r.row(),
                        Timestamp.from(r.at())));
            }
            jdbc.sql("insert into carrier_assessment_row"
                            + " (year, carrier_id, figure, part, seq, type, row_id, batch_id, row_no, at) values "
                            + String.join(
                                    ", ",
                                    java.util.Collections.nCopies(piece.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")))
                    .params(values)
                    .update();
        }
    }

    long count(int year, long carrier, String figure, Part part) {
        return jdbc.sql("select count(*) from carrier_assessment_row"
                        + " where year = ? and carrier_id = ? and figure = ? and part = ?")
                .params(year, carrier, figure, part.name())
                .query(Long.class)
                .single();
    }

    List<FigureRow> rows(int year, long carrier, String figure, Part part, int from, int size) {
        return jdbc.sql("select type, row_id, batch_id, row_no, at from carrier_assessment_row where year = ? and"
                        + " carrier_id = ? and figure = ? and part = ? order by seq limit ? offset ?")
                .params(year, carrier, figure, part.name(), size, from)
                .query((rs, i) -> new FigureRow(
                        rs.getString(1),
                        rs.getLong(2),
                        rs.getObject(3, Long.class),
                        rs.getObject(4, Integer.class),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Figure to points that it was worth in a frozen card. */
    static Map<String, Figure> byName(Scorecard card) {
        return card.figures().stream().collect(java.util.stream.Collectors.toMap(Figure::name, f -> f));
    }
}
