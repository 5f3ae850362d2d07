package org.talenthub;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Seconds that the processors have worked so far for the hub, for its database and for its search engine; its bench's own client
 * counts as the hub's. On a machine that others use too it tells more than the time that went by.
 */
record Processors(Map<String, Double> seconds) {

    private static final double TICKS = 100; // a second, on every Linux there is

    /** @param home what the engines' command lines name */
    static Processors now(String home) throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long self = ProcessHandle.current().pid();
        seconds.put("hub", of(Path.of("/proc/" + self)));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path p : all) {
                String command = read(p.resolve("cmdline"));
                if (command.contains(home) && !p.endsWith(String.valueOf(self))) {
                    String what = command.contains("mariadbd") || command.contains("mysqld")
                            ? "database"
                            : command.contains("elasticsearch") ? "search engine" : "";
                    if (!what.isEmpty()) {
                        seconds.merge(what, of(p), Double::sum);
                    }
                }
            }
        }
        return new Processors(seconds);
    }

    Processors since(Processors before) {
        Map<String, Double> spent = new LinkedHashMap<>();
        seconds.forEach((who, s) -> spent.put(who, s - before.seconds.getOrDefault(who, 0.0)));
        return new Processors(spent);
    }

    double of(String who) {
        return seconds.getOrDefault(who, 0.0);
    }

    private static double of(Path process) {
        String stat = read(process.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // it has just ended, or is somebody else's
        }
    }
}
