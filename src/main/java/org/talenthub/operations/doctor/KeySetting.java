package org.talenthub.operations.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.talenthub.security.sealing.Sealing;

/** The master key: there, long enough, and for its owner's eyes only. Whether it is the database's is asked there. */
final class KeySetting {

    private final Environment environment;
    private final Path file;
    private final boolean embedded;

    KeySetting(Environment environment) {
        this.environment = environment;
        this.file = Examination.home(environment).resolve("secret.key");
        this.embedded = Examination.embeddedDatabase(environment);
    }

    List<Finding> findings() {
        if (!configured().isBlank()) {
            return List.of(strong(configured(), "HUB_SECRET_KEY"));
        }
        if (!embedded) {
            return List.of(
                    Finding.fix(
                            "key.missing",
                            "使用外部数据库时必须设置 HUB_SECRET_KEY（至少 32 个字符，例如 openssl rand -base64 32 的输出），并妥善备份。",
                            "With an external database HUB_SECRET_KEY must be set (at least 32 characters, as from openssl rand -base64 32); keep a backup of it."));
        }
        return List.of(ofFile());
    }

    /** What the hub would seal with; empty when there is none, or none that does. */
    static Optional<Sealing> sealing(Environment environment) {
        KeySetting key = new KeySetting(environment);
        try {
            if (!key.configured().isBlank()) {
                return Optional.of(Sealing.of(key.configured()));
            }
            return key.embedded && Files.isReadable(key.file)
                    ? Optional.of(Sealing.of(Files.readString(key.file)))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private String configured() {
        return environment.getProperty("hub.secret-key", "");
    }

    private static Finding strong(String key, String where) {
        try {
            Sealing.of(key);
            return Finding.ok("key", "密钥来自 " + where, "the key comes from " + where);
        } catch (IllegalArgumentException weak) {
            return Finding.fix(
                    "key.weak",
                    where + " 太短或太简单：至少 32 个字符、其中 10 个不同，例如 openssl rand -base64 32 的输出。",
                    where
                            + " is too short or too plain: at least 32 characters, 10 of them different, as from openssl rand -base64 32.");
        }
    }

    private Finding ofFile() {
        try {
            if (Files.exists(file)) {
                return others() ? shared() : strong(Files.readString(file), file.toString());
            }
            Path data = file.resolveSibling("database").resolve("data");
            return Files.exists(data)
                    ? Finding.fix(
                            "key.lost",
                            file + " 不见了，而数据库已有封存的数据：请放回备份的密钥文件，或设置 HUB_SECRET_KEY。",
                            file
                                    + " is gone, but the database holds what it sealed: put the file back from its backup, or set HUB_SECRET_KEY.")
                    : Finding.ok("key", "首次启动时生成密钥 " + file, "the first start makes a key, " + file);
        } catch (IOException e) {
            return Finding.fix(
                    "key.unreadable",
                    "密钥文件 " + file + " 读不出：请检查权限。",
                    "The key file " + file + " cannot be read: check its rights.");
        }
    }

    private boolean others() throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        return rights.contains(PosixFilePermission.OTHERS_READ) || rights.contains(PosixFilePermission.GROUP_READ);
    }

    private Finding shared() {
        return Finding.warn(
                "key.shared",
                "密钥文件 " + file + " 别人也能读：请执行 chmod 600。",
                "Others can read the key file " + file + ": run chmod 600 on it.");
    }
}
