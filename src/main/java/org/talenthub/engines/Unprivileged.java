package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * The user under whom Elasticsearch runs when the hub is root, which it refuses to be: nobody. Where a directory on the
 * way to its files is closed to others, as {@code /root} is, the process keeps one capability of root's, that to pass
 * and read, rather than the hub opening the directory to everybody.
 */
final class Unprivileged {

    private static final int NOBODY = 65534;
    private static final int CAP_DAC_OVERRIDE = 1;
    private static final int CAP_DAC_READ_SEARCH = 2;

    private Unprivileged() {}

    /** Whether this JVM is root's, as far as that can be told; only where there is {@code /proc}. */
    static boolean needed() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
    }

    /** The command to put before another one; all paths given will be in reach of it. */
    static List<String> prefix(Path... wanted) throws IOException {
        List<String> command = new ArrayList<>();
        if (!needed()) {
            return command;
        }
        command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        for (Path path : wanted) {
            if (!inReachOfOthers(path)) {
                String capability = capability(path);
                // without no_setuid_fixup access(2), which the JDK asks, would answer without regard to capabilities
                command.addAll(List.of(
                        "--securebits=+no_setuid_fixup", "--inh-caps=+" + capability, "--ambient-caps=+" + capability));
                break;
            }
        }
        return command;
    }

    /** Gives the tree to that user; symbolic links are not followed. */
    static void own(Path directory) throws IOException {
        if (!needed()) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs) throws IOException {
                return visitFile(dir, attrs);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attrs) throws IOException {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Lets that user read the file or pass the directory by its group, and nobody change it but root. */
    static void share(Path path) throws IOException {
        if (needed()) {
            Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static boolean inReachOfOthers(Path path) throws IOException {
        for (Path dir = path.toRealPath(); dir != null; dir = dir.getParent()) {
            if (!Files.getPosixFilePermissions(dir).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static String capability(Path path) throws IOException {
        long mine = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("CapEff:".length()).strip(), 16))
                .findFirst()
                .orElse(0);
        if ((mine >> CAP_DAC_READ_SEARCH & 1) == 1) {
            return "dac_read_search";
        }
        if ((mine >> CAP_DAC_OVERRIDE & 1) == 1) {
            return "dac_override";
        }
        throw new EnginesException(
                "Elasticsearch 不能以 root 运行，而用户 nobody 无法进入 " + path
                        + "。\nElasticsearch refuses to run as root, and the user nobody can't reach " + path + ".",
                "用 hub.home 选一个其他用户可以进入的目录，或不以 root 启动枢纽。\n"
                        + "Choose a directory that others may pass by hub.home, or don't run the hub as root.");
    }
}
