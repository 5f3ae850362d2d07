package org.talenthub.records.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.access.Visibility;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.RecordsTest;
import org.talenthub.records.Reporter;
import org.talenthub.records.TestReports;
import org.talenthub.records.duplicates.Suspects.Pair;
import org.talenthub.records.duplicates.Suspects.State;
import org.talenthub.records.intake.Forecast;
import org.talenthub.records.intake.Staging.Row;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Near matches are asked about, answers are remembered, respected and taken back: on a real database. */
@RecordsTest
class SuspectsTests {

    private static final Viewer PROVINCE = new Viewer(1, "p", "省", Role.PROVINCE, null, null, null);
    private static final Viewer WUHAN = new Viewer(2, "w", "武汉", Role.CITY, "420100", null, null);
    private static final Viewer YICHANG = new Viewer(3, "y", "宜昌", Role.CITY, "420500", null, null);
    private static final Viewer STATION = new Viewer(4, "s", "甲", Role.STATION, null, 11L, "甲驿站");

    @Autowired
    TestReports reports;

    @Autowired
    Forecast forecast;

    @Autowired
    BatchRows rows;

    @Autowired
    Records records;

    @Autowired
    Suspects suspects;

    @Autowired
    JdbcClient jdbc;

    private final Reporter one = Reporter.carrier(11, "甲驿站", "420100");
    private final Reporter two = Reporter.carrier(12, "乙驿站", "420500");

    @BeforeEach
    void emptyPool() {
        reports.clear();
    }

    @Test
    void eachKindOfNearMatchIsAskedAndTheRowsOfOneFileToo() {
        import_(
                one,
                person("张建国", "1985-03", "甲公司", "13800000001"),
                person("李伟", "1985-04", "乙公司", "13800000002"),
                person("王芳", "1985-05", "丙公司", "13800000003"),
                person("赵敏", "1985-06", "丁公司", "13800000004"),
                document(person("John Doe", "1980-01", "戊公司", ""), "E12345678"));
        Row[] rowsOfMay = {
            person("张建国", "1985-03", "别的公司", ""),
            person("李玮", "1985-04", "乙公司", ""),
            person("王小芳", "1990-01", "别的公司", "13800000003"),
            person("赵敏", "1985-08", "丁公司", ""),
            document(person("Jon Doe", "1980-01", "别的公司", ""), "E12345679"),
            person("周青", "1970-01", "庚公司", ""),
            person("周青", "1970-01", "辛公司", "")
        };
        long stranger = stage(two, rowsOfMay);
        forecast.run(stranger, "talent", n -> {});
        assertThat(rows.tally(stranger).suspects())
                .as("another's people are nothing to ask it about")
                .isOne();
        assertThat(rows.page(stranger, BatchRows.Filter.SUSPECT, 0, 20, false))
                .singleElement()
                .satisfies(r -> assertThat(r.title()).isEqualTo("周青"));
        rows.drop(stranger);
        long batch = stage(one, rowsOfMay);
        forecast.run(batch, "talent", n -> {});
        assertThat(rows.tally(batch).suspects()).as("asked in the preview").isEqualTo(6);
        assertThat(rows.page(batch, BatchRows.Filter.SUSPECT, 0, 20, true))
                .allSatisfy(r -> assertThat(r.issues())
                        .extracting(Issue::code, Issue::level)
                        .contains(org.assertj.core.groups.Tuple.tuple("row.suspect", Issue.Level.SUSPECT)));
        assertThat(suspects.waiting(PROVINCE))
                .as("nothing is asked of a preview")
                .isZero();
        commitAll(batch);
        assertThat(open().stream().map(Pair::reasons).collect(Collectors.toSet()))
                .contains(
                        Set.of(Reason.NAME_AND_BIRTH),
                        Set.of(Reason.NAME_VARIANT),
                        Set.of(Reason.PHONE),
                        Set.of(Reason.BIRTH_VARIANT),
                        Set.of(Reason.DOCUMENT));
        assertThat(open()).hasSize(6);
        assertThat(records.count("talent")).isEqualTo(12);
    }

