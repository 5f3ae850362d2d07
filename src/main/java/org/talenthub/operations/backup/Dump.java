package org.talenthub.operations.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.talenthub.operations.backup.Columns.Column;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables as of one moment, while hubs go on working. Reads only: a user with SELECT on the schema does. The file is whole or
 * not there, and its owner's alone: names of people stand in it unsealed.
 */
final class Dump {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;

    Dump(Connection connection) {
        this.connection = connection;
    }

    Manifest to(Path file) throws IOException, SQLException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        FileAttribute<?>[] owner =
                draft.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Manifest manifest;
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            zip.setLevel(Deflater.BEST_SPEED); // most of it is sealed
            manifest = all(zip);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
    }

    private Manifest all(ZipOutputStream zip) throws IOException, SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("set session transaction isolation level repeatable read");
            session.execute("start transaction with consistent snapshot");
        }
        List<Manifest.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<Column>> table : Columns.of(connection).entrySet()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey()));
            tables.add(table(zip, table.getKey(), table.getValue()));
            zip.closeEntry();
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Integer.parseInt(
                        text("select max(cast(version as unsigned)) from flyway_schema_history where success = 1")),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                text("select coalesce(max(fingerprint), '') from secret_key"),
                text("select exists (select 1 from account where demo)").equals("1"),
                tables);
        try (Statement session = connection.createStatement()) {
            session.execute("rollback");
        }
        return manifest;
    }

    private Manifest.Table table(OutputStream zip, String name, List<Column> columns) throws IOException, SQLException {
        MessageDigest digest = sha256();
        // not closed: the zip goes on
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(zip, digest), 1 << 16));
        String list = columns.stream().map(Column::selected).collect(Collectors.joining(", "));
        long count = 0;
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE); // row by row, as Connector/J has it
            try (ResultSet rows = statement.executeQuery("select " + list + " from " + Columns.quoted(name))) {
                while (rows.next()) {
                    Cells.begin(out);
                    for (int i = 0; i < columns.size(); i++) {
                        Cells.write(out, columns.get(i).of(rows, i + 1));
                    }
                    count++;
                }
            }
        }
        Cells.end(out);
        out.flush();
        return new Manifest.Table(
                name,
                columns.stream().map(Column::name).toList(),
                count,
                HexFormat.of().formatHex(digest.digest()));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
