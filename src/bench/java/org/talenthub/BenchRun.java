package org.talenthub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bench leaves: its figures with commit, machine and time in {@code target/bench/<name>.json}, and on the console what has
 * become worse by a tenth and more since the run before, which is {@code -Dbench.last} or the file that is there.
 */
public final class BenchRun {

    private static final double WORSE = 1.1;

    /** Figures that are costs. Of all others only those of {@link #GAIN} are compared. */
    private static final Pattern COST = Pattern.compile(
            ", (s|ms|MB|%)$|, s an? |bytes a |failed|hub / took|over HTTP / took|hub / peer|whole way /|anew / |processor");

    private static final Pattern GAIN = Pattern.compile("a second|^first /|nDCG|MAP|recall|found");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BenchRun() {}

    /** @param figures numbers by name, or such by a size or another group */
    public static void write(String name, Map<String, ?> figures) throws IOException {
        Path file = Path.of("target/bench/" + name + ".json");
        Path last = Path.of(System.getProperty("bench.last", file.toString()));
        Map<String, Double> before = Files.exists(last) ? flat(JSON.readTree(Files.readString(last))) : Map.of();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("commit", commit());
        run.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        run.put("machine", machine());
        run.put("figures", figures);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run));
        compare(before, flat(JSON.readTree(Files.readString(file))));
    }

    private static void compare(Map<String, Double> before, Map<String, Double> now) {
        now.forEach((name, value) -> {
            Double was = before.get(name);
            if (was != null && was > 0 && value > 0) {
                double times = COST.matcher(name).find()
                        ? value / was
                        : GAIN.matcher(name).find() ? was / value : 1;
                if (times > WORSE) {
                    System.out.printf(
                            Locale.ROOT, "WORSE by %.0f %%: %s: %s, was %s%n", (times - 1) * 100, name, value, was);
                }
            }
        });
    }

    private static Map<String, Double> flat(JsonNode run) {
        Map<String, Double> flat = new LinkedHashMap<>();
        flat("", run.path("figures").isMissingNode() ? run : run.path("figures"), flat);
        return flat;
    }

    private static void flat(String path, JsonNode node, Map<String, Double> into) {
        if (node.isNumber()) {
            into.put(path, node.asDouble());
        }
        node.propertyStream()
                .forEach(p -> flat(path.isEmpty() ? p.getKey() : path + ": " + p.getKey(), p.getValue(), into));
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static Map<String, Object> machine() throws IOException {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("processors", Runtime.getRuntime().availableProcessors());
        m.put("processor", line("/proc/cpuinfo", "model name"));
        m.put("memory", line("/proc/meminfo", "MemTotal"));
        m.put("java", System.getProperty("java.vm.version"));
        m.put("heap, MB", Runtime.getRuntime().maxMemory() / 1_000_000);
        m.put("system", System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
        Path load = Path.of("/proc/loadavg");
        m.put("load at the end", Files.exists(load) ? Files.readString(load).strip() : "");
        return m;
    }

    private static String line(String file, String key) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return "";
        }
        return Files.readAllLines(path).stream()
                .filter(l -> l.startsWith(key))
                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
