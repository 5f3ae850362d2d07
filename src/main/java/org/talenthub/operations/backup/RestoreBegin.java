package org.talenthub.operations.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;
import org.talenthub.common.WrongSetting;
import org.talenthub.security.sealing.Sealing;

/** In the place of the migration of an empty database: its tables as they were, the rows, then whatever this version adds. */
@Component
@ConditionalOnProperty(name = "hub.command", havingValue = "restore")
class RestoreBegin implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreBegin.class);

    private final Path file;
    private final Sealing sealing;

    RestoreBegin(@Value("${" + RestoreCommand.FILE + "}") Path file, Sealing sealing) {
        this.file = file;
        this.sealing = sealing;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (BackupFile backup = BackupFile.open(file);
                Connection connection =
                        flyway.getConfiguration().getDataSource().getConnection()) {
            Manifest manifest = backup.manifest();
            check(manifest, connection);
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(String.valueOf(manifest.schema()))
                    .load()
                    .migrate();
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table restore_unfinished (only_row int not null primary key)"
                        + " default character set utf8mb4 collate utf8mb4_bin");
            }
            new Load(connection, backup).run();
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table restore_unfinished");
            }
            LOG.info("恢复了 {} 行（{}） · rows restored", manifest.rows(), manifest.takenAt());
        } catch (IOException | SQLException e) {
            throw new WrongSetting(
                    "恢复没有完成：" + e.getMessage() + "。请清空数据库再试。",
                    "The restore did not finish: " + e.getMessage() + ". Empty the database and try again.");
        }
        flyway.migrate();
    }

    private void check(Manifest manifest, Connection connection) throws SQLException {
        if (!manifest.fingerprint().isEmpty() && !manifest.fingerprint().equals(sealing.fingerprint())) {
            throw new WrongSetting(
                    "备份是用另一个密钥封存的：请设置原来的 HUB_SECRET_KEY，或把原来的 secret.key 放进 hub.home。",
                    "The backup was sealed with another key: set the former HUB_SECRET_KEY, or put the former secret.key into hub.home.");
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = database()")) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new WrongSetting(
                        "数据库不是空的：只能恢复到空库。", "The database is not empty: a backup is restored into an empty one only.");
            }
        }
    }
}
