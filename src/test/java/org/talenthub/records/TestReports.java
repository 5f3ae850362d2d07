package org.talenthub.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.records.intake.Commits;
import org.talenthub.records.intake.Staging;
import org.talenthub.records.intake.Staging.Row;

/** Reports without sheets: stages, commits and withdraws batches of talents. */
@TestComponent
public class TestReports {

    @Autowired
    Staging staging;

    @Autowired
    Commits commits;

    @Autowired
    public Records records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    public void clear() {
        List.of("report", "pool_record", "record_key", "outbox", "field_choice", "suspect", "suspect_row")
                .forEach(t -> jdbc.sql("delete from " + t).update());
    }

    public long stage(Reporter reporter, Row... rows) {
        long batch = Ids.next();
        stage(batch, reporter, rows);
        return batch;
    }

    /** Further rows of a file. */
    public void stage(long batch, Reporter reporter, Row... rows) {
        transaction.executeWithoutResult(s -> staging.stage(Stream.of(rows)
                .map(r -> staging.prepare(batch, "talent", reporter, r))
                .toList()));
    }

    public long commit(Reporter reporter, Row... rows) {
        long batch = stage(reporter, rows);
        commit(batch);
        return batch;
    }

    public void commit(long batch) {
        all(after -> commits.commitNext(batch, "talent", after, 2));
    }

    public void withdraw(long batch) {
        all(after -> commits.withdrawNext(batch, "talent", after, 2));
    }

    private static void all(IntFunction<Commits.Chunk> step) {
        Commits.Chunk done = step.apply(0);
        while (done.rows() > 0) {
            done = step.apply(done.last());
        }
    }

    /** What the pool says of each live person, by name. */
    public Map<String, Map<String, Object>> pool() {
        Map<String, Map<String, Object>> pool = new TreeMap<>();
        for (RecordSnapshot r : records.after("talent", 0, 1000)) {
            Map<String, Object> said = new TreeMap<>(r.fields().asMap());
            said.put("reporters", String.join(" ", new java.util.TreeSet<>(r.reporters())));
            said.put("carrier", String.valueOf(r.carrier()));
            pool.merge(r.name(), said, (a, b) -> {
                throw new AssertionError(r.name() + " is there twice");
            });
        }
        return pool;
    }

    public RecordSnapshot only() {
        List<RecordSnapshot> all = records.after("talent", 0, 2);
        if (all.size() != 1) {
            throw new AssertionError("one record was expected: " + all);
        }
        return all.getFirst();
    }

    public String said(String field) {
        return only().fields().text(field).orElse("");
    }

    /** A resident's number that passes the check: who gives it proves whom a row is about. */
    public static final String PROVEN = "429999198503120017";

    /** The same with {@link #PROVEN}: rows of several reporters are one person's. */
    public static Row proven(int number, String name, String... fields) {
        List<String> all = new ArrayList<>(List.of("documentNumber", PROVEN));
        all.addAll(List.of(fields));
        return row(number, name, all.toArray(String[]::new));
    }

    public static Row row(int number, String name, String... fields) {
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("name", name, "birth", "1985-03", "employerName", "示例光电", "category", "OUTSTANDING_ENGINEER"));
        Map<String, String> sealed = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            boolean secret = List.of("phone", "email", "documentNumber").contains(fields[i]);
            if (secret) {
                sealed.put(fields[i], fields[i + 1]);
            } else {
                values.put(fields[i], fields[i + 1]);
            }
        }
        return new Row(number, name, new Fields(values), sealed, List.of());
    }
}
