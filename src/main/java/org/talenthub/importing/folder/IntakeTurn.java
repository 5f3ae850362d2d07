package org.talenthub.importing.folder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The lock that all hubs share: one of them at a time takes a file out of the watched folder, in one transaction. */
@Component
class IntakeTurn {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    IntakeTurn(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void alone(Runnable task) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select only_row from intake_turn for update")
                    .query(Integer.class)
                    .single();
            task.run();
        });
    }
}
