package org.talenthub.records.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.talenthub.records.TestReports.proven;
import static org.talenthub.records.TestReports.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.RecordsTest;
import org.talenthub.records.Reporter;
import org.talenthub.records.TestReports;
import org.talenthub.records.merge.Sources.Disagreement;
import org.talenthub.records.merge.Sources.Said;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Reports disagree, rules and officials decide: on a real database. */
@RecordsTest
class ChoicesTests {

    private static final Viewer PROVINCE = new Viewer(1, "p", "省人才办", Role.PROVINCE, null, null, null);
    private static final Viewer WUHAN = new Viewer(2, "w", "武汉", Role.CITY, "420100", null, null);
    private static final Viewer YICHANG = new Viewer(3, "y", "宜昌", Role.CITY, "420500", null, null);
    private static final Viewer STATION = new Viewer(4, "s", "甲", Role.STATION, null, 11L, "甲驿站");

    @Autowired
    TestReports reports;

    @Autowired
    Choices choices;

    @Autowired
    Sources sources;

    @Autowired
    OpenDisputes disputes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final Reporter own = Reporter.carrier(11, "甲驿站", "420100");
    private final Reporter base = Reporter.carrier(13, "丙基地", "420100");
    private final Reporter other = Reporter.carrier(12, "乙驿站", "420500");

    @BeforeEach
    void carriers() {
        reports.clear();
        PoolRows pool = new PoolRows(jdbc, transactions, e -> {});
        pool.put(carrier(11, "STATION", "甲驿站", "420100", "示例光电"), 1);
        pool.put(carrier(12, "STATION", "乙驿站", "420500", "别家"), 1);
        pool.put(carrier(13, "BASE", "丙基地", "420100", "园区公司"), 1);
        pool.put(
                new PoolRows.Row(
                        14,
                        "enterprise",
                        null,
                        "示例光电",
                        "420100",
                        null,
                        "示例光电",
                        "丙基地",
                        null,
                        "province",
                        null,
                        Map.of("name", "示例光电")),
                1);
    }

    private static PoolRows.Row carrier(long id, String subtype, String name, String region, String host) {
        return new PoolRows.Row(
                id, "carrier", subtype, name, region, null, host, null, null, "province", null, Map.of("name", name));
    }

    @Test
    void theEmployersOwnStationHoldsThenItsBaseWhateverTheDate() {
        reports.commit(other, row(2, "张示例", "post", "首席科学家", "confirmedOn", "2026-11-01"));
        reports.commit(base, row(2, "张示例", "post", "总工程师", "research", "封装", "confirmedOn", "2026-09-01"));
        assertThat(reports.said("post")).isEqualTo("总工程师");
        reports.commit(own, row(2, "张示例", "post", "研发总监", "confirmedOn", "2026-01-01"));
        assertThat(reports.said("post")).isEqualTo("研发总监");
        assertThat(reports.said("research"))
                .as("what the better one leaves blank")
                .isEqualTo("封装");
        assertThat(reports.said("confirmedOn")).isEqualTo("2026-11-01");
    }

    @Test
    void aCheckedDocumentNumberComesBeforeTheOwnStation() {
        reports.commit(other, proven(2, "张示例", "post", "首席科学家"));
        reports.commit(own, row(2, "张示例", "post", "研发总监", "confirmedOn", "2026-11-01"));
        assertThat(reports.said("post")).isEqualTo("首席科学家");
    }

    @Test
    void whoSaysWhatIsToldToThoseWhoMayKnow() {
        long batch = reports.commit(
                own, proven(7, "张示例", "graduated", "2008-06-30", "post", "研发总监", "phone", "13800138000"));
        long another = reports.commit(
                other,
                proven(
                        9,
                        "张示例",
                        "post",
                        "首席科学家",
                        "phone",
                        "13900139000",
                        "graduated",
                        "2008-06",
                        "placeRegion",
                        "420111"));
        batch(batch, own);
        batch(another, other);
        Sources.Origin mine = origin(STATION);
        assertThat(mine.byField().get("post"))
                .satisfies(s -> assertThat(s.reporter()).isEqualTo("甲驿站"))
                .satisfies(s -> assertThat(s.row()).isEqualTo(7))
                .satisfies(s -> assertThat(s.batch()).isEqualTo(Ids.text(batch)));
        assertThat(mine.decidable()).isFalse();
        assertThat(mine.byField().values())
                .as("of what others say a station is told nothing that it could not see before it reported")
                .allMatch(s -> Ids.text(batch).equals(s.batch()));
        assertThat(mine.disagreements()).isEmpty();
        Sources.Origin city = origin(WUHAN);
        assertThat(city.disagreements())
                .as("a month and a day in it agree")
                .extracting(Disagreement::field)
                .containsExactly("post", "phone");
        Disagreement phone = city.disagreements().getLast();
        assertThat(phone.said()).extracting(Said::value).containsExactly("139****9000", "138****8000");
        assertThat(phone.said()).extracting(Said::holds).containsExactly(false, true);
        assertThat(phone.said().getFirst().sources())
                .as("a batch from elsewhere is not this city's to open")
                .allMatch(s -> s.batch() == null);
        assertThat(phone.said().getLast().sources())
                .allMatch(s -> Ids.text(batch).equals(s.batch()));
        assertThat(origin(PROVINCE).disagreements())
                .allMatch(d ->
                        d.said().stream().allMatch(s -> s.sources().getFirst().batch() != null));
        assertThat(origin(YICHANG).decidable()).isFalse();
    }

