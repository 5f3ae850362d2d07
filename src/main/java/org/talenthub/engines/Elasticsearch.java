package org.talenthub.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.engines.light.Platform;
import org.talenthub.engines.process.Console;
import org.talenthub.engines.process.FreePort;
import org.talenthub.engines.process.ProcessTag;

/** The embedded Elasticsearch: one node, loopback only, with its own password; its program is a zip on the class path. */
final class Elasticsearch implements Engine {

    static final String USER = "elastic";

    private static final String KEYSTORE = "elasticsearch.keystore";

    private static final String SCRIPT = Platform.here() == Platform.WINDOWS_X64 ? ".bat" : "";

    private static final ClassPathResource ZIP = new ClassPathResource("engines/elasticsearch.zip");
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

    /** Lines of the distribution's JVM options that the hub does without: bulky logs and a module this package lacks. */
    private static final List<String> UNWANTED_OPTIONS =
            List.of("-Xlog:gc", "-XX:+HeapDumpOnOutOfMemoryError", "--add-opens=java.base/java.nio=org.apache.arrow");

    private static final ClassPathResource LOGGING = new ClassPathResource("engines/elasticsearch-log4j2.properties");
    private final Path directory;
    private final Path binaries;
    private final String password;
    private final String heap;
    private final String furtherOptions;
    private final int port;
    private final int transportPort;
    private final String name;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Elasticsearch(Path directory, Path binaries, String password, String heap, String options) throws IOException {
        this.directory = directory;
        this.binaries = binaries;
        this.password = password;
        this.heap = heap;
        this.furtherOptions = options;
        this.port = FreePort.find();
        this.transportPort = FreePort.find();
        try (ZipInputStream zip = new ZipInputStream(ZIP.getInputStream())) {
            ZipEntry root = zip.getNextEntry();
            if (root == null) {
                throw new IOException("empty: " + ZIP);
            }
            this.name = root.getName().substring(0, root.getName().indexOf('/'));
        }
    }

