package org.talenthub.records.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.records.TestReports.row;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordsTest;
import org.talenthub.records.Reporter;
import org.talenthub.records.TestReports;
import org.talenthub.records.intake.Staging.Row;

/** Rows that repeat what their reporter said last: known as such when they are read, and settled without being looked at again. */
@RecordsTest
class RepetitionsTests {

    @Autowired
    TestReports reports;

    @Autowired
    Forecast forecast;

    @Autowired
    JdbcClient jdbc;

    private final Reporter one = Reporter.carrier(11, "甲驿站", "420100");
    private final Reporter two = Reporter.carrier(12, "乙驿站", "420500");

    @BeforeEach
    void emptyPool() {
        reports.clear();
    }

    @Test
    void repetitionsAreKnownWhenTheyAreReadAndTheForecastCountsThem() {
        reports.commit(one, row(2, "张示例"), row(3, "李示例", "post", "总监"));
        long again = reports.stage(one, row(2, "张示例"), row(3, "李示例", "post", "总工"), row(4, "王示例"));
        assertThat(outcomes(again)).containsExactly("UNCHANGED", "CREATED", "CREATED");
        AtomicInteger told = new AtomicInteger();
        forecast.run(again, "talent", true, told::addAndGet);
        assertThat(told).hasValue(3);
        assertThat(outcomes(again)).containsExactly("UNCHANGED", "UPDATED", "CREATED");
        long outbox = waiting();
        reports.commit(again);
        assertThat(outcomes(again)).containsExactly("UNCHANGED", "UPDATED", "CREATED");
        assertThat(states(again)).containsExactly("SAME", "LIVE", "LIVE");
        assertThat(waiting()).isEqualTo(outbox + 2);
    }

    @Test
    void anotherReportersWordsAreNoRepetition() {
        reports.commit(one, row(2, "张示例"));
        assertThat(outcomes(reports.stage(two, row(2, "张示例")))).containsExactly("CREATED");
    }

    @Test
    void ofRowsAboutOneTheirOrderDecides() {
        reports.commit(one, row(2, "张示例", "post", "总监"));
        long back = reports.stage(one, row(2, "张示例", "post", "总工"), row(3, "张示例", "post", "总监"));
        forecast.run(back, "talent", true, n -> {});
        assertThat(outcomes(back)).containsExactly("UPDATED", "UPDATED");
        reports.commit(back);
        assertThat(reports.said("post")).isEqualTo("总监");
        long on = reports.stage(one, row(2, "张示例", "post", "总监"), row(3, "张示例", "post", "总工"));
        forecast.run(on, "talent", true, n -> {});
        assertThat(outcomes(on)).containsExactly("UNCHANGED", "UPDATED");
        reports.commit(on);
        assertThat(reports.said("post")).isEqualTo("总工");
    }

    /** Far apart in a file, so that they are written by different transactions. */
    @Test
    void rowsAboutOneAreFoundAcrossTheWholeFile() {
        reports.commit(one, row(2, "张示例", "post", "总监"));
        long batch = Ids.next();
        reports.stage(batch, one, row(2, "张示例", "post", "总工"));
        reports.stage(batch, one, row(3, "张示例", "post", "总监"));
        assertThat(outcomes(batch)).containsExactly("CREATED", "UNCHANGED");
        forecast.run(batch, "talent", true, n -> {});
        assertThat(outcomes(batch)).containsExactly("UPDATED", "UPDATED");
        reports.commit(batch);
        assertThat(reports.said("post")).isEqualTo("总监");
    }

    @Test
    void aForecastMadeLaterTrustsNothingThatWasFoundBefore() {
        reports.commit(one, row(2, "张示例", "post", "总监"));
        long waiting = reports.stage(one, row(2, "张示例", "post", "总监"));
        reports.commit(one, row(2, "张示例", "post", "总工"));
        forecast.run(waiting, "talent", false, n -> {});
        assertThat(outcomes(waiting)).containsExactly("UPDATED");
        reports.commit(waiting);
        assertThat(reports.said("post")).isEqualTo("总监");
    }

    @Test
    void whatChangedSinceTheForecastIsFoundByTheCommit() {
        reports.commit(one, row(2, "张示例", "post", "总监"));
        long waiting = reports.stage(one, row(2, "张示例", "post", "总监"));
        forecast.run(waiting, "talent", true, n -> {});
        reports.commit(one, row(2, "张示例", "post", "总工"));
        reports.commit(waiting);
        assertThat(states(waiting)).containsExactly("LIVE");
        assertThat(reports.said("post")).isEqualTo("总监");
    }

    @Test
    void aRepetitionTakesThePlaceOfWhatItRepeats() {
        long first = reports.commit(one, row(2, "张示例", "post", "总监"));
        long again = reports.stage(one, row(2, "张示例", "post", "总监"));
        forecast.run(again, "talent", true, n -> {});
        reports.commit(again);
        reports.withdraw(first);
        assertThat(states(again)).containsExactly("LIVE");
        assertThat(reports.said("post")).isEqualTo("总监");
        reports.withdraw(again);
        assertThat(reports.pool()).isEmpty();
    }

    @Test
    void ofAThousandRowsAFewTellWhetherToAsk() {
        Row[] many = new Row[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = row(2 + i, "示例" + i);
        }
        reports.commit(one, many);
        assertThat(outcomes(reports.stage(one, many))).hasSize(1000).containsOnly("UNCHANGED");
    }

    private List<String> outcomes(long batch) {
        return column(batch, "outcome");
    }

    private List<String> states(long batch) {
        return column(batch, "state");
    }

    private List<String> column(long batch, String column) {
        return jdbc.sql("select " + column + " from report where batch_id = ? order by row_no")
                .param(batch)
                .query(String.class)
                .list();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }
}
