package org.talenthub.operations.backup;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of the hub and how the values of their columns travel: bytes as they are, all else as the text that the server makes of it. */
final class Columns {

    /** What does not outlive a restart: sessions and counts of wrong passwords; and what the target keeps for itself. */
    private static final Set<String> LEFT_OUT = Set.of(
            "flyway_schema_history",
            "spring_session",
            "spring_session_attributes",
            "sign_in_attempt",
            "restore_unfinished");

    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> TEXT = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
    private static final Set<String> FLOATING = Set.of("float", "double");

    private Columns() {}

    record Column(String name, String type) {

        String selected() {
            return BYTES.contains(type) || TEXT.contains(type) || FLOATING.contains(type)
                    ? quoted(name)
                    : "cast(" + quoted(name) + " as char)";
        }

        boolean bytes() {
            return BYTES.contains(type);
        }

        byte @Nullable [] of(ResultSet rows, int index) throws SQLException {
            if (bytes()) {
                return rows.getBytes(index);
            }
            String text;
            if (FLOATING.contains(type)) {
                double number = rows.getDouble(index);
                text = rows.wasNull() ? null : Double.toString(number);
            } else {
                text = rows.getString(index);
            }
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }

        void into(PreparedStatement insert, int index, byte @Nullable [] cell) throws SQLException {
            if (cell == null) {
                insert.setNull(index, java.sql.Types.NULL);
            } else if (bytes()) {
                insert.setBytes(index, cell);
            } else {
                insert.setString(index, new String(cell, StandardCharsets.UTF_8));
            }
        }
    }

    /** By table, those that are written (not computed ones), in their order. */
    static Map<String, List<Column>> of(Connection connection) throws SQLException {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.table_name, c.column_name, lower(c.data_type)
                        from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = database() and t.table_type = 'BASE TABLE'
                            and upper(c.extra) not like '%VIRTUAL GENERATED%' and upper(c.extra) not like '%STORED GENERATED%'
                        order by c.table_name, c.ordinal_position""")) {
            while (rows.next()) {
                String table = rows.getString(1);
                if (!LEFT_OUT.contains(table.toLowerCase(Locale.ROOT))) {
                    tables.computeIfAbsent(table, t -> new ArrayList<>())
                            .add(new Column(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return tables;
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
