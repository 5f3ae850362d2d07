package org.talenthub.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.PoolTest;

/** A backup asks for no more than to read, on either database: its user need not have any other right. */
@PoolTest
class DumpTests {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    private Path directory;

    @Test
    void itOnlyReads() throws Exception {
        Path file = directory.resolve("hub.zip");
        Manifest written;
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            session.execute("set session transaction read only");
            try {
                written = new Dump(connection).to(file);
            } finally {
                session.execute("set session transaction read write");
            }
        }
        try (BackupFile read = BackupFile.open(file)) {
            read.verify();
            assertThat(read.manifest().tables()).isEqualTo(written.tables());
        }
        Map<String, Long> rows =
                written.tables().stream().collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::rows));
        assertThat(rows)
                .containsEntry(
                        "account",
                        jdbc.sql("select count(*) from account")
                                .query(Long.class)
                                .single())
                .containsKeys("pool_record", "account_identity", "import_file");
    }
}
