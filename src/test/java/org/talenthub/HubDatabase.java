package org.talenthub;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** The embedded database of a home, beside the hub that runs on it. */
final class HubDatabase {

    private HubDatabase() {}

    static Connection connect(Path home) throws Exception {
        Properties secrets = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        String port = Files.readAllLines(home.resolve("database/my.cnf")).stream()
                .filter(l -> l.startsWith("port="))
                .findFirst()
                .orElseThrow()
                .substring("port=".length());
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/hub?sslMode=DISABLED",
                "hub",
                secrets.getProperty("database.password"));
    }

    /** What one number answers; the database itself may just be dead. */
    static long number(Path home, String query, Duration patience) throws Exception {
        Instant until = Instant.now().plus(patience);
        while (true) {
            try (Connection db = connect(home);
                    Statement sql = db.createStatement();
                    ResultSet rs = sql.executeQuery(query)) {
                rs.next();
                return rs.getLong(1);
            } catch (SQLException e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
                HubClient.pause(200);
            }
        }
    }

    /** Waits until everything is indexed and matched; looked at more than once, as a piece may be on its way. */
    static void settled(Path home, Duration patience) throws Exception {
        Instant until = Instant.now().plus(patience);
        int still = 0;
        while (still < 3) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("matching does not end");
            }
            boolean quiet =
                    number(home, "select (select count(*) from outbox) + (select count(*) from match_change)", patience)
                            == 0;
            still = quiet ? still + 1 : 0;
            HubClient.pause(400);
        }
    }
}
