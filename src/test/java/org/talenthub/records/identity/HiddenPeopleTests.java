package org.talenthub.records.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.PoolRows;
import org.talenthub.access.Visibility;
import org.talenthub.common.Fields;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.RecordsTest;
import org.talenthub.records.Reporter;
import org.talenthub.records.TestReports;
import org.talenthub.records.intake.Forecast;
import org.talenthub.records.intake.Overtaken;
import org.talenthub.records.intake.Staging.Row;
import org.talenthub.records.reverts.Reverts;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.reference.standards.IdNumbers;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * Whatever others reported, before, between and after: what a station or a base is told of its own files, and a station sees of its own
 * people, is the same as if nobody else were there. Few names, months, employers, phones and numbers, so that all of them meet; the seed is in the test's name.
 */
@RecordsTest
class HiddenPeopleTests {

    private static final int A_FEW = 15;
    private static final int SEEDS = 60;

    private static final List<String> NAMES = List.of("张示例", "張示例", "张试例", "李示例");
    private static final List<String> MONTHS = List.of("1985-03", "1985-03-12", "1985-03-13", "1985-04");
    private static final List<String> EMPLOYERS = List.of("示例光电", "示例光电有限公司", "别家");
    private static final List<String> PHONES = List.of("", "13800000001", "13800000002");
    private static final List<String> NUMBERS =
            List.of("", "", number("001"), number("003"), number("005"), "E12345678", "E12345679");

    private static final Viewer STATION = new Viewer(4, "s", "甲", Role.STATION, null, 11L, "甲驿站");

    /** Who is asked: a station without standing, the employer's own station, the base in whose area the employer lies. */
    private enum Standing {
        NONE,
        HOST,
        AREA
    }

    @Autowired
    TestReports reports;

    @Autowired
    Forecast forecast;

    @Autowired
    BatchRows rows;

    @Autowired
    Reverts reverts;

    @Autowired
    Overtaken overtaken;

    @Autowired
    Records records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final Reporter one = Reporter.carrier(11, "甲驿站", "420100");
    private final List<Reporter> others =
            List.of(Reporter.carrier(12, "乙驿站", "420500"), Reporter.carrier(13, "丙驿站", "420100"));

    private Standing standing = Standing.NONE;

    private void emptyPool() {
        reports.clear();
        PoolRows pool = new PoolRows(jdbc, transactions, e -> {});
        String employer = EMPLOYERS.getFirst();
        boolean base = standing == Standing.AREA;
        pool.put(
                put(
                        11,
                        "carrier",
                        base ? "BASE" : "STATION",
                        "甲驿站",
                        standing == Standing.HOST ? employer : "无关公司",
                        null),
                1);
        pool.put(put(14, "enterprise", null, employer, employer, "甲驿站"), 1);
    }

    private static PoolRows.Row put(
            long id, String type, @Nullable String subtype, String name, String enterprise, @Nullable String area) {
        return new PoolRows.Row(
                id,
                type,
                subtype,
                name,
                "420100",
                null,
                enterprise,
                area,
                null,
                "province",
                null,
                Map.of("name", name));
    }

