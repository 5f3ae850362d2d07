package org.talenthub.engines;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * What the configuration says about the embedded engines.
 *
 * @param home      {@code hub.home}, absolute: where the data of this hub is kept
 * @param binaries  {@code hub.engines.dir}, absolute: where the engines' programs are unpacked, may be shared by several homes
 * @param database  start the MySQL-compatible server: {@code spring.datasource.url} is absent and {@code hub.engines.enabled} not false
 * @param search    start Elasticsearch: {@code spring.elasticsearch.uris} is absent and {@code hub.engines.enabled} not false
 * @param heap      {@code hub.engines.search.heap}, as the JVM's {@code -Xmx} takes it
 * @param options   {@code hub.engines.search.jvm-options}: further options of Elasticsearch's JVM, separated by blanks
 * @param fresh     {@code hub.engines.fresh}: throw away the data of an earlier run, for tests
 */
record EngineSettings(
        Path home, Path binaries, boolean database, boolean search, String heap, String options, boolean fresh) {

    static EngineSettings from(Environment environment) {
        Path home = absolute(environment.getProperty("hub.home", ".hub"));
        boolean enabled = environment.getProperty("hub.engines.enabled", Boolean.class, true);
        return new EngineSettings(
                home,
                absolute(environment.getProperty(
                        "hub.engines.dir", home.resolve("engines").toString())),
                enabled && !environment.containsProperty("spring.datasource.url"),
                enabled && !environment.containsProperty("spring.elasticsearch.uris"),
                environment.getProperty("hub.engines.search.heap", "512m"),
                environment.getProperty("hub.engines.search.jvm-options", ""),
                environment.getProperty("hub.engines.fresh", Boolean.class, false));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
