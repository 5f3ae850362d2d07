package org.talenthub.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.talenthub.common.WrongSetting;

/**
 * Whether this hub is a demo: it has accounts with published passwords, and is therefore reachable from this machine only.
 *
 * <p>{@code hub.demo} decides. Without it a hub with both engines embedded is a demo, unless its home began as something else:
 * the first start leaves {@code <hub.home>/mode} ({@code demo} or {@code real}) for the later ones. A home that began in earnest never
 * becomes a demo.
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
        if (demo && "real".equals(before)) {
            throw new WrongSetting(
                    "hub.demo=true，但 hub.home 存有正式数据，不会装入示例数据：请去掉 hub.demo，或另选空目录。",
                    "hub.demo=true, but hub.home holds real data, and no demo data goes there: leave hub.demo out, or choose an empty directory.");
        }
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
