package org.talenthub.operations.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.core.env.Environment;

/** The database: reached, entered, of a version and with rights that do, and written by this hub's key and by no later hub. Reads only. */
final class DatabaseCheck {

    private static final String PATIENCE_MS = "8000";

    private final Environment environment;

    DatabaseCheck(Environment environment) {
        this.environment = environment;
    }

    List<Finding> findings() {
        String url = environment.getProperty("spring.datasource.url");
        if (url == null) {
            return Examination.embeddedDatabase(environment)
                    ? List.of(Finding.ok(
                            "database.embedded",
                            "使用内置数据库（未在运行，未查）",
                            "the embedded database is used (not running, not looked at)"))
                    : List.of();
        }
        if (url.equals(Examination.NONE)) {
            return List.of();
        }
        if (!url.startsWith("jdbc:mysql:")) {
            return List.of(Finding.fix(
                    "database.url",
                    "SPRING_DATASOURCE_URL 应形如 jdbc:mysql://主机:3306/hub。",
                    "SPRING_DATASOURCE_URL must look like jdbc:mysql://host:3306/hub."));
        }
        try (Connection connection = DriverManager.getConnection(url, credentials())) {
            connection.setReadOnly(true);
            return new ArrayList<>(new DatabaseState(connection, environment).findings());
        } catch (SQLException e) {
            return List.of(DatabaseRefusal.of(e, url));
        }
    }

    private Properties credentials() {
        Properties properties = new Properties();
        put(properties, "user", environment.getProperty("spring.datasource.username"));
        put(properties, "password", environment.getProperty("spring.datasource.password"));
        properties.setProperty("connectTimeout", PATIENCE_MS);
        properties.setProperty("socketTimeout", PATIENCE_MS);
        return properties;
    }

    private static void put(Properties properties, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
