package org.talenthub.operations.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.talenthub.security.sealing.Sealing;

/** What a reached database says of itself. */
final class DatabaseState {

    private static final long LEAST_PACKET_MB = 16;
    private static final Duration OFF = Duration.ofSeconds(5);
    private static final Duration FAR_OFF = Duration.ofMinutes(5);

    private final Connection connection;
    private final Environment environment;

    DatabaseState(Connection connection, Environment environment) {
        this.connection = connection;
        this.environment = environment;
    }

    List<Finding> findings() throws SQLException {
        List<Finding> found = new ArrayList<>();
        String schema = text("select database()");
        if (schema == null) {
            return List.of(Finding.fix(
                    "database.url",
                    "SPRING_DATASOURCE_URL 没有写库名，应形如 jdbc:mysql://主机:3306/hub。",
                    "SPRING_DATASOURCE_URL names no database; it must look like jdbc:mysql://host:3306/hub."));
        }
        found.add(DatabaseVersion.of(
                String.valueOf(text("select version()")), String.valueOf(text("select @@version_comment"))));
        found.add(Grants.of(lines("show grants"), schema));
        found.add(
                charset(
                        String.valueOf(
                                text(
                                        "select concat(default_character_set_name, ' ', default_collation_name) from information_schema.schemata where schema_name = database()"))));
        found.add(mode(String.valueOf(text("select @@session.sql_mode"))));
        found.add(packet(Long.parseLong(String.valueOf(text("select @@max_allowed_packet")))));
        found.add(clock());
        found.addAll(content());
        return found;
    }

    static Finding charset(String charset) {
        return charset.startsWith("utf8mb4")
                ? Finding.ok(
                        "database.charset",
                        "库的字符集 " + charset + "（各表自带 utf8mb4_bin）",
                        "charset " + charset + " (tables state utf8mb4_bin themselves)")
                : Finding.warn(
                        "database.charset",
                        "库的默认字符集是 " + charset + "：各表自带 utf8mb4_bin，仍建议 ALTER DATABASE … CHARACTER SET utf8mb4。",
                        "The database's default charset is " + charset
                                + "; tables state utf8mb4_bin themselves, ALTER DATABASE … CHARACTER SET utf8mb4 is better all the same.");
    }

    static Finding mode(String mode) {
        return mode.contains("NO_BACKSLASH_ESCAPES") || mode.contains("ANSI_QUOTES") || !mode.contains("STRICT_")
                ? Finding.warn(
                        "database.mode",
                        "服务器的 sql_mode 是“" + mode + "”，本系统的每个会话会自设所需的模式；其他程序请勿写这个库。",
                        "The server's sql_mode is “" + mode
                                + "”; each session of the hub sets what it needs, let no other program write here.")
                : Finding.ok("database.mode", "sql_mode 合适，每个会话也自设", "sql_mode is fine, and each session sets its own");
    }

    static Finding packet(long bytes) {
        long megabytes = bytes >> 20;
        return megabytes < LEAST_PACKET_MB
                ? Finding.fix(
                        "database.packet",
                        "max_allowed_packet 只有 " + megabytes + " MB：请设为 64M。",
                        "max_allowed_packet is only " + megabytes + " MB: set it to 64M.")
                : Finding.ok(
                        "database.packet",
                        "max_allowed_packet " + megabytes + " MB",
                        "max_allowed_packet " + megabytes + " MB");
    }

    private Finding clock() throws SQLException {
        Instant before = Instant.now();
        double seconds = Double.parseDouble(String.valueOf(text("select unix_timestamp(now(6))")));
        return clock(Duration.between(before, Instant.ofEpochMilli((long) (seconds * 1000))));
    }

    /** @param off how far the database's clock is ahead of this machine's */
    static Finding clock(Duration off) {
        String said = off.toSeconds() + " s";
        if (off.abs().compareTo(FAR_OFF) > 0) {
            return Finding.fix(
                    "clock",
                    "本机与数据库的时钟相差 " + said + "：请先校时（NTP），否则验证码和期限都不准。",
                    "The clocks of this machine and of the database differ by " + said
                            + ": set them by NTP first; codes and deadlines depend on them.");
        }
        return off.abs().compareTo(OFF) > 0
                ? Finding.warn(
                        "clock",
                        "本机与数据库的时钟相差 " + said + "，请校时（NTP）。",
                        "The clocks of this machine and of the database differ by " + said + "; use NTP.")
                : Finding.ok("clock", "时钟一致", "the clocks agree");
    }

