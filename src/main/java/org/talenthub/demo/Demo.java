package org.talenthub.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.WrongSetting;
import org.talenthub.common.work.Stage;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.jobs.ImportRunner;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.Reporter;
import org.talenthub.reference.Feeds;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Fills a demo hub: imports the files of {@code batch-jobs/demo.yml} as their reporters would, and makes the demo accounts. Runs
 * before the web server listens, so that whoever reaches a demo hub finds it full. Every start runs it again, which costs little:
 * a file that is known already is not read twice, so a demo that was killed half-way is completed.
 */
@Component
class Demo implements SmartLifecycle {

    /** The password of every demo account, as the contract gives it. */
    static final String PASSWORD = "demo-Hub-2026";

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final Viewer HUB = new Viewer(0, "hub", "示例数据", Role.PROVINCE, null, null, null);

    private final HubMode mode;
    private final Uploads uploads;
    private final ImportBatches store;
    private final ImportRunner runner;
    private final Accounts accounts;
    private final Records records;
    private final Feeds feeds;
    private final Workspace workspace;
    private volatile boolean running;

    Demo(
            HubMode mode,
            Uploads uploads,
            ImportBatches store,
            ImportRunner runner,
            Accounts accounts,
            Records records,
            Feeds feeds,
            Workspace workspace) {
        this.mode = mode;
        this.uploads = uploads;
        this.store = store;
        this.runner = runner;
        this.accounts = accounts;
        this.records = records;
        this.feeds = feeds;
        this.workspace = workspace;
    }

    record Manifest(List<Entry> imports, List<DemoAccount> accounts) {}

    /**
     * A sample file under {@code batch-jobs/}; the reporter is {@code province} or a carrier's name.
     *
     * @param year of a sheet of a past year, imported before later ones; null for one of now
     */
    record Entry(
            String feed,
            String file,
            String reporter,
            @Nullable Integer year) {}

    record DemoAccount(
            String username,
            String displayName,
            Role role,
            @Nullable String region,
            @Nullable String carrier) {}

    @Override
    public void start() {
        running = true;
        if (mode.demo()) {
            // the context cannot be stopped while it starts; without this Ctrl-C would wait for the whole import
            Runtime.getRuntime().addShutdownHook(new Thread(() -> running = false));
            fill();
        }
    }

    private void fill() {
        if (accounts.inEarnest()) {
            throw new WrongSetting(
                    "hub.demo=true，但这个数据库存有正式数据，不会装入示例数据：请去掉 hub.demo，或另用空库。",
                    "hub.demo=true, but this database holds real data, and no demo data goes there: leave hub.demo out, or use an empty database.");
        }
        Manifest manifest = manifest();
        long begin = System.currentTimeMillis();
        List<Entry> directory = manifest.imports().stream()
                .filter(e -> e.reporter().equals("province"))
                .toList();
        List<Long> ids = new ArrayList<>(submit(directory));
        await(ids);
        accounts(manifest.accounts());
        // what was said later holds: the years come one after another
        SortedMap<Integer, List<Entry>> reports = manifest.imports().stream()
                .filter(e -> !e.reporter().equals("province"))
                .collect(Collectors.groupingBy(
                        e -> e.year() == null ? Integer.MAX_VALUE : e.year(), TreeMap::new, Collectors.toList()));
        for (List<Entry> year : reports.values()) {
            ids.addAll(submit(year));
            await(ids);
        }
        long seconds = (System.currentTimeMillis() - begin) / 1000;
        if (seconds > 0) {
            log.info("示例数据已导入：{} 个文件，用时 {} 秒", ids.size(), seconds);
        }
        log.info(
                "演示账号（密码都是 {}）：{}",
                PASSWORD,
                String.join(
                        " ",
                        manifest.accounts().stream().map(DemoAccount::username).toList()));
    }

    private static Manifest manifest() {
        try (InputStream in = new ClassPathResource("batch-jobs/demo.yml").getInputStream()) {
            return YAMLMapper.builder().build().readValue(in, Manifest.class);
        } catch (IOException e) {
            throw new IllegalStateException("batch-jobs/demo.yml: " + e.getMessage(), e);
        }
    }

    private List<Long> submit(List<Entry> entries) {
        List<Long> ids = new ArrayList<>();
        int n = 0;
        for (Entry e : entries) {
            if (++n % 20 == 0) {
                log.info("正在导入示例数据：{} / {} 个文件", n, entries.size());
            }
            ids.add(submit(e));
            runner.look();
        }
        return ids;
    }

    private long submit(Entry e) {
        ClassPathResource resource = new ClassPathResource("batch-jobs/" + e.file());
        try {
            Path copy = workspace.file();
            try (InputStream in = resource.getInputStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return uploads.submitAs(
                        feeds.get(e.feed()),
                        Path.of(e.file()).getFileName().toString(),
                        copy,
                        reporter(e.reporter()),
                        HUB);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(e.file() + ": " + failure.getMessage(), failure);
        }
    }

    private Reporter reporter(String name) {
        if (name.equals("province")) {
            return Reporter.department(null, "省委人才办");
        }
        RecordSnapshot carrier = records.find("carrier", name)
                .orElseThrow(() -> new IllegalStateException("batch-jobs/demo.yml: no carrier is called " + name));
        return Reporter.carrier(carrier.id(), carrier.name(), carrier.region());
    }

    private void accounts(List<DemoAccount> wanted) {
        for (DemoAccount a : wanted) {
            if (accounts.find(a.username()).isEmpty()) {
                RecordSnapshot carrier = a.carrier() == null
                        ? null
                        : records.find("carrier", a.carrier())
                                .orElseThrow(() -> new IllegalStateException("no carrier is called " + a.carrier()));
                accounts.create(new NewAccount(
                        a.username(),
                        PASSWORD,
                        a.displayName(),
                        a.role(),
                        a.region(),
                        carrier == null ? null : carrier.id(),
                        carrier == null ? null : carrier.name()));
            }
        }
    }

    private void await(List<Long> ids) {
        while (running) {
            runner.look();
            boolean working =
                    store.findAllById(ids).stream().anyMatch(b -> b.status().working());
            if (!working) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Stage.FILLING.phase();
    }
}
