package org.talenthub.chains;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.chains.NodeDecisions.Standing;
import org.talenthub.chains.placing.Place;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All that is kept of one record's place on the chains, in one statement, for pages that show it among other things. */
@Component
public class NodeAccounts {

    private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};

    private static final String STATEMENT =
            "select 'NOW' part, state, version, places, meant, placed_at, type, '' reason, '' chosen_name"
                    + " from chain_placement where record_id = :id"
                    + " union all select 'PAST', state, version, places, false, until_at, '', '', ''"
                    + " from chain_history where record_id = :id"
                    + " union all select 'CHOICE', '', version, nodes, false, chosen_at, type, reason, chosen_name"
                    + " from chain_choice where record_id = :id";

    private final JdbcClient jdbc;
    private final Rights rights;
    private final JsonMapper json = JsonMapper.builder().build();

    NodeAccounts(JdbcClient jdbc, Rights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** Where it stood under an earlier edition of the dictionary or the rules. */
    record Past(Placement placement, Instant until) {}

    /**
     * @param now null before it was placed for the first time
     * @param since when it was placed so
     * @param past the newest first
     */
    record Account(@Nullable Placement now, @Nullable Instant since, Optional<NodeChoice> choice, List<Past> past) {}

    /** Where a record stands and by what; empty for who does not decide about it. */
    public Optional<Standing> standing(RecordSnapshot record, RecordView seen, Viewer viewer) {
        if (!rights.may(Act.DECIDE, record.type(), record, viewer)) {
            return Optional.empty();
        }
        Account a = of(record.id());
        Placement now = a.now() == null ? Placement.of(List.of(), "", false) : a.now();
        return Optional.of(new Standing(seen, now, a.choice()));
    }

    Account of(long record) {
        List<Placement> now = new ArrayList<>();
        List<Instant> since = new ArrayList<>();
        List<NodeChoice> choice = new ArrayList<>();
        List<Past> past = new ArrayList<>();
        jdbc.sql(STATEMENT).param("id", record).query(rs -> {
            Instant at = rs.getTimestamp(6).toInstant();
            switch (rs.getString(1)) {
                case "NOW" -> {
                    now.add(placement(rs));
                    since.add(at);
                }
                case "PAST" -> past.add(new Past(placement(rs), at));
                default ->
                    choice.add(new NodeChoice(
                            record,
                            rs.getString(7),
                            rs.getString(4),
                            rs.getString(8),
                            rs.getString(9),
                            at,
                            rs.getString(3)));
            }
        });
        past.sort(Comparator.comparing(Past::until).reversed());
        return new Account(
                now.isEmpty() ? null : now.getFirst(),
                since.isEmpty() ? null : since.getFirst(),
                choice.stream().findFirst(),
                past);
    }

    private Placement placement(ResultSet rs) throws SQLException {
        return new Placement(
                Placement.State.valueOf(rs.getString(2)),
                rs.getString(3),
                json.readValue(rs.getString(4), PLACES),
                rs.getBoolean(5));
    }
}