    /** The HTTP address. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String title() {
        return "Elasticsearch " + name.substring(name.indexOf('-') + 1);
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path program = Distribution.ensure(binaries, name, this::unpack);
        installAnalysis(program);
        Path config = config();
        Files.createDirectories(config.resolve("jvm.options.d"));
        Files.writeString(config.resolve("elasticsearch.yml"), configuration());
        Files.write(config.resolve("log4j2.properties"), LOGGING.getContentAsByteArray());
        try (Stream<String> stock = Files.lines(program.resolve("config/jvm.options"))) {
            Files.write(
                    config.resolve("jvm.options"),
                    stock.filter(line -> UNWANTED_OPTIONS.stream().noneMatch(line::startsWith))
                            .toList());
        }
        List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:-AlwaysPreTouch"));
        // else the node tries again and again to fill an index that this package can't create
        options.add("-Des.queryable_built_in_roles_enabled=false");
        options.addAll(List.of(furtherOptions.strip().split("\\s+")));
        Files.write(config.resolve("jvm.options.d/hub.options"), options);
        for (String file : List.of("users", "users_roles", "roles.yml", "role_mapping.yml")) {
            Files.writeString(config.resolve(file), "");
        }
        for (String own : List.of("data", "logs", "tmp")) {
            Files.createDirectories(directory.resolve(own));
            Permissions.set(directory.resolve(own), "rwx------");
            Unprivileged.own(directory.resolve(own));
        }
        if (!Files.exists(config.resolve(KEYSTORE))) {
            createKeystore(program);
        }
        shareConfig();
    }

    /** The plugin with the dictionaries as they are now; like the program it is shared by the homes that share the binaries. */
    private static void installAnalysis(Path program) throws IOException {
        Path plugin = program.resolve("plugins").resolve(AnalysisPlugin.NAME);
        Map<String, byte[]> files = AnalysisPlugin.files();
        String descriptor = "stable-plugin-descriptor.properties";
        Path installed = plugin.resolve(descriptor);
        if (Files.exists(installed) && Arrays.equals(Files.readAllBytes(installed), files.get(descriptor))) {
            return;
        }
        Path draft = program.resolveSibling(AnalysisPlugin.NAME + ".partial");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(draft);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = draft.resolve(file.getKey());
            Files.write(place, file.getValue());
            Permissions.set(place, "rw-r--r--");
        }
        Permissions.set(draft, "rwxr-xr-x");
        FileSystemUtils.deleteRecursively(plugin);
        Files.move(draft, plugin);
    }

    @Override
    public ProcessBuilder command() throws IOException {
        Path program = binaries.resolve(name);
        List<String> command = Unprivileged.prefix(program, directory, Path.of(System.getProperty("java.home")));
        command.add(program.resolve("bin/elasticsearch" + SCRIPT).toString());
        return environment(new ProcessBuilder(command));
    }

    @Override
    public boolean answers() throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(
                        URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=5s"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .timeout(PROBE_LIMIT)
                .build();
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public List<Path> logs() {
        return List.of(directory.resolve("logs/search.log"), directory.resolve("console.log"));
    }

    private Path config() {
        return directory.resolve("config");
    }

    private ProcessBuilder environment(ProcessBuilder builder) {
        var environment = builder.directory(directory.toFile()).environment();
        environment.keySet().removeIf(variable -> variable.startsWith("ES_") || variable.endsWith("JAVA_OPTIONS"));
        environment.remove("JAVA_HOME");
        environment.remove("JAVA_OPTS");
        environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
        environment.put("ES_PATH_CONF", config().toString());
        String scratch = directory.resolve("tmp").toString();
        environment.put("ES_TMPDIR", scratch);
        // the launchers live for a second: compiling well costs them more than it brings; they leave a directory each
        // in
        // theirs for temporary files (these options can't be quoted)
        environment.put(
                "CLI_JAVA_OPTS",
                "-XX:TieredStopAtLevel=1 -XX:-UsePerfData"
                        + (scratch.contains(" ") ? "" : " -Djava.io.tmpdir=" + scratch));
        return builder;
    }

    /**
     * Makes the keystore beside its place and moves it there: the tool writes it twice, first without the password. That
     * goes in by standard input, since a command line could be read by every user of the machine.
     */
    private void createKeystore(Path program) throws IOException, InterruptedException {
        Path draft = directory.resolve("config.partial");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectory(draft, Permissions.of(draft, "rwx------"));
        Files.createFile(draft.resolve("elasticsearch.yml"));
        Path log = directory.resolve("keystore.log");
        ProcessBuilder builder = environment(new ProcessBuilder(
                        program.resolve("bin/elasticsearch-keystore" + SCRIPT).toString(),
                        "add",
                        "--force",
                        "--stdin",
                        "bootstrap.password"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ES_PATH_CONF", draft.toString());
        ProcessTag.of(directory).put(builder);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((password + "\n").getBytes(StandardCharsets.UTF_8));
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("elasticsearch-keystore ended with " + exit + ", see " + log);
        }
        Files.move(draft.resolve(KEYSTORE), config().resolve(KEYSTORE), StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(draft);
    }

    /** The node may read its configuration but not change it. */
    private void shareConfig() throws IOException {
        try (Stream<Path> files = Files.walk(config())) {
            for (Path file : files.toList()) {
                Permissions.set(file, Files.isDirectory(file) ? "rwxr-x---" : "rw-r-----");
                Unprivileged.share(file);
            }
        }
    }

    /**
     * As many as the node would have, but no more than ten: a query may have so many clauses as the heap has parts of 16 KB for each of
     * these threads, and on a large machine nothing would be left of a small heap.
     */
    private static int searchThreads() {
        return Math.min(10, Runtime.getRuntime().availableProcessors() * 3 / 2 + 1);
    }

    private String configuration() {
        return """
                cluster.name: talent-hub
                node.name: hub
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: '%s'
                path.logs: '%s'
                xpack.security.enabled: true
                xpack.security.autoconfiguration.enabled: false
                xpack.security.enrollment.enabled: false
                xpack.security.http.ssl.enabled: false
                xpack.security.transport.ssl.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                thread_pool.search.size: %d
                """.formatted(port, transportPort, quoted("data"), quoted("logs"), searchThreads());
    }

    /** A directory of this engine's, as it stands between single quotes. */
    private String quoted(String own) {
        return directory.resolve(own).toString().replace("'", "''");
    }

    private void unpack(Path target) throws IOException {
        Console.Progress progress = new Console.Progress(title(), ZIP.contentLength());
        try (ZipInputStream zip = new ZipInputStream(ZIP.getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path place = target.resolve(entry.getName().substring(name.length() + 1));
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else {
                    Files.createDirectories(place.getParent());
                    Files.copy(zip, place);
                    boolean program = entry.getName().contains("/bin/");
                    Permissions.set(place, program ? "rwxr-xr-x" : "rw-r--r--");
                }
                zip.closeEntry();
                progress.add(entry.getCompressedSize());
            }
        }
        // the node wants to see them, used or not
        Files.createDirectories(target.resolve("logs"));
        Files.createDirectories(target.resolve("plugins"));
    }
}
