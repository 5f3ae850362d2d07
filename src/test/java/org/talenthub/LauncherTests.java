package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub started by a Java that is too old: Maven's own on many machines. */
class LauncherTests {

    private static final Path VIRTUAL_MACHINES = Path.of("/usr/lib/jvm");
    private static final Path BUILT = Path.of("target/classes/org/talenthub/Launcher.class");
    private static final Path SOURCE = Path.of("src/launcher/java/org/talenthub/Launcher.java");

    @TempDir
    Path scratch;

    @Test
    void anOldJavaIsToldInTwoLines() throws IOException, InterruptedException {
        Optional<Path> old = old();
        Assumptions.assumeTrue(old.isPresent(), "there is no Java 17 under " + VIRTUAL_MACHINES);
        ProcessBuilder builder = new ProcessBuilder(
                        old.orElseThrow().toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Dsun.stderr.encoding=UTF-8",
                        "-cp",
                        classes().toString(),
                        "org.talenthub.Launcher")
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("output.txt").toFile());
        // of which a JVM tells that it took them up
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        List<String> lines = Files.readAllLines(scratch.resolve("output.txt"));
        assertThat(process.exitValue()).as("%s", lines).isEqualTo(78);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("无法启动", "Java 25", "17.");
        assertThat(lines.getLast()).contains("cannot start", "Java 25 or newer", "17.");
    }

    private static Optional<Path> old() throws IOException {
        if (!Files.isDirectory(VIRTUAL_MACHINES)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(VIRTUAL_MACHINES)) {
            return all.filter(LauncherTests::seventeen)
                    .map(p -> p.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static boolean seventeen(Path home) {
        try {
            return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"17");
        } catch (IOException none) {
            return false;
        }
    }

    /** What the build made for an older Java, alone; made here where the build has not. */
    private Path classes() throws IOException {
        Path place = scratch.resolve("classes");
        Path there = place.resolve("org/talenthub/Launcher.class");
        Files.createDirectories(there.getParent());
        if (Files.exists(BUILT)) {
            Files.copy(BUILT, there);
        } else {
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "--release", "17", "-d", place.toString(), SOURCE.toString()))
                    .isZero();
        }
        return place;
    }
}
