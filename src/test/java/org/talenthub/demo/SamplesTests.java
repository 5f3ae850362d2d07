package org.talenthub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.SheetReader;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.reading.Values;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every sample, read and checked as an import would, comes out as the file beside it says. */
class SamplesTests {

    private static final Path JOBS = Path.of("batch-jobs");

    private final Dictionaries dictionaries = Dictionaries.load();
    private final Feeds feeds = Feeds.load(dictionaries);
    private final Values values = new Values(
            dictionaries,
            Regions.load(),
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai")));
    private final SheetFile sheets = new SheetFile(SheetLimits.defaults());

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return files(".expected.yml")
                .map(f -> DynamicTest.dynamicTest(JOBS.relativize(f).toString(), () -> holds(f)));
    }

    /** The demo is meant to import without a word. */
    @Test
    void demoFilesAreClean() throws IOException {
        List<Path> demos = files("")
                .filter(f -> f.getFileName().toString().startsWith("demo"))
                .toList();
        assertThat(demos).hasSize(71);
        for (Path demo : demos) {
            assertThat(read(demo, feed(demo)))
                    .as(demo.toString())
                    .isNotEmpty()
                    .allSatisfy(
                            (row, issues) -> assertThat(issues).as("row " + row).isEmpty());
        }
    }

    @Test
    void titlesAreThoseOfTheFeeds() {
        Map.of(
                        "talent", Titles.TALENT,
                        "demand", Titles.DEMAND,
                        "enterprise", Titles.ENTERPRISE,
                        "carrier", Titles.CARRIER,
                        "platform", Titles.PLATFORM)
                .forEach((feed, titles) -> assertThat(
                                feeds.get(feed).columns().stream().map(c -> c.title()))
                        .as(feed)
                        .containsExactlyElementsOf(titles));
    }

    private void holds(Path expectedFile) {
        Path file = expectedFile.resolveSibling(
                expectedFile.getFileName().toString().replace(".expected.yml", ""));
        JsonNode expected = YAMLMapper.builder().build().readTree(expectedFile.toFile());
        Feed feed = feed(file);
        if (expected.has("problem")) {
            Problem problem = catchThrowableOfType(Problem.class, () -> read(file, feed));
            assertThat(problem).as("refusal").isNotNull();
            assertThat(problem.code()).isEqualTo(expected.get("problem").asString());
            assertThat(problem.status()).isEqualTo(expected.get("status").asInt());
            return;
        }
        TreeMap<Integer, List<Issue>> rows = read(file, feed);
        List<Integer> flagged = new ArrayList<>();
        for (JsonNode e : expected.get("rows")) {
            int row = e.get("row").asInt();
            flagged.add(row);
            assertThat(rows.get(row))
                    .as("row " + row)
                    .anySatisfy(i -> assertThat(i.column() + " " + i.code())
                            .isEqualTo(e.get("column").asString() + " "
                                    + e.get("code").asString()));
        }
        assertThat(rows.entrySet().stream().filter(e -> !e.getValue().isEmpty()).map(Map.Entry::getKey))
                .as("rows with issues")
                .containsExactlyElementsOf(flagged);
        JsonNode counts = expected.get("counts");
        long rejected = rows.values().stream().filter(SamplesTests::rejected).count();
        assertThat(rejected).as("rejected").isEqualTo(counts.get("rejected").asInt());
        assertThat(flagged.size() - rejected)
                .as("warnings")
                .isEqualTo(counts.get("warnings").asInt());
        assertThat(rows.size() - rejected)
                .as("kept")
                .isEqualTo(Stream.of("created", "updated", "unchanged")
                        .mapToInt(c -> counts.get(c).asInt())
                        .sum());
    }

    private static boolean rejected(List<Issue> issues) {
        return issues.stream().anyMatch(i -> i.level() == Issue.Level.ERROR);
    }

    /** The errors and warnings of every row by its number; how values were understood is told by others. */
    private TreeMap<Integer, List<Issue>> read(Path file, Feed feed) {
        Layout layout = sheets.inspect(file, file.getFileName().toString(), feed, feeds);
        TreeMap<Integer, List<Issue>> rows = new TreeMap<>();
        try (SheetReader reader = sheets.read(file, layout, feed)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.put(
                        row.row(),
                        row.with(values.parse(feed, row.cells()).issues()).stream()
                                .filter(i -> i.level() != Issue.Level.NOTICE)
                                .toList());
            }
        }
        return rows;
    }

    private Feed feed(Path file) {
        return feeds.get(file.getParent().getParent().getFileName().toString());
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(JOBS)) {
            return all
                    .filter(f ->
                            f.toString().contains("samples") && f.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
