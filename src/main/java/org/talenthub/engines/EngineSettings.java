package org.talenthub.engines;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What the configuration says about the embedded engines.
 *
 * @param home      {@code hub.home}, absolute: where the data of this hub is kept
 * @param binaries  {@code hub.engines.dir}, absolute: where the engines' programs are unpacked, may be shared by several homes
 * @param database  start the MySQL-compatible server: {@code spring.datasource.url} is absent, {@code hub.engines.external} names no mysql
 * @param search    start Elasticsearch: {@code spring.elasticsearch.uris} is absent, {@code hub.engines.external} names no elasticsearch
 * @param buffer    {@code hub.engines.database.buffer}: memory of MariaDB for pages, an eighth of the machine's between 256 MB and 2 GB
 * @param heap      {@code hub.engines.search.heap}, as the JVM's {@code -Xmx} takes it
 * @param options   {@code hub.engines.search.jvm-options}: further options of Elasticsearch's JVM, separated by blanks
 * @param fresh     {@code hub.engines.fresh}: throw away the data of an earlier run, for tests
 */
record EngineSettings(
        Path home,
        Path binaries,
        boolean database,
        boolean search,
        String buffer,
        String heap,
        String options,
        boolean fresh) {

    private static final int SHARE = 8;
    private static final long LEAST_MB = 256;
    private static final long MOST_MB = 2048;

    /**
     * {@code hub.engines.external} is for engines whose address isn't configured but told by connection details, as those of
     * containers are.
     */
    static EngineSettings from(Environment environment) {
        Path home = absolute(environment.getProperty("hub.home", ".hub"));
        Set<String> external = StringUtils.commaDelimitedListToSet(environment.getProperty("hub.engines.external", ""));
        return new EngineSettings(
                home,
                absolute(environment.getProperty(
                        "hub.engines.dir", home.resolve("engines").toString())),
                !external.contains("mysql") && !environment.containsProperty("spring.datasource.url"),
                !external.contains("elasticsearch")
                        && !environment.containsProperty("spring.elasticsearch.uris")
                        && !environment.getProperty("hub.command", "").equals("backup"),
                environment.getProperty("hub.engines.database.buffer", share()),
                environment.getProperty("hub.engines.search.heap", "512m"),
                environment.getProperty("hub.engines.search.jvm-options", ""),
                environment.getProperty("hub.engines.fresh", Boolean.class, false));
    }

    /** Once the pages of the indices have no room, each row of an import costs reads. */
    private static String share() {
        long megabytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? (machine.getTotalMemorySize() >> 20) / SHARE
                : LEAST_MB;
        return Math.clamp(megabytes, LEAST_MB, MOST_MB) + "M";
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
