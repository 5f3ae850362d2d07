package org.talenthub.engines;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything of one hub, locked while this hub runs. The lock is the operating system's, so it
 * is gone with the process however that ends.
 */
final class Home implements AutoCloseable {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int SECRET_LENGTH = 32;

    private final Path path;
    private final FileChannel lockFile;

    private Home(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Creates the directory where needed and locks it; an {@link EnginesException} tells who holds it. */
    static Home open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.toRealPath();
        FileChannel lockFile = FileChannel.open(
                path.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = lockFile.tryLock();
        if (lock == null) {
            ByteBuffer holder = ByteBuffer.allocate(32);
            lockFile.read(holder, 0);
            lockFile.close();
            String pid =
                    StandardCharsets.US_ASCII.decode(holder.flip()).toString().strip();
            throw new EnginesException(
                    "另一个枢纽（进程 " + pid + "）正在使用目录 " + path + "。\nAnother hub (process " + pid
                            + ") is using the directory " + path + ".",
                    "先停止那个枢纽，或用 hub.home 和 server.port 另选目录与端口。\n"
                            + "Stop that hub first, or choose another directory and port by hub.home and server.port.");
        }
        lockFile.truncate(0);
        lockFile.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return new Home(path, lockFile);
    }

    Path database() {
        return path.resolve("database");
    }

    Path search() {
        return path.resolve("search");
    }

    /** The password of that name: made on first use, then kept in a file that only the owner can read. */
    synchronized String secret(String name) throws IOException {
        Path file = path.resolve("secrets.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                secrets.load(in);
            }
        }
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = new SecureRandom()
                .ints(SECRET_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
        secrets.setProperty(name, made);
        Path draft = path.resolve("secrets.properties.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, Permissions.of(draft, "rw-------"));
        try (Writer out = Files.newBufferedWriter(draft)) {
            secrets.store(out, "passwords of the embedded engines");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
