package org.talenthub.services;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.HubLock;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Needs that carriers report of people become cases by themselves. May be cut off at any moment: what is missing is found again. */
@Component
public class NeedsWatch implements Background {

    private static final Duration REST = Duration.ofSeconds(30);
    private static final int PIECE = 200;
    private static final int LONGEST = 40;

    /** Live reports that name more needs than there are cases. */
    private static final String NEW = """
            select b.carrier_id, b.region, r.record_id, r.payload from report r join import_batch b on b.id = r.batch_id
            join pool_record p on p.id = r.record_id and p.state = 'LIVE'
            where b.carrier_id is not null and r.type = 'talent' and r.state = 'LIVE' and r.record_id > ?
              and coalesce(json_length(r.payload, '$.serviceNeeds'), 0) >
                (select count(*) from service_case s where s.carrier_id = b.carrier_id and s.talent_id = r.record_id)
            order by r.record_id limit ?""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final HubLock lock;
    private final Worker worker =
            new Worker(Stage.WORK, "needs", "service needs wait for the database, trying again", this::round);

    NeedsWatch(JdbcClient jdbc, JsonMapper json, HubLock lock) {
        this.jdbc = jdbc;
        this.json = json;
        this.lock = lock;
    }

    @Override
    public Worker worker() {
        return worker;
    }

    private Duration round() throws SQLException {
        lock.run("needs", this::take);
        return REST;
    }

    private record Reported(long carrier, @Nullable String region, long talent, String payload) {}

    /** All that is new. */
    public void take() {
        long after = 0;
        List<Reported> piece = piece(after);
        while (!piece.isEmpty()) {
            piece.forEach(this::take);
            after = piece.getLast().talent();
            piece = piece(after);
        }
    }

    private List<Reported> piece(long after) {
        return jdbc.sql(NEW)
                .params(after, PIECE)
                .query((rs, i) -> new Reported(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4)))
                .list();
    }

    private void take(Reported r) {
        Set<String> there =
                new LinkedHashSet<>(jdbc.sql("select need from service_case where carrier_id = ? and talent_id = ?")
                        .params(r.carrier(), r.talent())
                        .query(String.class)
                        .list());
        Timestamp now = Timestamp.from(Instant.now());
        for (String need : needs(r.payload())) {
            if (there.add(need)) {
                jdbc.sql("insert into service_case"
                                + " (id, carrier_id, region, talent_id, need, state, asked_at, changed_at, changed_by, version)"
                                + " values (?, ?, ?, ?, ?, 'ASKED', ?, ?, '', 0)")
                        .params(java.util.Arrays.asList(
                                Ids.next(), r.carrier(), r.region(), r.talent(), need, now, now))
                        .update();
            }
        }
    }

    private List<String> needs(String payload) {
        List<String> needs = new ArrayList<>();
        JsonNode found = json.readTree(payload).path("serviceNeeds");
        if (found.isString()) {
            needs.add(found.asString());
        }
        found.valueStream().forEach(n -> needs.add(n.asString()));
        return needs.stream()
                .map(n -> n.length() > LONGEST ? n.substring(0, LONGEST) : n)
                .distinct()
                .toList();
    }
}