    @Test
    void whatAnotherSaidIsHiddenFromTheRowsReporterAndAskedOfTheDepartments() {
        import_(one, person("张建国", "1985-03", "甲公司", "13800000001"));
        long batch = stage(two, person("张建国", "1985-03", "甲公司", ""), person("张小国", "1990-03", "别家", "13800000001"));
        forecast.run(batch, "talent", n -> {});
        assertThat(tally(batch)).containsExactly(2, 2, 0, 0, 0);
        assertThat(rows.tally(batch).suspects()).isZero();
        commitAll(batch);
        assertThat(tally(batch)).containsExactly(2, 2, 0, 0, 0);
        assertThat(rows.tally(batch).suspects()).isZero();
        assertThat(rows.page(batch, BatchRows.Filter.ALL, 0, 20, false))
                .allSatisfy(r -> assertThat(r.issues()).isEmpty());
        assertThat(rows.page(batch, BatchRows.Filter.ALL, 0, 20, true))
                .allSatisfy(r -> assertThat(r.issues()).hasSize(1));
        assertThat(open())
                .extracting(Pair::reasons)
                .containsExactlyInAnyOrder(Set.of(Reason.KEYS), Set.of(Reason.PHONE));
        assertThat(records.count("talent")).isEqualTo(3);
    }

    @Test
    void aNumberLearnedLaterJoinsWhatItProvesAndTheQueueCanTakeItBack() {
        import_(one, document(person("张建国", "1985-03", "甲公司", ""), TestReports.PROVEN));
        import_(two, person("张建国", "1985-03", "甲公司", ""));
        assertThat(records.count("talent")).isEqualTo(2);
        long learned = import_(two, document(person("张建国", "1985-03", "甲公司", ""), TestReports.PROVEN));
        assertThat(tally(learned)).containsExactly(1, 0, 1, 0, 0);
        assertThat(only().reporters()).containsExactlyInAnyOrder(one.key(), two.key());
        assertThat(open()).isEmpty();
        Pair joined = pair(State.SAME);
        assertThat(joined.decidedBy()).isEqualTo("hub");
        suspects.decide(joined.id(), State.OPEN, null, PROVINCE);
        assertThat(records.count("talent")).isEqualTo(2);
        suspects.decide(joined.id(), State.DIFFERENT, null, PROVINCE);
        import_(two, document(person("张建国", "1985-03", "甲公司", "", "post", "总工"), TestReports.PROVEN));
        assertThat(records.count("talent")).as("people decided").isEqualTo(2);
    }

    @Test
    void traditionalFormsWidthAndLegalFormAreTheSameKey() {
        import_(one, person("张国华", "1985-03", "示例（武汉）光电有限公司", ""));
        import_(one, person("張國華", "1985-03", "示例(武汉)光电有限责任公司", ""));
        assertThat(records.count("talent")).isOne();
        assertThat(only().name()).as("what is shown stays as typed").isIn("张国华", "張國華");
    }

    @Test
    void sameMakesOneRecordAndLaterRowsRespectIt() {
        import_(one, person("张建国", "1985-03", "甲公司", ""));
        long second = import_(two, person("张建国", "1985-03", "乙公司", ""));
        Pair pair = open().getFirst();
        suspects.decide(pair.id(), State.SAME, "电话核实", PROVINCE);
        RecordSnapshot merged = only();
        assertThat(merged.reporters()).containsExactlyInAnyOrder(one.key(), two.key());
        assertThat(suspects.waiting(PROVINCE)).isZero();
        long gone = pair(State.SAME).b().record() == null ? 0 : id(pair(State.SAME), merged.id());
        assertThat(records.partOf(gone)).hasValue(merged.id());

        long again = import_(two, person("张建国", "1985-03", "乙公司", "", "post", "总工"));
        assertThat(tally(again)).containsExactly(1, 0, 1, 0, 0);
        assertThat(only().fields().text("post")).hasValue("总工");
        long repeated = import_(two, person("张建国", "1985-03", "乙公司", "", "post", "总工"));
        assertThat(tally(repeated)).containsExactly(1, 0, 0, 1, 0);
        assertThat(indexed()).as("both changes are told to the index").contains(merged.id(), gone);

        withdraw(again);
        assertThat(only().fields().text("post"))
                .as("the batch that repeated it still says so")
                .hasValue("总工");
        withdraw(repeated);
        assertThat(only().fields().text("post")).isEmpty();
        withdraw(second);
        assertThat(only().reporters()).containsExactly(one.key());
    }

