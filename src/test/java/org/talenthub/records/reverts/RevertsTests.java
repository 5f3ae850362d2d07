package org.talenthub.records.reverts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.records.TestReports.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.RecordsTest;
import org.talenthub.records.Reporter;
import org.talenthub.records.TestReports;
import org.talenthub.records.intake.Staging.Row;
import org.talenthub.records.reverts.Reverts.Effect;
import org.talenthub.reference.standards.IdNumbers;

/** Taking batches back leaves what never having imported them would have left; and is foretold exactly. */
@RecordsTest
class RevertsTests {

    private static final List<List<Integer>> ORDERS = List.of(
            List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));

    /** What becomes of the pool is what a department is told. */
    private static final String POOL = "province";

    @Autowired
    TestReports reports;

    @Autowired
    Reverts reverts;

    @Autowired
    Records records;

    private final Reporter one = Reporter.carrier(11, "甲驿站", "420100");
    private final Reporter two = Reporter.carrier(12, "乙驿站", "420500");

    @BeforeEach
    void emptyPool() {
        reports.clear();
    }

    private record Batch(Reporter reporter, List<Row> rows) {}

    /** Three batches of two reporters about the same four people, many of them saying what was said before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void inEveryOrderAsIfTheBatchHadNeverBeen(int seed) {
        Random dice = new Random(seed);
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            batches.add(new Batch(dice.nextBoolean() ? one : two, rows(dice)));
        }
        Map<Set<Integer>, Map<String, Map<String, Object>>> never = new HashMap<>();
        for (int left = 0; left < 8; left++) {
            Set<Integer> remaining = new HashSet<>();
            reports.clear();
            for (int i = 0; i < 3; i++) {
                if ((left >> i & 1) == 1) {
                    remaining.add(i);
                    commit(batches.get(i));
                }
            }
            never.put(remaining, reports.pool());
        }
        for (List<Integer> order : ORDERS) {
            reports.clear();
            List<Long> ids = batches.stream().map(this::commit).toList();
            Set<Integer> remaining = new HashSet<>(Set.of(0, 1, 2));
            for (int next : order) {
                remaining.remove(next);
                Map<String, Map<String, Object>> before = reports.pool();
                Map<Effect, Set<String>> foretold = foretold(ids.get(next));
                reports.withdraw(ids.get(next));
                assertThat(reports.pool())
                        .as("seed %d, order %s, left %s", seed, order, remaining)
                        .isEqualTo(never.get(remaining));
                assertThat(foretold).isEqualTo(happened(before, reports.pool(), foretold));
            }
        }
    }

    private static List<Row> rows(Random dice) {
        List<Row> rows = new ArrayList<>();
        for (String name : List.of("张示例", "李示例", "王示例", "赵示例")) {
            for (int n = dice.nextInt(3); n > 0; n--) { // none, one, or two rows of one file about one person
                List<String> fields = new ArrayList<>(List.of("documentNumber", number(name)));
                say(fields, "post", dice, "总监", "总工");
                say(fields, "research", dice, "激光", "封装");
                say(fields, "availability", dice, "EMPLOYED", "OPEN");
                say(fields, "confirmedOn", dice, "2026-10-01", "2026-11-01");
                say(fields, "phone", dice, "13800138000", "13900139000");
                rows.add(row(rows.size() + 2, name, fields.toArray(String[]::new)));
            }
        }
        return rows;
    }

    private static Row numbered(int row, String name, String... fields) {
        List<String> all = new ArrayList<>(List.of("documentNumber", number(name)));
        all.addAll(List.of(fields));
        return row(row, name, all.toArray(String[]::new));
    }

    /** Everybody's own, so that what two reporters say of one person meets. */
    private static String number(String name) {
        String body = "42999919850312" + String.format("%03d", name.hashCode() & 511);
        return body + IdNumbers.checkDigit(body);
    }

    private static void say(List<String> fields, String field, Random dice, String a, String b) {
        int face = dice.nextInt(3);
        if (face > 0) {
            fields.addAll(List.of(field, face == 1 ? a : b));
        }
    }

    private long commit(Batch b) {
        return reports.commit(b.reporter(), b.rows().toArray(Row[]::new));
    }

    private Map<Effect, Set<String>> foretold(long batch) {
        Map<Effect, Set<String>> names = new HashMap<>();
        reverts.summary(batch, "talent", POOL)
                .records()
                .forEach((effect, ids) -> names.put(
                        effect,
                        new HashSet<>(records.snapshots(ids).values().stream()
                                .map(RecordSnapshot::name)
                                .toList())));
        return names;
    }

    /** The same people, by what became of them; phones do not show here, so a changed one may look unchanged. */
    private static Map<Effect, Set<String>> happened(
            Map<String, Map<String, Object>> before,
            Map<String, Map<String, Object>> after,
            Map<Effect, Set<String>> foretold) {
        Map<Effect, Set<String>> happened = new HashMap<>();
        foretold.forEach((effect, names) -> names.forEach(name -> {
            Effect actual = !after.containsKey(name)
                    ? Effect.GONE
                    : values(before, name).equals(values(after, name))
                            ? effect == Effect.CHANGED ? Effect.CHANGED : Effect.UNCHANGED
                            : Effect.CHANGED;
            happened.computeIfAbsent(actual, e -> new HashSet<>()).add(name);
        }));
        return happened;
    }

    private static Map<String, Object> values(Map<String, Map<String, Object>> pool, String name) {
        Map<String, Object> values = new HashMap<>(pool.getOrDefault(name, Map.of()));
        values.remove("reporters");
        values.remove("carrier");
        return values;
    }

    @Test
    void aRepeatedRowTakesThePlaceOfTheOneItRepeated() {
        long first = reports.commit(one, row(2, "张示例", "post", "总监"));
        long again = reports.commit(one, row(5, "张示例", "post", "总监"), row(6, "李示例"));
        long version = reports.records.after("talent", 0, 9).getFirst().version();
        reports.withdraw(first);
        assertThat(reports.pool().get("张示例")).containsEntry("post", "总监");
        assertThat(reports.records.after("talent", 0, 9).getFirst().version()).isGreaterThan(version);
        reports.withdraw(again);
        assertThat(reports.pool()).isEmpty();
    }

    @Test
    void aRevertedRepetitionDoesNotComeBack() {
        long first = reports.commit(one, row(2, "张示例", "post", "总监"));
        long again = reports.commit(one, row(5, "张示例", "post", "总监"));
        reports.withdraw(again);
        assertThat(reports.pool()).hasSize(1);
        reports.withdraw(first);
        assertThat(reports.pool()).isEmpty();
    }

    @Test
    void aWrongDocumentNumberIsForgottenWithItsBatch() {
        reports.commit(one, row(2, "张示例"));
        long wrong = reports.commit(one, row(2, "张示例", "documentNumber", "WRONG"));
        reports.withdraw(wrong);
        reports.commit(one, row(2, "张示例", "documentNumber", "RIGHT"));
        assertThat(reports.pool()).hasSize(1);
    }

    @Test
    void theChangesAreShownFieldByFieldWithSensitiveValuesMasked() {
        reports.commit(one, numbered(2, "张示例", "post", "总监", "research", "激光", "phone", "13800138000"));
        long batch = reports.commit(
                two,
                numbered(9, "张示例", "post", "院长", "phone", "13900139000", "confirmedOn", "2026-11-01"),
                numbered(10, "李示例"));
        long later = reports.commit(one, numbered(4, "李示例", "post", "工程师"));
        Reverts.Summary summary = reverts.summary(batch, "talent", POOL);
        assertThat(summary.count(Effect.CHANGED)).isOne();
        assertThat(summary.count(Effect.UNCHANGED))
                .as("李示例 keeps what the later batch says")
                .isOne();
        assertThat(summary.later()).containsExactly(new Reverts.Later(later, 1));
        List<Reverts.Change> changes =
                reverts.changes(batch, "talent", POOL, summary.records().getOrDefault(Effect.CHANGED, List.of()));
        assertThat(changes.getFirst().row()).isEqualTo(9);
        assertThat(changes.getFirst().differences())
                .extracting(d -> d.column().field(), Reverts.Difference::before, Reverts.Difference::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("post", "院长", "总监"),
                        org.assertj.core.groups.Tuple.tuple("phone", "139****9000", "138****8000"),
                        org.assertj.core.groups.Tuple.tuple("confirmedOn", "2026-11-01", null));
        assertThat(reports.pool().get("张示例")).as("nothing was done").containsEntry("post", "院长");
    }
}
