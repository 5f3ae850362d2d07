package org.talenthub.operations.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** The machine: Java, memory, disk, the home, and whether the embedded engines run here. */
final class MachineCheck {

    private static final int JAVA = 25;
    private static final long LEAST_HEAP_MB = 400;
    private static final long LITTLE_DISK_MB = 5_000;
    private static final long NO_DISK_MB = 300;

    private final Environment environment;
    private final Path home;

    MachineCheck(Environment environment) {
        this.environment = environment;
        this.home = Examination.home(environment);
    }

    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        found.add(java());
        found.add(home());
        found.add(disk(free()));
        if (Examination.embeddedDatabase(environment) || Examination.embeddedSearch(environment)) {
            found.add(platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
        }
        found.add(mode());
        return found;
    }

    private static Finding java() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        String version = System.getProperty("java.version", "?");
        if (Runtime.version().feature() < JAVA) {
            return Finding.fix(
                    "java.old",
                    "需要 Java 25 或更高版本，现在是 " + version + "。请用 JDK 25 启动。",
                    "Java 25 or newer is needed, this is " + version + ". Start it with a JDK 25.");
        }
        return heap < LEAST_HEAP_MB
                ? Finding.warn(
                        "java.heap",
                        "Java 内存上限只有 " + heap + " MB，导入大表会很慢，建议 -Xmx1g。",
                        "Java may use only " + heap + " MB; large imports will be slow, -Xmx1g is better.")
                : Finding.ok(
                        "java",
                        "Java " + version + "，内存上限 " + heap + " MB",
                        "Java " + version + ", at most " + heap + " MB");
    }

    private Finding home() {
        Path there = existing();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            return Finding.fix(
                    "home.file",
                    "hub.home（" + home + "）是一个文件，应为目录。",
                    "hub.home (" + home + ") is a file; it must be a directory.");
        }
        return Files.isWritable(there)
                ? Finding.ok("home", "数据目录 " + home, "home " + home)
                : Finding.fix(
                        "home.rights",
                        "目录 " + there + " 不可写：请改权限，或用 hub.home 另选目录。",
                        "The directory " + there
                                + " cannot be written: change its rights, or choose another by hub.home.");
    }

    private Path existing() {
        Path at = home;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private long free() {
        try {
            return Files.getFileStore(existing()).getUsableSpace() >> 20;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    static Finding disk(long megabytes) {
        if (megabytes < NO_DISK_MB) {
            return Finding.fix(
                    "disk.full",
                    "磁盘只剩 " + megabytes + " MB：请先腾出空间。",
                    "Only " + megabytes + " MB of disk are left: make room first.");
        }
        return megabytes < LITTLE_DISK_MB
                ? Finding.warn(
                        "disk.little",
                        "磁盘只剩 " + megabytes + " MB，请尽快腾出空间。",
                        "Only " + megabytes + " MB of disk are left; make room soon.")
                : Finding.ok("disk", "磁盘可用 " + megabytes / 1000 + " GB", megabytes / 1000 + " GB of disk are free");
    }

    /** Tried on one; on the other two everything is put where it belongs, and whoever starts it there is told that he is the first. */
    static Finding platform(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        boolean x64 = arch.matches("amd64|x86_64");
        if (system.startsWith("linux") && x64) {
            return Finding.ok("engines", "内置引擎可在本机运行", "the embedded engines run here");
        }
        String here = os + " " + arch;
        boolean prepared = system.startsWith("mac") ? arch.equals("aarch64") : system.startsWith("windows") && x64;
        return prepared
                ? Finding.warn(
                        "engines.untried",
                        "内置引擎还没有在 " + here
                                + " 上试过，可能启动不了；那时请用 SPRING_DATASOURCE_URL 和 SPRING_ELASTICSEARCH_URIS 指定外部数据库和 Elasticsearch。",
                        "The embedded engines are untried on " + here
                                + " and may not start; if so, name a database and an Elasticsearch by SPRING_DATASOURCE_URL and SPRING_ELASTICSEARCH_URIS.")
                : Finding.fix(
                        "engines.platform",
                        "内置引擎只能在 Linux x86-64 上运行，macOS arm64 和 Windows x64 上尚未试过（本机 " + here
                                + "）：请用 SPRING_DATASOURCE_URL 和 SPRING_ELASTICSEARCH_URIS 指定外部数据库和 Elasticsearch。",
                        "The embedded engines run on Linux x86-64, untried on macOS arm64 and Windows x64, and nowhere else (this is "
                                + here
                                + "): name a database and an Elasticsearch by SPRING_DATASOURCE_URL and SPRING_ELASTICSEARCH_URIS.");
    }

    /** A home that began in earnest never becomes a demo; of a database that is asked for in {@link DatabaseCheck}. */
    private Finding mode() {
        Path marker = home.resolve("mode");
        try {
            if (environment.getProperty("hub.demo", Boolean.class, false)
                    && Files.exists(marker)
                    && Files.readString(marker).strip().equals("real")) {
                return Finding.fix(
                        "demo.real",
                        "hub.demo=true，但目录 " + home + " 存有正式数据，不会装入示例数据：请去掉 hub.demo，或用 hub.home 另选空目录。",
                        "hub.demo=true, but " + home
                                + " holds real data, and no demo data goes there: leave hub.demo out, or choose an empty directory by hub.home.");
            }
        } catch (IOException e) {
            return Finding.fix(
                    "home.rights",
                    "文件 " + marker + " 读不出：请检查权限。",
                    "The file " + marker + " cannot be read: check its rights.");
        }
        return environment.getProperty("hub.demo", Boolean.class, false)
                ? Finding.warn(
                        "demo",
                        "这是演示枢纽：只在本机可用，密码是公开的。",
                        "This is a demo: for this machine only, with published passwords.")
                : Finding.ok("mode", "未要求演示数据", "no demo data asked for");
    }
}
