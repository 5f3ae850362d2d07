package org.talenthub.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Ids;
import org.talenthub.records.intake.Commits;
import org.talenthub.records.intake.Forecast;
import org.talenthub.records.intake.Staging;

/** Fills a pool, has people reported again, and counts who was recognised against what is known to be true. */
final class Recognition {

    private static final int CHUNK = 1000;

    /** Who reported the pool, and somebody else without standing towards anybody in it. */
    static final Reporter FIRST = Reporter.carrier(21, "甲驿站", "420100");

    static final Reporter STRANGER = Reporter.carrier(22, "乙驿站", "420500");

    private final Staging staging;
    private final Forecast forecast;
    private final Commits commits;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Recognition(ApplicationContext hub) {
        this.staging = hub.getBean(Staging.class);
        this.forecast = hub.getBean(Forecast.class);
        this.commits = hub.getBean(Commits.class);
        this.jdbc = hub.getBean(JdbcClient.class);
        this.transaction = hub.getBean(TransactionTemplate.class);
    }

    /**
     * @param pool people in the pool
     * @param rows rows of the report
     * @param truePairs rows that repeat somebody in the pool or in an earlier row
     * @param merged rows that were merged with something
     * @param precision of the merged, those that are right
     * @param recall of the true pairs, those that were merged
     * @param held of the true pairs, those that were merged or are in the queue
     * @param queued pairs in the queue for 1,000 rows
     * @param useful of the queued pairs, those that are one person
     */
    record Result(
            long seed,
            int pool,
            int rows,
            int truePairs,
            int merged,
            double precision,
            double recall,
            double held,
            double queued,
            double useful,
            double stageSeconds,
            double forecastSeconds,
            double commitSeconds) {}

    /** Puts people 0 to n-1 into the pool; done already when that many are there. */
    void fill(Duplicates people, int n) {
        long there = jdbc.sql("select count(*) from pool_record where type = 'talent' and state = 'LIVE'")
                .query(Long.class)
                .single();
        if (there >= n) {
            return;
        }
        for (int from = (int) there; from < n; from += 20_000) {
            int first = from;
            int size = Math.min(20_000, n - from);
            long batch = stage(FIRST, size, i -> people.known(first + i + 2, first + i));
            commit(batch);
        }
    }

    Result run(Duplicates people, long seed, int pool, int rows, Reporter by) {
        SplittableRandom dice = new SplittableRandom(seed * 31 + 7);
        int[] who = new int[rows];
        int fresh = pool;
        for (int i = 0; i < rows; i++) {
            double kind = dice.nextDouble();
            who[i] = kind < 0.6 ? dice.nextInt(pool) : kind < 0.65 && i > 0 ? who[dice.nextInt(i)] : fresh++;
        }
        long t0 = System.nanoTime();
        long batch = stage(by, rows, i -> people.again(i + 2, who[i], i));
        long t1 = System.nanoTime();
        forecast.run(batch, "talent", true, n -> {});
        long t2 = System.nanoTime();
        commit(batch);
        long t3 = System.nanoTime();
        return judge(seed, pool, rows, who, batch, (t1 - t0) / 1e9, (t2 - t1) / 1e9, (t3 - t2) / 1e9);
    }

    private Result judge(
            long seed, int pool, int rows, int[] who, long batch, double staged, double forecasted, double committed) {
        long[] record = new long[rows];
        Map<Long, Integer> personOf = new HashMap<>();
        jdbc.sql("select row_no, id, record_id from report where batch_id = ?")
                .param(batch)
                .query(rs -> {
                    int i = rs.getInt(1) - 2;
                    record[i] = rs.getLong(3);
                    if (rs.getLong(2) == rs.getLong(3)) {
                        personOf.put(rs.getLong(3), who[i]);
                    }
                });
        List<long[]> pairs = jdbc.sql("select a, b, row_no from suspect where batch_id = ? and claim is null")
                .param(batch)
                .query((rs, i) -> new long[] {rs.getLong(1), rs.getLong(2), rs.getLong(3)})
                .list();
        Set<Long> older = new HashSet<>();
        for (long r : record) {
            older.add(r);
        }
        pairs.forEach(p -> older.addAll(List.of(p[0], p[1])));
        older.removeAll(personOf.keySet());
        List<Long> ids = new ArrayList<>(older);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            jdbc.sql("select id, row_no from report where id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query(rs -> {
                        personOf.put(rs.getLong(1), rs.getInt(2) - 2);
                    });
        }
        Map<Long, Set<Long>> asked = new HashMap<>();
        int useful = 0;
        for (long[] p : pairs) {
            asked.computeIfAbsent(p[0], k -> new HashSet<>()).add(p[1]);
            asked.computeIfAbsent(p[1], k -> new HashSet<>()).add(p[0]);
            useful += personOf.getOrDefault(p[0], -1).equals(personOf.getOrDefault(p[1], -2)) ? 1 : 0;
        }
        int gold = 0;
        int merged = 0;
        int right = 0;
        int goldMerged = 0;
        int held = 0;
        Set<Integer> seen = new HashSet<>();
        Set<Long> made = new HashSet<>();
        for (int i = 0; i < rows; i++) {
            boolean again = who[i] < pool || seen.contains(who[i]);
            seen.add(who[i]);
            int person = personOf.getOrDefault(record[i], -1);
            boolean created = personOf.containsKey(record[i]) && !older.contains(record[i]) && made.add(record[i]);
            boolean correct = !created && person == who[i];
            merged += created ? 0 : 1;
            right += correct ? 1 : 0;
            if (again) {
                gold++;
                goldMerged += correct ? 1 : 0;
                int self = who[i];
                held += correct
                                || asked.getOrDefault(record[i], Set.of()).stream()
                                        .anyMatch(o -> personOf.getOrDefault(o, -1) == self)
                        ? 1
                        : 0;
            }
        }
        return new Result(
                seed,
                pool,
                rows,
                gold,
                merged,
                (double) right / merged,
                (double) goldMerged / gold,
                (double) held / gold,
                pairs.size() * 1000.0 / rows,
                pairs.isEmpty() ? 1 : (double) useful / pairs.size(),
                staged,
                forecasted,
                committed);
    }

    private long stage(Reporter reporter, int rows, IntFunction<Staging.Row> row) {
        long batch = Ids.next();
        for (int from = 0; from < rows; from += CHUNK) {
            List<Staging.Row> chunk = new ArrayList<>();
            for (int i = from; i < Math.min(rows, from + CHUNK); i++) {
                chunk.add(row.apply(i));
            }
            transaction.executeWithoutResult(s -> staging.stage(chunk.stream()
                    .map(r -> staging.prepare(batch, "talent", reporter, r))
                    .toList()));
        }
        return batch;
    }

    private void commit(long batch) {
        Commits.Chunk done = commits.commitNext(batch, "talent", 0, CHUNK);
        while (done.rows() > 0) {
            done = commits.commitNext(batch, "talent", done.last(), CHUNK);
        }
    }
}
