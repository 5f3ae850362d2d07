package org.talenthub;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
}
