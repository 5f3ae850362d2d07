package org.talenthub.chains;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.chains.placing.Place;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The placements as the database holds them: read and written by the thousand. */
@Component
class NodePlacements {

    private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};
    private static final int CHUNK = 1_000;
    private static final String COLUMNS = "state, version, places, meant";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json = JsonMapper.builder().build();

    NodePlacements(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param at when it was placed so */
    record Stored(long record, String type, Placement placement, Instant at) {}

    Map<Long, Placement> find(Collection<Long> records) {
        Map<Long, Placement> found = new HashMap<>();
        if (!records.isEmpty()) {
            jdbc.sql("select record_id, " + COLUMNS + " from chain_placement where record_id in (:ids)")
                    .param("ids", records)
                    .query(rs -> {
                        found.put(rs.getLong(1), read(rs));
                    });
        }
        return found;
    }

    /** What departments chose for these: record id to codes as the dictionary had them then. */
    Map<Long, List<String>> chosen(Collection<Long> records) {
        Map<Long, List<String>> chosen = new HashMap<>();
        jdbc.sql("select record_id, nodes from chain_choice where record_id in (:ids)")
                .param("ids", records)
                .query(rs -> {
                    chosen.put(rs.getLong(1), List.of(rs.getString(2).split(" ")));
                });
        return chosen;
    }

    Optional<Stored> one(long record) {
        return jdbc.sql("select record_id, " + COLUMNS + ", type, placed_at from chain_placement where record_id = ?")
                .param(record)
                .query((rs, i) -> new Stored(
                        record, rs.getString(6), read(rs), rs.getTimestamp(7).toInstant()))
                .optional();
    }

    private Placement read(ResultSet rs) throws SQLException {
        return new Placement(
                Placement.State.valueOf(rs.getString(2)),
                rs.getString(3),
                json.readValue(rs.getString(4), PLACES),
                rs.getBoolean(5));
    }

    /**
     * Keeps what is new or different; what stood there under another edition goes to the history. In the order of the ids, so that two
     * that write the same records wait for each other.
     *
     * @param types record id to type
     */
    void save(Map<Long, Placement> now, Map<Long, Placement> before, Map<Long, String> types) {
        TreeMap<Long, Placement> changed = new TreeMap<>(now);
        changed.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        if (changed.isEmpty()) {
            return;
        }
        Timestamp at = Timestamp.from(Instant.now());
        List<Map.Entry<Long, Placement>> superseded = new ArrayList<>();
        changed.forEach((id, p) -> {
            Placement old = before.get(id);
            if (old != null && !old.version().equals(p.version())) {
                superseded.add(Map.entry(id, old));
            }
        });
        batches.batchUpdate(
                "insert into chain_history (id, record_id, version, state, places, until_at) values (?, ?, ?, ?, ?, ?)",
                superseded,
                CHUNK,
                (ps, e) -> {
                    ps.setLong(1, Ids.next());
                    ps.setLong(2, e.getKey());
                    ps.setString(3, e.getValue().version());
                    ps.setString(4, e.getValue().state().name());
                    ps.setString(5, json.writeValueAsString(e.getValue().places()));
                    ps.setTimestamp(6, at);
                });
        batches.batchUpdate(
                "insert into chain_placement (record_id, type, version, state, node, confidence, places, meant, placed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update version = values(version),"
                        + " state = values(state), node = values(node), confidence = values(confidence),"
                        + " places = values(places), meant = values(meant), placed_at = values(placed_at)",
                List.copyOf(changed.entrySet()),
                CHUNK,
                (ps, e) -> {
                    Placement p = e.getValue();
                    Place first = p.places().isEmpty() ? null : p.places().getFirst();
                    ps.setLong(1, e.getKey());
                    ps.setString(2, types.get(e.getKey()));
                    ps.setString(3, p.version());
                    ps.setString(4, p.state().name());
                    ps.setString(5, first == null ? null : first.node());
                    ps.setDouble(6, first == null ? 0 : first.confidence());
                    ps.setString(7, json.writeValueAsString(p.places()));
                    ps.setBoolean(8, p.meant());
                    ps.setTimestamp(9, at);
                });
    }

    /** Live records, in the order of their ids, that another edition placed, or none; with {@code meaning} also those whose meaning was not asked. */
    List<Long> outdated(String version, boolean meaning, long after, int limit) {
        return jdbc.sql("select p.id from pool_record p left join chain_placement c on c.record_id = p.id"
                        + " where p.state = 'LIVE' and p.id > ? and (c.record_id is null or c.version <> ?"
                        + (meaning ? " or (c.state = 'WAITING' and not c.meant)" : "") + ") order by p.id limit ?")
                .params(after, version, limit)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** What waits for a department, and how many there are of it. */
    record Queue(long total, List<Stored> items) {}

    /**
     * @param node null for all
     * @param types of record
     * @param within what the department decides about
     */
    Queue waiting(@Nullable String node, Collection<String> types, Extent within, Paging page) {
        String where = " from chain_placement c join pool_record p on p.id = c.record_id where c.state = 'WAITING'"
                + " and p.state = 'LIVE' and c.type in (:types)" + (node == null ? "" : " and c.node = :node")
                + switch (within) {
                    case Extent.Everything e -> "";
                    case Extent.InRegion r -> " and p.region like concat(:stem, '%')";
                    default -> " and 1 = 0";
                };
        Map<String, Object> params = new HashMap<>();
        params.put("types", types);
        params.put("node", node == null ? "" : node);
        params.put("stem", within instanceof Extent.InRegion r ? r.stem() : "");
        params.put("from", page.from());
        params.put("size", page.size());
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Stored> items = jdbc.sql("select c.record_id, c.state, c.version, c.places, c.meant, c.type, c.placed_at"
                        + where + " order by c.confidence desc, c.record_id limit :size offset :from")
                .params(params)
                .query((rs, i) -> new Stored(
                        rs.getLong(1),
                        rs.getString(6),
                        read(rs),
                        rs.getTimestamp(7).toInstant()))
                .list();
        return new Queue(total, items);
    }
}
