package org.talenthub.engines;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The engines of a hub that runs on this home in another process, for the commands beside it ({@code doctor}, {@code backup}). */
public final class Attached {

    private static final Pattern SQL_PORT = Pattern.compile("(?m)^port=(\\d+)$");
    private static final Pattern HTTP_PORT = Pattern.compile("(?m)^http\\.port: (\\d+)$");

    private Attached() {}

    /** What Spring Boot would be told of the engines; empty when no hub runs on the home or it has none of its own. */
    public static Map<String, Object> to(Environment environment) {
        Path home = Path.of(environment.getProperty("hub.home", ".hub"))
                .toAbsolutePath()
                .normalize();
        Map<String, Object> found = new HashMap<>();
        try {
            if (!locked(home)) {
                return found;
            }
            Properties secrets = new Properties();
            try (Reader in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
                secrets.load(in);
            }
            if (!environment.containsProperty("spring.datasource.url")) {
                port(home.resolve("database/my.cnf"), SQL_PORT).ifPresent(port -> {
                    found.put("hub.engines.embedded.database", true);
                    found.put("spring.datasource.url", MariaDb.url(port));
                    found.put("spring.datasource.username", MariaDb.USER);
                    found.put("spring.datasource.password", secrets.getProperty("database.password", ""));
                });
            }
            if (!environment.containsProperty("spring.elasticsearch.uris")) {
                port(home.resolve("search/config/elasticsearch.yml"), HTTP_PORT).ifPresent(port -> {
                    found.put("hub.engines.embedded.search", true);
                    found.put("spring.elasticsearch.uris", "http://127.0.0.1:" + port);
                    found.put("spring.elasticsearch.username", Elasticsearch.USER);
                    found.put("spring.elasticsearch.password", secrets.getProperty("search.password", ""));
                });
            }
        } catch (IOException unreadable) {
            found.clear();
        }
        return found;
    }

    /** Whether a hub runs on the home. */
    static boolean locked(Path home) throws IOException {
        Path file = home.resolve("hub.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    private static Optional<Integer> port(Path file, Pattern pattern) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Matcher found = pattern.matcher(Files.readString(file));
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }
}
