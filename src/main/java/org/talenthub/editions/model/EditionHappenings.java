package org.talenthub.editions.model;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.Happening;
import org.talenthub.records.Happenings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;

/** That a demand stands in a published edition, which everybody may know who may know of the demand. */
@Component
class EditionHappenings implements Happenings {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    EditionHappenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        return !record.type().equals("demand")
                ? List.of()
                : jdbc.sql("""
                                select e.published_at, e.title, e.number, l.n + 1 from key_edition e
                                join key_edition_line l on l.edition_id = e.id
                                where e.state in ('PUBLISHED', 'SUPERSEDED') and e.published_at is not null
                                and concat(' ', l.demands, ' ') like :demand
                                order by e.published_at desc limit :most""")
                        .param("demand", "% " + record.id() + " %")
                        .param("most", MOST)
                        .query((rs, i) -> new Happening(
                                rs.getTimestamp(1).toInstant(),
                                Happening.Kind.PUBLISHED,
                                "",
                                null,
                                rs.getString(2) + " " + rs.getString(3) + " · " + rs.getInt(4),
                                null,
                                null))
                        .list();
    }
}
