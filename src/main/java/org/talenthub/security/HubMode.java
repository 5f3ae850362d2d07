package org.talenthub.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this hub is a demo: it has accounts with published passwords, and is therefore reachable from this machine only.
 *
 * <p>{@code hub.demo} decides. Without it a hub with both engines embedded is a demo, unless its home began as something else:
 * the first start leaves {@code <hub.home>/mode} ({@code demo} or {@code real}) for the later ones.
 */
@Component
public final class HubMode {

    private final boolean demo;

    HubMode(Environment environment) {
        boolean embedded = embedded(environment, "database", "spring.datasource.url")
                && embedded(environment, "search", "spring.elasticsearch.uris");
        Path marker = Path.of(environment.getProperty("hub.home", ".hub")).resolve("mode");
        String before = read(marker);
        demo = environment.getProperty("hub.demo", Boolean.class, embedded && !"real".equals(before));
        if (before == null) {
            write(marker, demo ? "demo" : "real");
        }
    }

    public boolean demo() {
        return demo;
    }

    private static boolean embedded(Environment environment, String engine, String external) {
        return environment.getProperty(
                "hub.engines.embedded." + engine, Boolean.class, !environment.containsProperty(external));
    }

    private static @Nullable String read(Path marker) {
        try {
            return Files.exists(marker) ? Files.readString(marker).strip() : null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + marker, e);
        }
    }

    private static void write(Path marker, String mode) {
        try {
            Path home = marker.toAbsolutePath().getParent();
            if (home != null && Files.isDirectory(home)) {
                Files.writeString(marker, mode + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + marker, e);
        }
    }
}
