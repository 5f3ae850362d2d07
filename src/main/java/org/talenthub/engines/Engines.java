package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import org.talenthub.engines.process.Console;
import org.talenthub.engines.process.ProcessTag;

/**
 * The embedded engines of one home. Whatever the number of application contexts in this JVM, a home has one of these,
 * and it lives until the JVM ends: the engines stop after the last context has closed.
 */
public final class Engines {

    private static final Logger log = LoggerFactory.getLogger(Engines.class);

    private static final Map<Path, Engines> RUNNING = new HashMap<>();

    private final Home home;
    private final AtomicBoolean unseen = new AtomicBoolean(true);
    private @Nullable MariaDb database;
    private @Nullable Elasticsearch search;
    private @Nullable Running runningDatabase;
    private @Nullable Running runningSearch;

    /** An engine's process and when it is ready. */
    private record Running(EngineProcess process, CompletableFuture<Void> ready) {}

    private Engines(Home home) {
        this.home = home;
    }

    /**
     * The engines of that home, with those that the settings want started or starting.
     *
     * @throws EnginesException when another hub uses the home
     */
    static Engines start(EngineSettings settings) {
        synchronized (RUNNING) {
            try {
                Engines engines = RUNNING.get(settings.home());
                if (engines == null) {
                    engines = open(settings);
                    RUNNING.put(settings.home(), engines);
                }
                engines.launch(settings);
                return engines;
            } catch (IOException e) {
                throw new EnginesException(
                        "无法使用目录 " + settings.home() + "：" + e + "\nThe directory can't be used.",
                        "检查目录的权限和磁盘空间。\nCheck its permissions and the free space.",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EnginesException("启动被中断。\nThe start was interrupted.", "", e);
            }
        }
    }

    private static Engines open(EngineSettings settings) throws IOException, InterruptedException {
        Home home = Home.open(settings.home());
        Engines engines = new Engines(home);
        for (Path directory : List.of(home.database(), home.search())) {
            ProcessTag leftovers = ProcessTag.of(directory);
            if (!leftovers.running().isEmpty()) {
                Console.say("正在停止上次遗留的引擎进程", "stopping engine processes left over from a killed hub");
                leftovers.stop(EngineProcess.STOP_GRACE);
            }
        }
        if (settings.fresh()) {
            FileSystemUtils.deleteRecursively(home.database().resolve("data"));
            FileSystemUtils.deleteRecursively(home.search().resolve("data"));
        }
        SpringApplication.getShutdownHandlers().add(engines::stop);
        return engines;
    }

    private void launch(EngineSettings settings) throws IOException {
        if (settings.database() && runningDatabase == null) {
            MariaDb engine = new MariaDb(
                    home.database(),
                    settings.binaries(),
                    home.secret("database.password"),
                    settings.buffer(),
                    settings.fresh());
            database = engine;
            runningDatabase = run(engine);
        }
        if (settings.search() && runningSearch == null) {
            Elasticsearch engine = new Elasticsearch(
                    home.search(),
                    settings.binaries(),
                    home.secret("search.password"),
                    settings.heap(),
                    settings.options());
            search = engine;
            runningSearch = run(engine);
        }
    }

    private static Running run(Engine engine) {
        EngineProcess process = new EngineProcess(engine);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("start-" + engine.title()).start(() -> {
            try {
                process.start();
                ready.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                ready.completeExceptionally(e);
            }
        });
        return new Running(process, ready);
    }

    /**
     * Waits until the embedded database answers; returns at once when it is not embedded.
     *
     * @throws EnginesException when it could not be started
     */
    public void awaitDatabase() {
        await(runningDatabase);
    }

    /**
     * Waits until the embedded search engine answers and has recovered its indices; returns at once when it is not
     * embedded. The engine starts while the application context does, so whoever needs it before the context is
     * complete asks here first.
     *
     * @throws EnginesException when it could not be started
     */
    public void awaitSearch() {
        await(runningSearch);
    }

    private static void await(@Nullable Running running) {
        if (running == null) {
            return;
        }
        try {
            running.ready().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EnginesException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What the application must be told when no engine is embedded. */
    static Map<String, Object> none() {
        return Map.of("hub.engines.embedded.database", false, "hub.engines.embedded.search", false);
    }

    /** What Spring Boot must be told of the engines that are embedded; the database must be ready. */
    Map<String, Object> properties() throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("hub.engines.embedded.database", database != null);
        properties.put("hub.engines.embedded.search", search != null);
        properties.put("hub.home.new", isNew());
        if (database != null) {
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", MariaDb.USER);
            properties.put("spring.datasource.password", home.secret("database.password"));
        }
        if (search != null) {
            properties.put("spring.elasticsearch.uris", search.url());
            properties.put("spring.elasticsearch.username", Elasticsearch.USER);
            properties.put("spring.elasticsearch.password", home.secret("search.password"));
        }
        return properties;
    }

    /** True for the first to ask when this run created the database: for a second context in this JVM it isn't new. */
    private boolean isNew() {
        return database != null && database.created() && unseen.getAndSet(false);
    }

    /** Stops the engines, both at once, and gives the home free. */
    void stop() {
        synchronized (RUNNING) {
            RUNNING.values().remove(this);
        }
        List<Thread> stopping = new ArrayList<>();
        for (Running running : new Running[] {runningDatabase, runningSearch}) {
            if (running != null) {
                stopping.add(Thread.ofPlatform().start(() -> stop(running.process())));
            }
        }
        try {
            for (Thread thread : stopping) {
                thread.join();
            }
            home.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("the home could not be closed", e);
        }
    }

    private static void stop(EngineProcess process) {
        try {
            process.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
