package org.talenthub.operations.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.talenthub.common.HubTime;

/**
 * {@code java -jar talent-hub.jar backup [file]}: of the database in the settings, or of the embedded one, whether its hub runs or not.
 * {@code hub.backup.username} and {@code hub.backup.password} name a user that may only read.
 */
public final class BackupCommand {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private BackupCommand() {}

    /** An application of nothing, for its environment and the embedded database. */
    static class Nothing {}

    /** @return 0, or 1 when there is no backup */
    public static int run(List<String> words, String... options) {
        Path file = Path.of(
                        words.size() > 1
                                ? words.get(1)
                                : "talent-hub-"
                                        + LocalDateTime.now(HubTime.ZONE).format(STAMP) + ".zip")
                .toAbsolutePath();
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("hub.command", "backup"));
        try (ConfigurableApplicationContext context = application.run(options);
                Connection connection = connect(context.getEnvironment())) {
            Manifest manifest = new Dump(connection).to(file);
            System.out.println("[hub] 备份完成 · backup done: " + file + "（"
                    + manifest.tables().size() + " tables, " + manifest.rows() + " rows）");
            System.out.println("[hub] 密钥不在其中，请另行保存 · the key is not in it; keep it elsewhere");
            return 0;
        } catch (IOException | SQLException e) {
            System.err.println("[hub] 备份没有完成 · no backup: " + e.getMessage());
            return 1;
        }
    }

    private static Connection connect(Environment environment) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(
                "user",
                environment.getProperty(
                        "hub.backup.username", environment.getProperty("spring.datasource.username", "")));
        properties.setProperty(
                "password",
                environment.getProperty(
                        "hub.backup.password", environment.getProperty("spring.datasource.password", "")));
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("connectionCollation", "utf8mb4_bin");
        properties.setProperty("netTimeoutForStreamingResults", "3600");
        return DriverManager.getConnection(environment.getRequiredProperty("spring.datasource.url"), properties);
    }
}
