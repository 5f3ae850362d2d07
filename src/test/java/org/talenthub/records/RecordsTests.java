package org.talenthub.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.records.intake.Forecast;
import org.talenthub.records.intake.Staging.Row;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Reports become records, disagree, are withdrawn: on a real database. */
@RecordsTest
class RecordsTests {

    private static final Viewer PROVINCE = new Viewer(1, "p", "省", Role.PROVINCE, null, null, null);

    @Autowired
    TestReports reports;

    @Autowired
    Forecast forecast;

    @Autowired
    BatchRows rows;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    private final Reporter one = Reporter.carrier(11, "甲驿站", "420100");
    private final Reporter two = Reporter.carrier(12, "乙驿站", "420500");

    @BeforeEach
    void emptyPool() {
        reports.clear();
    }

    @Test
    void aRowIsCreatedOnceAndRepeatingItChangesNothing() {
        long first = import_(one, row(2, "张示例", "post", "总监"), row(3, "李示例"));
        assertThat(tally(first)).containsExactly(2, 2, 0, 0, 0);
        assertThat(waiting()).isEqualTo(2);
        long again = import_(one, row(2, "张示例", "post", "总监"), row(3, "李示例"));
        assertThat(tally(again)).containsExactly(2, 0, 0, 2, 0);
        assertThat(waiting()).as("unchanged rows leave no outbox entry").isEqualTo(2);
    }

    @Test
    void theForecastSaysWhatTheCommitThenDoes() {
        import_(one, row(2, "张示例"), row(3, "李示例", "post", "工程师"));
        long batch = stage(
                one, row(2, "张示例"), row(3, "李示例", "post", "总工"), row(4, "王示例"), row(5, "王示例", "post", "新"), bad(6));
        forecast.run(batch, "talent", n -> {});
        assertThat(tally(batch)).containsExactly(5, 1, 2, 1, 1);
        assertThat(rows.page(batch, BatchRows.Filter.WARNING, 0, 10, true))
                .as("the duplicate within the file is told")
                .singleElement()
                .satisfies(r -> assertThat(r.issues()).extracting(Issue::code).contains("row.duplicate"));
        commitAll(batch);
        assertThat(tally(batch)).containsExactly(5, 1, 2, 1, 1);
    }

    @Test
    void theLaterConfirmedReporterHoldsAndRevertBringsTheOtherBack() {
        import_(
                one,
                sealed(
                        row(2, "张示例", "post", "研发总监", "research", "激光", "confirmedOn", "2026-01-01"),
                        TestReports.PROVEN));
        long other =
                import_(two, sealed(row(9, "张示例", "post", "首席科学家", "confirmedOn", "2026-02-01"), TestReports.PROVEN));
        assertThat(tally(other)).as("new to its reporter").containsExactly(1, 1, 0, 0, 0);
        RecordSnapshot merged = only();
        assertThat(merged.fields().text("post")).hasValue("首席科学家");
        assertThat(merged.fields().text("research"))
                .as("what the newer one leaves blank")
                .hasValue("激光");
        assertThat(merged.reporters()).isEqualTo(Set.of(one.key(), two.key()));
        long version = merged.version();

        reports.withdraw(other);
        assertThat(only().fields().text("post")).hasValue("研发总监");
        assertThat(only().version()).isGreaterThan(version);
    }

    @Test
    void withoutAReportTheRecordIsGoneAndComesBackAsItself() {
        long batch = import_(one, row(2, "张示例"));
        long id = only().id();
        reports.withdraw(batch);
        assertThat(records.count("talent")).isZero();
        assertThat(records.view(id, PROVINCE)).isEmpty();
        assertThat(tally(import_(one, row(2, "张示例")))).containsExactly(1, 1, 0, 0, 0);
        assertThat(only().id()).isEqualTo(id);
        reports.withdraw(
                jdbc.sql("select max(batch_id) from report").query(Long.class).single());
        import_(two, row(2, "张示例"));
        assertThat(only().id()).as("a stranger's is another").isNotEqualTo(id);
    }

    @Test
    void theDocumentNumberDecidesAndTwoNumbersAreTwoPersons() {
        import_(one, sealed(row(2, "张示例"), "A1"));
        assertThat(tally(import_(one, sealed(row(2, "张示例", "employerName", "别的单位"), "A1"))))
                .containsExactly(1, 0, 1, 0, 0);
        assertThat(records.count("talent")).isOne();
        long namesake = stage(one, sealed(row(2, "张示例", "employerName", "别的单位"), "B2"));
        forecast.run(namesake, "talent", n -> {});
        assertThat(rows.count(namesake, BatchRows.Filter.SUSPECT)).isOne();
        commitAll(namesake);
        assertThat(records.count("talent")).isEqualTo(2);
    }

    @Test
    void contactIsMaskedAndAnotherStationSeesNoName() {
        import_(one, row(2, "张示例", "sex", "1", "birth", "1985-03", "place", "武汉"));
        long id = only().id();
        Viewer own = new Viewer(2, "s", "甲", Role.STATION, null, 11L, "甲驿站");
        Viewer other = new Viewer(3, "t", "乙", Role.STATION, null, 12L, "乙驿站");
        assertThat(view(id, own).fields()).containsEntry("name", "张示例").containsEntry("phone", "138****8000");
        assertThat(view(id, other).name()).isEqualTo("张先生");
        assertThat(view(id, other).fields())
                .containsEntry("birth", "1985")
                .doesNotContainKeys("phone", "documentNumber")
                .doesNotContainValue("张示例");
        assertThat(records.view(id, Viewer.ANONYMOUS)).isEmpty();
    }

    @Test
    void sensitiveValuesAreNowhereInTheClear() {
        import_(one, sealed(row(2, "张示例"), "420000198503120017"));
        for (String table : List.of("report", "pool_record")) {
            jdbc.sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(r -> r.values()
                            .forEach(v -> assertThat(
                                            v instanceof byte[] b
                                                    ? new String(b, java.nio.charset.StandardCharsets.ISO_8859_1)
                                                    : String.valueOf(v))
                                    .doesNotContain("420000198503120017")
                                    .doesNotContain("13800138000")));
        }
    }

    private RecordView view(long id, Viewer v) {
        return records.view(id, v).orElseThrow();
    }

    private RecordSnapshot only() {
        List<RecordSnapshot> all = records.after("talent", 0, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private List<Integer> tally(long batch) {
        BatchRows.Tally t = rows.tally(batch);
        return List.of(t.read(), t.created(), t.updated(), t.unchanged(), t.rejected());
    }

    private long import_(Reporter reporter, Row... rows) {
        long batch = stage(reporter, rows);
        commitAll(batch);
        return batch;
    }

    private void commitAll(long batch) {
        reports.commit(batch);
    }

    private long stage(Reporter reporter, Row... rows) {
        return reports.stage(reporter, rows);
    }

    private static Row row(int number, String name, String... fields) {
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("name", name, "birth", "1985-03", "employerName", "示例光电", "category", "OUTSTANDING_ENGINEER"));
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return new Row(number, name, new Fields(values), Map.of("phone", "13800138000"), List.of());
    }

    private static Row sealed(Row r, String document) {
        Map<String, String> secrets = new LinkedHashMap<>(r.sealed());
        secrets.put("documentNumber", document);
        return new Row(r.number(), r.title(), r.fields(), secrets, r.issues());
    }

    private static Row bad(int number) {
        return new Row(
                number, "", new Fields(Map.of()), Map.of(), List.of(Issue.error("姓名", "required", "姓名不能空。", null)));
    }
}
