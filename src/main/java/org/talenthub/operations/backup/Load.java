package org.talenthub.operations.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.talenthub.common.WrongSetting;
import org.talenthub.operations.backup.Columns.Column;

/** Puts the rows of a backup into the tables of a database that was just made. */
final class Load {

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 8L << 20;

    private final Connection connection;
    private final BackupFile backup;

    Load(Connection connection, BackupFile backup) {
        this.connection = connection;
        this.backup = backup;
    }

    void run() throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement session = connection.createStatement()) {
            session.execute("set session foreign_key_checks = 0, session unique_checks = 0");
            Map<String, List<Column>> present = Columns.of(connection);
            for (Manifest.Table table : backup.manifest().tables()) {
                List<Column> columns = present.getOrDefault(table.name(), List.of()).stream()
                        .filter(c -> table.columns().contains(c.name()))
                        .toList();
                if (columns.size() != table.columns().size()) {
                    throw new WrongSetting(
                            "备份里的表 " + table.name() + " 与程序版本不符。",
                            "The backup's table " + table.name() + " is not that of this version.");
                }
                session.executeUpdate("delete from " + Columns.quoted(table.name()));
                table(table, columns);
                connection.commit();
            }
            session.execute("set session foreign_key_checks = 1, session unique_checks = 1");
            connection.commit();
        }
    }

    private void table(Manifest.Table table, List<Column> present) throws IOException, SQLException {
        Map<String, Column> byName = present.stream().collect(Collectors.toMap(Column::name, c -> c));
        List<Column> columns = table.columns().stream().map(byName::get).toList();
        String sql = "insert into " + Columns.quoted(table.name()) + " ("
                + columns.stream().map(c -> Columns.quoted(c.name())).collect(Collectors.joining(", ")) + ") values ("
                + IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ")";
        try (DataInputStream in = backup.rows(table);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            long bytes = 0;
            while (Cells.more(in)) {
                for (int i = 0; i < columns.size(); i++) {
                    byte[] cell = Cells.read(in);
                    bytes += cell == null ? 0 : cell.length;
                    columns.get(i).into(insert, i + 1, cell);
                }
                insert.addBatch();
                if (++waiting == BATCH || bytes > BATCH_BYTES) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                    bytes = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }
}
