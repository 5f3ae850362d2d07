package org.talenthub.common.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionSystemException;

class CausesTests {

    @Test
    void anEngineIsAwayHoweverDeepThatIsSaid() {
        assertThat(Causes.engineAway(new RuntimeException(new IOException(new ConnectException("refused")))))
                .isTrue();
        // what is left of the reason when the rollback fails too
        SQLException closed = new SQLException("Connection is closed");
        assertThat(Causes.engineAway(new TransactionSystemException("could not roll back", closed)))
                .isTrue();
        RuntimeException statement = new RuntimeException(new SQLException("statement closed", "S1009"));
        assertThat(Causes.engineAway(statement)).isFalse();
        statement.getCause().addSuppressed(new IllegalStateException(new SQLException("gone", "08003")));
        assertThat(Causes.engineAway(statement)).isTrue();
        assertThat(Causes.engineAway(new SQLException("gone", "08S01"))).isTrue();
        assertThat(Causes.engineAway(new SQLException("bad grammar", "42000"))).isFalse();
        assertThat(Causes.engineAway(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void aDiskIsFullInEveryonesWords() {
        assertThat(Causes.storageFull(new RuntimeException(new IOException("No space left on device"))))
                .isTrue();
        assertThat(Causes.storageFull(new SQLException("The table 'report' is full", "HY000", 1114)))
                .isTrue();
        assertThat(Causes.storageFull(new SQLException("Got error 28 from storage engine", "HY000", 1030)))
                .isTrue();
        assertThat(Causes.storageFull(new SQLException("Got error 127 from storage engine", "HY000", 1030)))
                .isFalse();
        assertThat(Causes.storageFull(new IOException("Broken pipe"))).isFalse();
    }

    @Test
    void whoLostItsTurnTriesAgain() {
        assertThat(Causes.turnLost(new RuntimeException(new CannotAcquireLockException("deadlock"))))
                .isTrue();
        assertThat(Causes.turnLost(new SQLException("bad grammar", "42000"))).isFalse();
    }

    @Test
    void itIsKnownWhoFailed() {
        assertThat(Causes.database(new RuntimeException(new SQLException("x")))).isTrue();
        assertThat(Causes.database(new RuntimeException(new ConnectException("refused"))))
                .isFalse();
    }
}