    @Test
    void undoingSameSplitsThemWithWhatCameLater() {
        import_(one, person("张建国", "1985-03", "甲公司", ""));
        import_(two, person("张建国", "1985-03", "乙公司", ""));
        Pair pair = open().getFirst();
        suspects.decide(pair.id(), State.SAME, null, PROVINCE);
        import_(two, person("张建国", "1985-03", "乙公司", "", "post", "总工"));
        suspects.decide(pair.id(), State.OPEN, null, PROVINCE);
        List<RecordSnapshot> both = records.after("talent", 0, 10);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).fields().text("post")).isEmpty();
        assertThat(both.get(0).reporters()).containsExactly(one.key());
        assertThat(both.get(1).fields().text("post")).hasValue("总工");
        assertThat(both.get(1).reporters()).containsExactly(two.key());
        assertThat(suspects.waiting(PROVINCE)).isOne();
        assertThat(tally(import_(one, person("张建国", "1985-03", "甲公司", "")))).containsExactly(1, 0, 0, 1, 0);
    }

    @Test
    void aBatchRevertedBeforeTheUndoLeavesNothingBehind() {
        import_(one, person("张建国", "1985-03", "甲公司", ""));
        long second = import_(two, person("张建国", "1985-03", "乙公司", ""));
        Pair pair = open().getFirst();
        suspects.decide(pair.id(), State.SAME, null, PROVINCE);
        withdraw(second);
        suspects.decide(pair.id(), State.OPEN, null, PROVINCE);
        assertThat(only().fields().text("employerName")).hasValue("甲公司");
        assertThat(suspects.waiting(PROVINCE)).as("nobody left to compare with").isZero();
        import_(two, person("张建国", "1985-03", "乙公司", ""));
        assertThat(records.count("talent")).isEqualTo(2);
        assertThat(suspects.waiting(PROVINCE)).isOne();
    }

    @Test
    void threeThatAreOneComeApartOneByOne() {
        import_(one, person("张建国", "1985-03", "甲公司", ""));
        import_(one, person("张建国", "1985-03", "乙公司", ""));
        import_(two, person("张建国", "1985-03", "丙公司", ""));
        assertThat(open()).hasSize(3);
        Pair first = open().getFirst();
        suspects.decide(first.id(), State.SAME, null, PROVINCE);
        Pair next = open().getFirst();
        suspects.decide(next.id(), State.SAME, null, PROVINCE);
        assertThat(records.count("talent")).isOne();
        assertThat(suspects.waiting(PROVINCE)).isZero();
        suspects.decide(first.id(), State.OPEN, null, PROVINCE);
        assertThat(records.count("talent")).isEqualTo(2);
        suspects.decide(next.id(), State.OPEN, null, PROVINCE);
        assertThat(records.after("talent", 0, 10))
                .extracting(r -> r.fields().text("employerName").orElse(""))
                .containsExactlyInAnyOrder("甲公司", "乙公司", "丙公司");
    }

    @Test
    void differentIsNeverAskedAgain() {
        import_(one, person("张建国", "1985-03", "甲公司", ""));
        import_(two, person("张建国", "1985-03", "乙公司", ""));
        suspects.decide(open().getFirst().id(), State.DIFFERENT, null, PROVINCE);
        long again = stage(two, person("张建国", "1985-03", "乙公司", "", "post", "总工"));
        forecast.run(again, "talent", n -> {});
        assertThat(rows.tally(again).suspects()).isZero();
        commitAll(again);
        assertThat(records.count("talent")).isEqualTo(2);
        assertThat(open()).isEmpty();
    }

    @Test
    void oneDocumentNumberUnderTwoNamesComesApartAndStaysApart() {
        import_(one, document(person("张建国", "1985-03", "甲公司", ""), TestReports.PROVEN));
        long second = import_(two, document(person("刘海燕", "1985-03", "乙公司", ""), TestReports.PROVEN));
        assertThat(records.count("talent")).as("the number decides").isOne();
        Pair pair = open().getFirst();
        assertThat(pair.reasons()).containsExactly(Reason.TWO_NAMES);
        assertThat(List.of(name(pair.a()), name(pair.b()))).containsExactly("张建国", "刘海燕");

        suspects.decide(pair.id(), State.DIFFERENT, null, PROVINCE);
        assertThat(records.after("talent", 0, 10))
                .extracting(RecordSnapshot::name)
                .containsExactlyInAnyOrder("张建国", "刘海燕");
        long again = stage(two, document(person("刘海燕", "1985-03", "乙公司", "", "post", "总工"), TestReports.PROVEN));
        forecast.run(again, "talent", n -> {});
        assertThat(rows.tally(again).suspects()).isZero();
        assertThat(tally(again)).containsExactly(1, 0, 1, 0, 0);
        commitAll(again);
        assertThat(tally(again)).containsExactly(1, 0, 1, 0, 0);
        assertThat(records.count("talent")).isEqualTo(2);
        assertThat(tally(import_(one, document(person("张建国", "1985-03", "甲公司", ""), TestReports.PROVEN))))
                .containsExactly(1, 0, 0, 1, 0);

        suspects.decide(pair.id(), State.OPEN, null, PROVINCE);
        assertThat(only().reporters()).containsExactlyInAnyOrder(one.key(), two.key());
        withdraw(again);
        withdraw(second);
        assertThat(only().name()).isEqualTo("张建国");
    }

    @Test
    void whoMayDecideAndWhoSeesWhat() {
        import_(one, person("张建国", "1985-03", "甲公司", "", "placeRegion", "420111"));
        import_(one, person("张建国", "1985-03", "乙公司", "13800000001", "placeRegion", "420600"));
        assertThat(suspects.waiting(PROVINCE)).isOne();
        assertThat(suspects.waiting(WUHAN)).isOne();
        assertThat(suspects.waiting(YICHANG)).isZero();
        assertThat(suspects.waiting(STATION)).isZero();
        Pair seen = suspects.page(State.OPEN, null, 0, 10, WUHAN).items().getFirst();
        assertThat(List.of(visibility(seen.a()), visibility(seen.b())))
                .containsExactlyInAnyOrder(Visibility.FULL, Visibility.NO_CONTACT);
        assertThatThrownBy(() -> suspects.page(State.OPEN, null, 0, 10, STATION))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> suspects.decide(seen.id(), State.SAME, null, YICHANG))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
        suspects.decide(seen.id(), State.UNSURE, "待查", WUHAN);
        suspects.decide(seen.id(), State.SAME, null, WUHAN);
        assertThatThrownBy(() -> suspects.decide(seen.id(), State.DIFFERENT, null, PROVINCE))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(409));
        assertThat(jdbc.sql("select action from audit_event where subject_id = ? order by id")
                        .param(Ids.text(seen.id()))
                        .query(String.class)
                        .list())
                .containsExactly("suspect.unsure", "suspect.same");
    }

    private List<Pair> open() {
        return suspects.page(State.OPEN, null, 0, 50, PROVINCE).items();
    }

    private Pair pair(State state) {
        return suspects.page(state, null, 0, 50, PROVINCE).items().getFirst();
    }

    private static long id(Pair pair, long other) {
        return List.of(pair.a(), pair.b()).stream()
                .map(s -> Ids.parse(s.record().id()).orElseThrow())
                .filter(id -> id != other)
                .findFirst()
                .orElseThrow();
    }

    private static String name(Suspects.Side side) {
        return side.record().name();
    }

    private static Visibility visibility(Suspects.Side side) {
        return side.record().visibility();
    }

    private RecordSnapshot only() {
        List<RecordSnapshot> all = records.after("talent", 0, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Long> indexed() {
        return jdbc.sql("select record_id from outbox").query(Long.class).list();
    }

    private List<Integer> tally(long batch) {
        BatchRows.Tally t = rows.tally(batch);
        return List.of(t.read(), t.created(), t.updated(), t.unchanged(), t.rejected());
    }

    private long import_(Reporter reporter, Row... rows) {
        long batch = stage(reporter, rows);
        forecast.run(batch, "talent", n -> {});
        commitAll(batch);
        return batch;
    }

    private void commitAll(long batch) {
        reports.commit(batch);
    }

    private void withdraw(long batch) {
        reports.withdraw(batch);
    }

    private long stage(Reporter reporter, Row... rows) {
        Row[] numbered = new Row[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Row r = rows[i];
            numbered[i] = new Row(i + 2, r.title(), r.fields(), r.sealed(), r.issues());
        }
        return reports.stage(reporter, numbered);
    }

    private static Row person(String name, String birth, String employer, String phone, String... fields) {
        Map<String, Object> values =
                new LinkedHashMap<>(Map.of("name", name, "birth", birth, "employerName", employer, "sex", "1"));
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return new Row(0, name, new Fields(values), phone.isEmpty() ? Map.of() : Map.of("phone", phone), List.of());
    }

    private static Row document(Row r, String document) {
        Map<String, String> secrets = new LinkedHashMap<>(r.sealed());
        secrets.put("documentNumber", document);
        return new Row(r.number(), r.title(), r.fields(), secrets, r.issues());
    }
}