    @Test
    void aChoiceHoldsOverLaterImportsUntilItIsWithdrawn() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监", "placeRegion", "420111"));
        reports.commit(other, proven(9, "张示例", "post", "首席科学家"));
        RecordSnapshot before = reports.only();
        long waiting = outbox();
        choices.choose("talent", before.id(), "post", report("首席科学家"), before.version(), "本人来电确认", WUHAN);
        assertThat(reports.said("post")).isEqualTo("首席科学家");
        assertThat(reports.only().version()).isEqualTo(before.version() + 1);
        assertThat(outbox()).as("the index follows").isEqualTo(waiting + 1);
        assertThat(jdbc.sql("select action from audit_event where subject_id = ?")
                        .param(Ids.text(before.id()))
                        .query(String.class)
                        .list())
                .containsExactly("field.choose");

        reports.commit(own, proven(2, "张示例", "post", "副总经理", "placeRegion", "420111", "confirmedOn", "2026-12-01"));
        assertThat(reports.said("post")).isEqualTo("首席科学家");
        assertThat(post().decision()).satisfies(d -> assertThat(d.outdated()).isFalse());

        reports.commit(other, proven(9, "张示例", "post", "院长"));
        assertThat(reports.said("post"))
                .as("chosen is the value, not the reporter")
                .isEqualTo("首席科学家");
        assertThat(post().decision()).satisfies(d -> assertThat(d.outdated()).isTrue());
        assertThat(post().open()).as("to be looked at again").isTrue();