    private static String number(String order) {
        String body = "42999919850312" + order;
        return body + IdNumbers.checkDigit(body);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, A_FEW);
    }

    static IntStream furtherSeeds() {
        return IntStream.rangeClosed(A_FEW + 1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("furtherSeeds")
    @Tag("long")
    void aStationOrBaseIsToldTheSameOfMany(int seed) {
        aStationOrBaseIsToldTheSame(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStationOrBaseIsToldTheSame(int seed) {
        standing = Standing.values()[seed % Standing.values().length];
        emptyPool();
        List<String> alone = told(seed, false);
        emptyPool();
        List<String> amongOthers = told(seed, true);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(amongOthers.get(i))
                    .as("seed %d, %s, answer %d", seed, standing, i)
                    .isEqualTo(alone.get(i));
        }
    }

    private List<String> told(int seed, boolean hidden) {
        Random mine = new Random(seed);
        Random theirs = new Random(1000 + seed);
        List<String> told = new ArrayList<>();
        List<Long> batches = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (hidden) {
                others(theirs);
            }
            long batch = reports.stage(one, file(mine));
            Instant begun = Instant.now();
            forecast.run(batch, "talent", true, n -> {});
            told.add("preview " + told(batch));
            if (hidden) {
                others(theirs);
            }
            told.add("overtaken "
                    + transaction.execute(s -> overtaken.rows(batch, "talent", one.key(), begun.plusSeconds(30))));
            reports.commit(batch);
            told.add("committed " + told(batch));
            told.add("own " + own());
            batches.add(batch);
        }
        for (long batch : batches) {
            told.add("revert " + revert(batch));
        }
        int taken = mine.nextInt(3);
        reports.withdraw(batches.get(taken));
        told.add("own " + own());
        long again = reports.stage(one, file(mine));
        forecast.run(again, "talent", true, n -> {});
        told.add("again " + told(again));
        return told;
    }

    private void others(Random dice) {
        reports.commit(others.get(dice.nextInt(2)), file(dice));
    }

    private static Row[] file(Random dice) {
        return IntStream.range(0, 1 + dice.nextInt(5))
                .mapToObj(i -> row(i + 2, dice))
                .toArray(Row[]::new);
    }

    private static Row row(int number, Random dice) {
        String name = one(NAMES, dice);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("sex", dice.nextInt(4) == 0 ? "2" : "1");
        values.put("birth", one(MONTHS, dice));
        values.put("employerName", one(EMPLOYERS, dice));
        values.put("post", one(List.of("总监", "总工"), dice));
        values.put("confirmedOn", one(List.of("2026-01-01", "2099-12-31"), dice));
        Map<String, String> sealed = new TreeMap<>();
        put(sealed, "phone", one(PHONES, dice));
        put(sealed, "documentNumber", one(NUMBERS, dice));
        return new Row(number, name, new Fields(values), sealed, List.of());
    }

    private static void put(Map<String, String> sealed, String field, String value) {
        if (!value.isEmpty()) {
            sealed.put(field, value);
        }
    }

    private static String one(List<String> some, Random dice) {
        return some.get(dice.nextInt(some.size()));
    }

    private String told(long batch) {
        return rows.tally(batch) + " "
                + rows.page(batch, BatchRows.Filter.ALL, 0, 50, false).stream()
                        .map(r -> r.number() + " " + r.title() + " " + r.status() + " "
                                + r.issues().stream()
                                        .map(i -> i.code() + i.message())
                                        .sorted()
                                        .toList())
                        .toList();
    }

    /** What it sees of its own people; a base sees in its area whatever is said there, itself included. */
    private List<String> own() {
        if (standing == Standing.AREA) {
            return List.of();
        }
        List<RecordSnapshot> all = records.after("talent", 0, 1000);
        return records.views(all.stream().map(RecordSnapshot::id).toList(), STATION).values().stream()
                .filter(v -> v.visibility() == Visibility.FULL)
                .map(HiddenPeopleTests::shown)
                .sorted()
                .toList();
    }

    private static String shown(RecordView v) {
        Map<String, Object> fields = new TreeMap<>(v.fields());
        fields.remove("carrier"); // who reported last, as everybody may know
        return v.name() + fields;
    }

    private String revert(long batch) {
        Reverts.Summary summary = reverts.summary(batch, "talent", one.key());
        Map<Reverts.Effect, Integer> counts = new TreeMap<>();
        summary.records().forEach((effect, ids) -> counts.put(effect, ids.size()));
        List<Long> ids =
                summary.records().values().stream().flatMap(List::stream).toList();
        return counts + " " + summary.later().size() + " "
                + reverts.changes(batch, "talent", one.key(), ids).stream()
                        .map(c -> c.name()
                                + c.row()
                                + c.differences().stream()
                                        .map(d -> d.column().field() + d.before() + d.after())
                                        .toList())
                        .sorted()
                        .toList();
    }
}
