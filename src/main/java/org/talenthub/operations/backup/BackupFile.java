package org.talenthub.operations.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.WrongSetting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read. */
final class BackupFile implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws WrongSetting when it is no backup, or a later hub's */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new WrongSetting(
                    "备份文件 " + file + " 不存在或读不出。", "The backup " + file + " is not there or cannot be read.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw noBackup(file);
        }
        Manifest manifest = manifest(zip);
        if (manifest == null || manifest.format() > Manifest.FORMAT) {
            zip.close();
            throw noBackup(file);
        }
        return new BackupFile(zip, manifest);
    }

    private static @Nullable Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.builder().build().readValue(in.readAllBytes(), Manifest.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static WrongSetting noBackup(Path file) {
        return new WrongSetting(
                file + " 不是本系统（或本版本）能恢复的备份。", file + " is no backup that this version of the hub can restore.");
    }

    Manifest manifest() {
        return manifest;
    }

    DataInputStream rows(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table);
        }
        return new DataInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16));
    }

    /** Reads all of it once, before anything is written. */
    void verify() throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            MessageDigest digest = Dump.sha256();
            try (InputStream in = new DigestInputStream(rows(table), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (ZipException e) {
                throw damaged(table);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw damaged(table);
            }
        }
    }

    private static WrongSetting damaged(Manifest.Table table) {
        return new WrongSetting(
                "备份已损坏（" + table.name() + "）：请换一份备份。",
                "The backup is damaged (" + table.name() + "): take another one.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