        choices.withdraw("talent", before.id(), "post", reports.only().version(), PROVINCE);
        assertThat(reports.said("post")).isEqualTo("副总经理");
        assertThat(post().decision()).isNull();
    }

    @Test
    void aChoiceRestsWhileNobodySaysItAndComesBackWithIt() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监"));
        long batch = reports.commit(other, proven(9, "张示例", "post", "首席科学家"));
        choices.choose(
                "talent",
                reports.only().id(),
                "post",
                report("首席科学家"),
                reports.only().version(),
                "本人确认",
                PROVINCE);
        reports.withdraw(batch);
        assertThat(reports.said("post")).isEqualTo("研发总监");
        assertThat(post().decision()).satisfies(d -> assertThat(d.holds()).isFalse());
        reports.commit(other, proven(3, "张示例", "post", "首席科学家"));
        assertThat(reports.said("post")).isEqualTo("首席科学家");
    }

    @Test
    void whatBelongsTogetherIsChosenTogether() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监"));
        reports.commit(other, proven(9, "张示例", "employerName", "别家", "post", "首席科学家", "research", "激光"));
        RecordSnapshot r = reports.only();
        String report = report("别家");
        choices.choose("talent", r.id(), "post", report, r.version(), "已调动", PROVINCE);
        assertThat(reports.said("employerName")).isEqualTo("别家");
        assertThat(reports.only().enterpriseName()).as("what the scope goes by").isEqualTo("别家");
    }

    @Test
    void aWholeReportIsAdoptedForOneReasonOrNothingIs() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监", "research", "封装", "phone", "13800138000"));
        reports.commit(other, proven(9, "张示例", "post", "首席科学家", "research", "激光", "phone", "13900139000"));
        RecordSnapshot r = reports.only();
        String report = report("首席科学家");
        RecordView seen = reports.records.view(r.id(), PROVINCE).orElseThrow();
        assertThat(sources.of(seen, PROVINCE).reporters())
                .extracting(Sources.Source::reporter, Sources.Source::home)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("乙驿站", "stations/" + Ids.text(12)),
                        org.assertj.core.groups.Tuple.tuple("甲驿站", "stations/" + Ids.text(11)));
        Map<String, String> open = sources.open(seen, report, PROVINCE);
        assertThat(open).containsOnlyKeys("post", "research", "phone");
        refused(400, () -> choices.chooseAll("talent", r.id(), Map.of(), r.version(), "x", PROVINCE));
        refused(
                400,
                () -> choices.chooseAll(
                        "talent", r.id(), Map.of("post", report, "title", report), r.version(), "x", PROVINCE));
        assertThat(reports.only().version()).as("nothing was chosen").isEqualTo(r.version());
        choices.chooseAll("talent", r.id(), open, r.version(), "电话核实", PROVINCE);
        assertThat(reports.said("post")).isEqualTo("首席科学家");
        assertThat(reports.said("research")).isEqualTo("激光");
        assertThat(sources.of(reports.records.view(r.id(), PROVINCE).orElseThrow(), PROVINCE)
                        .disagreements())
                .hasSize(3)
                .noneMatch(Disagreement::open);
        assertThat(reports.only().version()).as("one change").isEqualTo(r.version() + 1);
    }

    @Test
    void whatWaitsIsNotedWithTheRecordAndGoneOnceItIsDecided() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监", "placeRegion", "420111"));
        assertThat(disputes.count(PROVINCE)).isZero();
        reports.commit(other, proven(9, "张示例", "post", "首席科学家", "placeRegion", "420111"));
        assertThat(disputes.page(0, 20, WUHAN).items())
                .singleElement()
                .satisfies(d -> assertThat(d.fields()).containsExactly("post"));
        assertThat(disputes.count(PROVINCE)).isOne();
        assertThat(disputes.count(YICHANG)).as("lies elsewhere").isZero();
        refused(403, () -> disputes.page(0, 20, STATION));
        RecordSnapshot r = reports.only();
        choices.choose("talent", r.id(), "post", report("首席科学家"), r.version(), "电话核实", WUHAN);
        assertThat(disputes.count(PROVINCE)).isZero();
        choices.withdraw("talent", r.id(), "post", reports.only().version(), WUHAN);
        assertThat(disputes.count(PROVINCE)).isOne();
        reports.clear();
        assertThat(disputes.count(PROVINCE)).as("of what is there").isZero();
    }

    @Test
    void fieldsOfOneGroupAreNotChosenFromTwoReports() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监"));
        reports.commit(other, proven(9, "张示例", "employerName", "别家", "post", "首席科学家"));
        RecordSnapshot r = reports.only();
        refused(
                400,
                () -> choices.chooseAll(
                        "talent",
                        r.id(),
                        Map.of("post", report("研发总监"), "employerName", report("别家")),
                        r.version(),
                        "x",
                        PROVINCE));
    }

    @Test
    void whoMayNotIsRefusedAndAnOldVersionIsAConflict() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监", "placeRegion", "420111"));
        reports.commit(other, proven(9, "张示例", "post", "首席科学家", "placeRegion", "420111"));
        RecordSnapshot r = reports.only();
        String report = report("首席科学家");
        for (Viewer v : List.of(STATION, YICHANG)) {
            refused(403, () -> choices.choose("talent", r.id(), "post", report, r.version(), "x", v));
        }
        refused(404, () -> choices.choose("talent", r.id(), "post", report, r.version(), "x", Viewer.ANONYMOUS));
        refused(409, () -> choices.choose("talent", r.id(), "post", report, r.version() - 1, "x", WUHAN));
        refused(400, () -> choices.choose("talent", r.id(), "post", report, r.version(), " ", WUHAN));
        refused(400, () -> choices.choose("talent", r.id(), "colour", report, r.version(), "x", WUHAN));
        refused(400, () -> choices.choose("talent", r.id(), "title", report, r.version(), "x", WUHAN));
        refused(400, () -> choices.choose("talent", r.id(), "post", Ids.text(7), r.version(), "x", WUHAN));
        refused(404, () -> choices.withdraw("talent", r.id(), "post", r.version(), WUHAN));
        assertThat(reports.only().version()).isEqualTo(r.version());
    }

    @Test
    void aPhoneNumberInAReasonIsMasked() {
        reports.commit(own, proven(2, "张示例", "post", "研发总监"));
        reports.commit(other, proven(9, "张示例", "post", "首席科学家"));
        choices.choose(
                "talent",
                reports.only().id(),
                "post",
                report("首席科学家"),
                reports.only().version(),
                "本人 13800138000 来电",
                PROVINCE);
        assertThat(jdbc.sql("select reason from field_choice")
                        .query(String.class)
                        .list())
                .containsExactly("本人 138****8000 来电");
        assertThat(jdbc.sql("select detail from audit_event where action = 'field.choose'")
                        .query(String.class)
                        .list())
                .noneMatch(d -> d.contains("13800138000"));
    }

    private static void refused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(p -> assertThat(p.status()).isEqualTo(status));
    }

    private Sources.Origin origin(Viewer viewer) {
        return sources.of(reports.records.view(reports.only().id(), viewer).orElseThrow(), viewer);
    }

    /** The batch that reports came with. */
    private void batch(long id, Reporter reporter) {
        jdbc.sql("""
                        insert into import_batch (id, feed, file_name, file_size, sha256, legal_basis, status, reporter, reporter_name,
                            region, submitted_by, commit_wanted, phase, phase_since, rows_read, attempts, created_at, updated_at)
                        values (?, 'talent', 'a.csv', 1, '', '', 'COMMITTED', ?, ?, ?, '', false, 'DONE', now(), 1, 1, now(), now())""")
                .params(id, reporter.key(), reporter.name(), reporter.region())
                .update();
    }

    private Disagreement post() {
        return origin(PROVINCE).disagreements().stream()
                .filter(d -> d.field().equals("post"))
                .findFirst()
                .orElseThrow();
    }

    /** The report that says so. */
    private String report(String value) {
        return jdbc.sql("select id from report where payload like ? order by id limit 1")
                .param("%\"" + value + "\"%")
                .query((rs, i) -> Ids.text(rs.getLong(1)))
                .single();
    }

    private long outbox() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }
}
