package org.talenthub.matching.pairs;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Ids;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Foreground;
import org.talenthub.common.work.HubLock;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.indexing.Follower;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.search.counting.Probes;

/**
 * Hears which records changed and has them matched, one hub at a time. The relay's progress and the list of changed records are written in
 * one transaction, and so are the list's end and what was found: killed, or with Elasticsearch away, it goes on where it was.
 */
@Component
public class MatchWatch implements Follower, Background {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** A long import is matched in large pieces. */
    private static final Duration LULL = Duration.ofMillis(700);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /** While people wait for an import it rests, though not for ever. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final int PIECES = 20;

    private final JdbcClient jdbc;
    private final Matcher matcher;
    private final Probes probes;
    private final HubLock alone;
    /** Asked when it is needed: what people wait for waits for the relay, which this follows. */
    private final ObjectProvider<Foreground> foreground;

    private final boolean on;
    private final TransactionTemplate transaction;
    private final Worker worker =
            new Worker(Stage.FOLLOWERS, "matcher", "changed records wait to be matched, trying again", this::follow);

    /** @param on whether pairs are looked for when records change ({@code hub.matching.watch}) */
    MatchWatch(
            JdbcClient jdbc,
            Matcher matcher,
            Probes probes,
            HubLock alone,
            ObjectProvider<Foreground> foreground,
            @Value("${hub.matching.watch:true}") boolean on,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.matcher = matcher;
        this.probes = probes;
        this.alone = alone;
        this.foreground = foreground;
        this.on = on;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    private record Piece(long id, String type, List<Long> ids) {}

    @Override
    public void indexed(String type, Collection<Long> changed) {
        if (on && (type.equals("talent") || type.equals("demand"))) {
            ByteBuffer bytes = ByteBuffer.allocate(changed.size() * Long.BYTES);
            changed.forEach(bytes::putLong);
            jdbc.sql("insert into match_change (id, type, ids, at) values (?, ?, ?, ?)")
                    .params(Ids.next(), type, bytes.array(), Timestamp.from(Instant.now()))
                    .update();
        }
    }

    @EventListener
    void said(LeftOut.Told changed) {
        indexed(changed.type(), List.of(changed.id()));
    }

    /** How many pieces wait. */
    public long waiting() {
        return jdbc.sql("select count(*) from match_change").query(Long.class).single();
    }

    private Duration follow() throws Exception {
        if (!ripe(LULL)) {
            return POLL;
        }
        boolean[] more = {false};
        alone.run("matching", () -> {
            matcher.forget();
            while (worker.running() && ripe(Duration.ZERO) && Boolean.TRUE.equals(transaction.execute(s -> step()))) {
                more[0] = true;
            }
        });
        return more[0] ? Duration.ZERO : POLL;
    }

    /** @param lull so long nothing must have changed, unless the first change waits long already */
    private boolean ripe(Duration lull) {
        boolean busy = foreground.stream().anyMatch(Foreground::busy);
        Instant now = Instant.now();
        return jdbc.sql("select coalesce(min(at) < ? or (? and max(at) <= ?), false) from match_change")
                .params(
                        Timestamp.from(now.minus(busy ? LONGEST_REST : LONGEST_WAIT)),
                        !busy,
                        Timestamp.from(now.minus(lull)))
                .query(Boolean.class)
                .single();
    }

    /** Demands first: then people are tried on all there are. */
    private boolean step() {
        return step("demand") || step("talent");
    }

    private boolean step(String type) {
        List<Piece> pieces = jdbc.sql(
                        "select id, type, ids from match_change where type = ? order by id limit ? for update")
                .params(type, PIECES)
                .query((rs, i) -> new Piece(rs.getLong(1), rs.getString(2), ids(rs.getBytes(3))))
                .list();
        if (pieces.isEmpty()) {
            return false;
        }
        Set<Long> ids = new LinkedHashSet<>();
        List<Long> done = new ArrayList<>();
        for (Piece p : pieces) {
            if (!ids.isEmpty() && ids.size() + p.ids.size() > MOST_AT_ONCE) {
                break;
            }
            ids.addAll(p.ids);
            done.add(p.id);
        }
        if (type.equals("demand")) {
            probes.refresh("talent");
            matcher.demands(ids);
        } else {
            matcher.people(ids);
        }
        jdbc.sql("delete from match_change where id in (:ids)")
                .param("ids", done)
                .update();
        return true;
    }

    private static final int MOST_AT_ONCE = 2_000;

    private static List<Long> ids(byte[] bytes) {
        LongBuffer longs = ByteBuffer.wrap(bytes).asLongBuffer();
        List<Long> ids = new ArrayList<>(longs.remaining());
        while (longs.hasRemaining()) {
            ids.add(longs.get());
        }
        return ids;
    }

    @Override
    public Worker worker() {
        return worker;
    }
}
