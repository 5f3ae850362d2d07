package org.talenthub.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is recognised, on a small pool with a fixed seed; the benchmark says the same of a large one. */
@RecordsTest
class RecognitionTests {

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void emptyPool() {
        List.of("report", "pool_record", "record_key", "outbox", "suspect", "suspect_row")
                .forEach(t -> jdbc.sql("delete from " + t).update());
    }

    @Test
    void mergesAreRightAndHardlyAnybodyIsMissed() {
        Recognition.Result r = reportedAgain(Recognition.FIRST);
        assertThat(r.recall()).as("recall of merges: %s", r).isGreaterThanOrEqualTo(0.95);
        assertThat(r.queued()).as("questions for 1,000 rows: %s", r).isBetween(1.0, 60.0);
    }

    /** Whom another reported joins by a verified number only; who is alike is asked. */
    @Test
    void ofAnothersPeopleWhoGivesNoNumberIsAskedAndHardlyAnybodyIsMissed() {
        Recognition.Result r = reportedAgain(Recognition.STRANGER);
        assertThat(r.recall()).as("three of four give a number: %s", r).isBetween(0.6, 0.8);
        assertThat(r.queued()).as("questions for 1,000 rows: %s", r).isBetween(100.0, 300.0);
        assertThat(r.useful())
                .as("of the questions those about one person: %s", r)
                .isGreaterThanOrEqualTo(0.8);
    }

    private Recognition.Result reportedAgain(Reporter by) {
        Duplicates people = new Duplicates(5, 6_000);
        Recognition recognition = new Recognition(hub);
        recognition.fill(people, 4_000);
        Recognition.Result r = recognition.run(people, 5, 4_000, 2_000, by);
        assertThat(r.truePairs()).as("%s", r).isBetween(1_150, 1_450);
        assertThat(r.precision()).as("precision of merges: %s", r).isGreaterThanOrEqualTo(0.98);
        assertThat(r.held()).as("recall of merges and queue: %s", r).isGreaterThanOrEqualTo(0.99);
        return r;
    }
}
