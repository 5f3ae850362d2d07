package org.talenthub.matching.pairs;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.records.Happening;
import org.talenthub.records.Happenings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * What was decided about a demand's or a person's pairs, and what came of them; of pairs that are the viewer's business only, and without
 * whom the other one is.
 */
@Component
class PairHappenings implements Happenings {

    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Rights rights;
    private final Texts texts;

    PairHappenings(JdbcClient jdbc, Parties parties, Rights rights, Texts texts) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        boolean demand = record.type().equals("demand");
        if (!(demand || record.type().equals("talent")) || !rights.may(Act.READ, Thing.MATCH, viewer)) {
            return List.of();
        }
        Parties.Where own = parties.of(viewer);
        String column = demand ? "demand_id" : "talent_id";
        Map<String, Object> parameters = own.parameters();
        // what the hub itself proposed or somebody merely looked at is no happening
        String sql = "select p.changed_at, concat('pair.', p.state), p.changed_by from match_pair p where p." + column
                + " = :record and p.state not in ('NEW', 'SEEN') and p.changed_by is not null and " + own.sql()
                + " union all select s.at, concat('placement.', s.to_state), s.by_name from placement p"
                + " join placement_step s on s.placement_id = p.id where p." + column
                + " = :record and s.to_state <> 'CONTACTED' and " + own.sql() + " order by 1 desc limit :most";
        return jdbc.sql(sql)
                .params(parameters)
                .param("record", record.id())
                .param("most", MOST)
                .query((rs, i) -> new Happening(
                        rs.getTimestamp(1).toInstant(),
                        Happening.Kind.MATCHED,
                        rs.getString(3),
                        null,
                        texts.textOr(rs.getString(2), rs.getString(2)),
                        null,
                        null))
                .list();
    }
}
