package org.talenthub.common.causes;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** What lies behind a failure, as far as it decides whether to try again. */
public final class Causes {

    private static final int DEEPEST = 20;

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            EngineAway.class,
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            SQLTransientConnectionException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class,
            DataAccessResourceFailureException.class,
            QueryTimeoutException.class,
            CannotCreateTransactionException.class);

    /** SQL states of class 08 (ISO 9075). */
    private static final String CONNECTION = "08";

    /** ER_DISK_FULL, ER_RECORD_FILE_FULL (InnoDB's word for a full disk), ER_TEMP_FILE_WRITE_FAILURE. */
    private static final Set<Integer> DATABASE_FULL = Set.of(1021, 1114, 1878);

    private Causes() {}

    /** A connection to the database or to the search engine could not be had or broke. */
    public static boolean engineAway(Throwable e) {
        return any(
                e,
                t -> AWAY.stream().anyMatch(c -> c.isInstance(t))
                        || (t instanceof SQLException sql && connectionLost(sql))
                        || t.getClass().getName().startsWith("org.apache.hc.core5.http.ConnectionClosed"));
    }

    /** Also as the connection pool tells it, without a state, of a connection that it has given up. */
    private static boolean connectionLost(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith(CONNECTION) || "Connection is closed".equals(e.getMessage());
    }

    /** It came from the database, not from a file or the search engine. */
    public static boolean database(Throwable e) {
        return any(
                e,
                t -> t instanceof SQLException
                        || t instanceof DataAccessException
                        || t instanceof TransactionException);
    }

    /** Two transactions wanted the same rows and this one was rolled back for the other: the same again will do. */
    public static boolean turnLost(Throwable e) {
        return any(e, PessimisticLockingFailureException.class::isInstance);
    }

    /** A disk is full: the hub's own, or the database's. */
    public static boolean storageFull(Throwable e) {
        return any(e, Causes::full);
    }

    private static boolean full(Throwable t) {
        String said = String.valueOf(t.getMessage());
        if (t instanceof SQLException sql) {
            // 1030: an error of the storage engine, 28 is the system's ENOSPC
            return DATABASE_FULL.contains(sql.getErrorCode())
                    || (sql.getErrorCode() == 1030 && said.contains("error 28"));
        }
        // Java gives the system's words only: ENOSPC, EDQUOT, EFBIG
        return t instanceof IOException
                && (said.contains("No space left on device")
                        || said.contains("Disk quota exceeded")
                        || said.contains("File too large"));
    }

    /** Suppressed ones too: a statement that was lost with its connection says only that it is closed, its rollback says why. */
    private static boolean any(@Nullable Throwable e, Predicate<Throwable> test) {
        return any(e, test, 0);
    }

    private static boolean any(@Nullable Throwable e, Predicate<Throwable> test, int depth) {
        if (e == null || depth == DEEPEST) {
            return false;
        }
        return test.test(e)
                || any(e.getCause(), test, depth + 1)
                || Stream.of(e.getSuppressed()).anyMatch(s -> any(s, test, depth + 1));
    }
}