    /** What a hub has written there before. */
    private List<Finding> content() throws SQLException {
        List<Finding> found = new ArrayList<>();
        if (!has("flyway_schema_history")) {
            boolean empty =
                    "0".equals(text("select count(*) from information_schema.tables where table_schema = database()"));
            return List.of(
                    empty
                            ? Finding.ok("database.empty", "空库，启动时建表", "an empty database; the start makes the tables")
                            : Finding.fix(
                                    "database.foreign",
                                    "库里已有别的表：请为本系统另建一个空库。",
                                    "There are tables of something else in the database: give the hub an empty one of its own."));
        }
        String failed = text("select group_concat(version) from flyway_schema_history where success = 0");
        if (failed != null) {
            found.add(Finding.fix(
                    "database.half",
                    "上次升级（版本 " + failed + "）中断：请恢复升级前的备份再升级。",
                    "The last upgrade (version " + failed
                            + ") broke off: restore the backup from before it and upgrade again."));
        }
        if (has("restore_unfinished")) {
            found.add(Finding.fix(
                    "database.restore",
                    "上次恢复（restore）没有完成：请清空这个库，再恢复一次。",
                    "The last restore did not finish: empty this database and restore once more."));
        }
        found.add(version());
        if (has("secret_key")) {
            key(text("select fingerprint from secret_key")).ifPresent(found::add);
        }
        if (has("account")
                && environment.getProperty("hub.demo", Boolean.class, false)
                && "1"
                        .equals(
                                text(
                                        "select exists (select 1 from account) and not exists (select 1 from account where demo)"))) {
            found.add(
                    Finding.fix(
                            "demo.real",
                            "hub.demo=true，但这个数据库存有正式数据，不会装入示例数据：请去掉 hub.demo，或另用空库。",
                            "hub.demo=true, but this database holds real data, and no demo data goes there: leave hub.demo out, or use an empty database."));
        }
        return found;
    }

    private Finding version() throws SQLException {
        int there = Integer.parseInt(String.valueOf(text(
                "select coalesce(max(cast(version as unsigned)), 0) from flyway_schema_history where success = 1")));
        int known = Migrations.newest();
        return there > known
                ? Finding.fix(
                        "database.newer",
                        "数据库是较新版本的枢纽（" + there + " > " + known + "）写的：请用那个版本或更新的程序。",
                        "The database was written by a newer hub (" + there + " > " + known
                                + "): run that version or a later one.")
                : Finding.ok(
                        "database.version",
                        "库版本 " + there + (there < known ? "，启动时升级到 " + known + "，请先备份" : ""),
                        "schema version " + there
                                + (there < known ? ", the start upgrades it to " + known + "; back up first" : ""));
    }

    private Optional<Finding> key(@Nullable String stored) {
        Optional<Sealing> sealing = KeySetting.sealing(environment);
        if (stored == null || sealing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sealing.get().fingerprint().equals(stored)
                        ? Finding.ok(
                                "key.same", "密钥就是封存这个库的密钥", "the key is the one that this database was sealed with")
                        : Finding.fix(
                                "key.other",
                                "这个数据库是用另一个密钥封存的：请恢复原来的 HUB_SECRET_KEY（或 <hub.home>/secret.key）。",
                                "This database was sealed with another key: restore the former HUB_SECRET_KEY (or <hub.home>/secret.key)."));
    }

    private boolean has(String table) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(
                "select 1 from information_schema.tables where table_schema = database() and table_name = ?")) {
            asked.setString(1, table);
            try (ResultSet rows = asked.executeQuery()) {
                return rows.next();
            }
        }
    }

    private @Nullable String text(String sql) throws SQLException {
        List<@Nullable String> lines = lines(sql);
        return lines.isEmpty() ? null : lines.getFirst();
    }

    private List<@Nullable String> lines(String sql) throws SQLException {
        List<@Nullable String> lines = new ArrayList<>();
        try (PreparedStatement asked = connection.prepareStatement(sql);
                ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
