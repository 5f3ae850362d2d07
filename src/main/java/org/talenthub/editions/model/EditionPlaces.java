package org.talenthub.editions.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.insight.PublishedLines;

/** Of which industries and regions published editions speak, read from the figures of their lines. */
@Component
class EditionPlaces implements PublishedLines {

    private static final int MOST_LINES = 2_000;

    private final JdbcClient jdbc;

    EditionPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Edition> of(@Nullable String industry, @Nullable String region) {
        Map<Long, Edition> editions = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.id, e.published_at, e.title, e.number, l.demands from key_edition e
                        join key_edition_line l on l.edition_id = e.id
                        where e.state in ('PUBLISHED', 'SUPERSEDED') and e.published_at is not null
                        and json_extract(l.figures, '$.industries') like :industry
                        and json_extract(l.figures, '$.regions') like :region
                        order by e.published_at desc, e.id desc, l.n limit :most""")
                .param("industry", industry == null ? "%" : "%\"" + industry + "\"%")
                .param("region", region == null ? "%" : "%\"" + stem(region) + "%")
                .param("most", MOST_LINES)
                .query(rs -> {
                    Instant at = rs.getTimestamp(2).toInstant();
                    String title = rs.getString(3);
                    String number = rs.getString(4);
                    editions.computeIfAbsent(
                                    rs.getLong(1),
                                    id -> new Edition(Ids.text(id), at, title, number, new ArrayList<>()))
                            .lines()
                            .add(Arrays.stream(rs.getString(5).split(" "))
                                    .filter(d -> !d.isEmpty())
                                    .map(Long::valueOf)
                                    .toList());
                });
        return List.copyOf(editions.values());
    }

    /** 420000 is everything that begins with 42, 420100 with 4201. */
    private static String stem(String region) {
        return region.endsWith("0000")
                ? region.substring(0, 2)
                : region.endsWith("00") ? region.substring(0, 4) : region;
    }
}
