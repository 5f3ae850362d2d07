package org.talenthub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed is what the generator writes, and it is as much and as varied as a demo needs. */
class DemoDataTests {

    private static final Path COMMITTED = Path.of("batch-jobs");

    private final World world = new World(Words.load());

    @Test
    void committedFilesAreWhatTheGeneratorWrites(@TempDir Path fresh) throws IOException {
        DemoData.write(fresh);
        assertThat(files(COMMITTED)).isEqualTo(files(fresh));
        for (String file : files(fresh)) {
            if (Files.mismatch(COMMITTED.resolve(file), fresh.resolve(file)) >= 0) {
                // a workbook may be compressed differently on another machine, its content may not differ
                assertThat(file).endsWith(".xlsx");
                assertThat(parts(COMMITTED.resolve(file))).as(file).isEqualTo(parts(fresh.resolve(file)));
            }
        }
    }

    @Test
    void thereAreEnoughOfEverythingEverywhere() {
        assertThat(world.companies()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(world.companies()).allMatch(c -> c.name().contains("示例"));
        assertThat(distinct(world.companies().stream().map(c -> c.region().code())))
                .hasSize(17);
        assertThat(distinct(world.companies().stream().map(c -> c.industry().label())))
                .hasSize(7);
        assertThat(distinct(world.companies().stream().map(Company::code)))
                .hasSize(world.companies().size());
        assertThat(world.bases()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(world.stations()).hasSize(24);
        assertThat(distinct(world.stations().stream().map(s -> s.region().code())))
                .hasSize(17);
        assertThat(new DirectorySheets(world).platforms().rows()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(new DemandSheets(world)
                        .tables().stream().mapToInt(t -> t.rows().size()).sum())
                .isGreaterThanOrEqualTo(300);
    }

    @Test
    void theAccountsHaveTheirCarriers() {
        assertThat(world.bases())
                .anyMatch(
                        b -> b.name().equals("武汉示例光谷人才基地") && b.region().code().equals("420100"));
        Carrier first = world.stations().getFirst();
        assertThat(first.name()).isEqualTo("湖北示例光电人才驿站");
        assertThat(world.host(first).base()).isEqualTo("武汉示例光谷人才基地");
        assertThat(world.stations())
                .anyMatch(s ->
                        s.name().equals("宜昌示例生物医药人才驿站") && s.region().code().equals("420500"));
    }

    @Test
    void peopleAreManyDifferentAndConsistent() {
        List<List<String>> rows = new TalentSheets(world)
                .tables().stream().flatMap(t -> t.rows().stream()).toList();
        int document = Titles.TALENT.indexOf("证件号码");
        int skills = Titles.TALENT.indexOf("技术专长");
        int sex = Titles.TALENT.indexOf("性别");
        Set<String> people = new HashSet<>();
        rows.forEach(r -> people.add(r.get(document).isEmpty() ? r.get(0) + r.get(2) + r.get(15) : r.get(document)));
        assertThat(people).hasSizeGreaterThanOrEqualTo(2400);
        assertThat(distinct(
                        rows.stream().flatMap(r -> Arrays.stream(r.get(skills).split("[；;、，]")))))
                .hasSizeGreaterThanOrEqualTo(250);
        List<List<String>> documented =
                rows.stream().filter(r -> r.get(document).length() == 18).toList();
        assertThat(documented.size() / (double) rows.size()).isBetween(0.6, 0.8);
        assertThat(documented).allSatisfy(r -> {
            String number = r.get(document);
            assertThat(number).isEqualTo(Codes.checkedDocument(number.substring(0, 17)));
            assertThat(number.substring(2, 6)).matches("99..");
            assertThat((number.charAt(16) - '0') % 2 == 1 ? "男" : "女").isEqualTo(r.get(sex));
        });
    }

    private static Set<String> distinct(Stream<String> values) {
        return new TreeSet<>(values.toList());
    }

    /** Everything generated under a {@code batch-jobs} folder: samples and the manifest. */
    private static Set<String> files(Path jobs) throws IOException {
        try (Stream<Path> all = Files.walk(jobs)) {
            return distinct(all.filter(Files::isRegularFile)
                    .map(f -> jobs.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> f.contains("/samples/") || f.equals("demo.yml")));
        }
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (InputStream in = Files.newInputStream(workbook);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }
}
