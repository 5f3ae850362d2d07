package org.talenthub.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample sheet in the making, which counts along what must come of each row. Row numbers are those of the file.
 *
 * <p>A header is a map from what stands in the file to the feed's title, so that aliases and unknown columns are easy to write.
 */
final class Sample {

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private final String why;
    private final Map<String, String> header;
    private final Map<String, String> base;
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Expected.Found> found = new ArrayList<>();
    private int created;
    private int updated;
    private int unchanged;
    private int rejected;
    private int warnings;
    private int people;

    private Sample(String why, Map<String, String> header, Map<String, String> base) {
        this.why = why;
        this.header = header;
        this.base = base;
    }

    /** @param header the file's titles; one that the base row does not know stays blank */
    static Sample of(String why, List<String> header, Map<String, String> base) {
        Map<String, String> titles = new LinkedHashMap<>();
        header.forEach(t -> titles.put(t, t));
        return new Sample(why, titles, base);
    }

    static Sample aliased(String why, Map<String, String> header, Map<String, String> base) {
        return new Sample(why, header, base);
    }

    /** A line that is no data: a title, a note, a footer, nothing. */
    Sample line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    Sample header() {
        lines.add(List.copyOf(header.keySet()));
        return this;
    }

    Sample created(String... changes) {
        created++;
        return row(changes);
    }

    Sample updated(String... changes) {
        updated++;
        return row(changes);
    }

    Sample unchanged(String... changes) {
        unchanged++;
        return row(changes);
    }

    /** Rejected for the issue {@code code} in {@code column}. */
    Sample rejected(String column, String code, String... changes) {
        rejected++;
        row(changes);
        found.add(new Expected.Found(lines.size(), column, code));
        return this;
    }

    /** Created, but flagged. */
    Sample warned(String column, String code, String... changes) {
        created++;
        warnings++;
        row(changes);
        found.add(new Expected.Found(lines.size(), column, code));
        return this;
    }

    List<List<String>> lines() {
        return lines;
    }

    Expected expected() {
        return new Expected(why, 200, null, created, updated, unchanged, rejected, warnings, found);
    }

    /** The next name nobody in the file has: 示例甲子, 示例乙丑, … */
    private String name() {
        people++;
        return "示例" + STEMS.charAt(people % STEMS.length()) + BRANCHES.charAt(people % BRANCHES.length());
    }

    private Sample row(String... changes) {
        Map<String, String> cells = new HashMap<>(base);
        if (header.containsValue("姓名")) {
            cells.put("姓名", name());
        }
        cells.put("序号", String.valueOf(created + updated + unchanged + rejected));
        for (int i = 0; i < changes.length; i += 2) {
            cells.put(changes[i], changes[i + 1]);
        }
        lines.add(header.values().stream().map(t -> cells.getOrDefault(t, "")).toList());
        return this;
    }

    void csv(Path folder, String name) {
        csv(folder, name, StandardCharsets.UTF_8, false, ',');
    }

    void csv(Path folder, String name, Charset charset, boolean mark, char separator) {
        SheetFiles.csv(folder.resolve(name), lines, charset, mark, separator);
        expect(folder, name, expected());
    }

    static void expect(Path folder, String name, Expected expected) {
        SheetFiles.text(folder.resolve(name + ".expected.yml"), expected.yaml());
    }
}
