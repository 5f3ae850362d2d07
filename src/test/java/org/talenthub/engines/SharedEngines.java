package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A database and an Elasticsearch that belong to no hub, as an IT department runs them. */
public final class SharedEngines implements AutoCloseable {

    private final SeparateHub process;
    private final Properties found;

    private SharedEngines(SeparateHub process, Properties found) {
        this.process = process;
        this.found = found;
    }

    public static SharedEngines start(Path home) throws IOException {
        SeparateHub process = SeparateHub.launch(home);
        try {
            return new SharedEngines(process, process.await());
        } catch (IOException | RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /** What a hub is to be told of them. */
    public List<String> options() {
        return List.of("spring.datasource.", "spring.elasticsearch.").stream()
                .flatMap(prefix -> found.stringPropertyNames().stream()
                        .filter(name -> name.startsWith(prefix))
                        .sorted()
                        .map(name -> "--" + name + "=" + found.getProperty(name)))
                .toList();
    }

    public String database(String property) {
        return found.getProperty("spring.datasource." + property);
    }

    @Override
    public void close() {
        process.close();
    }
}
