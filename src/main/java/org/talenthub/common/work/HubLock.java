package org.talenthub.common.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Work that one hub at a time does on a database: a lock of the session, which goes with the hub that holds it, however that ends. */
@Component
public class HubLock {

    private static final String NAME = "(concat('hub-', sha2(concat(database(), ?), 224))";

    private final DataSource database;

    HubLock(DataSource database) {
        this.database = database;
    }

    /** What is done while the lock is held. */
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /**
     * Does the work, unless another hub is at it.
     *
     * @param name of the work
     * @return false when another hub is
     */
    public <E extends Exception> boolean run(String name, Work<E> work) throws SQLException, E {
        try (Connection held = database.getConnection()) {
            if (!ask(held, "select get_lock" + NAME + ", 0)", name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(held, "select release_lock" + NAME + ")", name);
            }
        }
    }

    private static boolean ask(Connection c, String sql, String name) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setString(1, name);
            try (ResultSet r = s.executeQuery()) {
                return r.next() && r.getInt(1) == 1;
            }
        }
    }
}
