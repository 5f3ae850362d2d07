package org.talenthub.search;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.talenthub.PoolRows.Row;
import org.talenthub.common.Ids;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;

/** The project's own graded questions ({@code gold/queries.tsv}) and the people of the demo sheets that they are about. */
final class Gold {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Regions REGIONS = Regions.load();

    private Gold() {}

    /** @param rules best grade first */
    record Question(String kind, String query, List<Rule> rules) {

        /** 3 for exactly what was meant, 1 for what is near it, 0 for the rest. */
        int grade(Row person) {
            return rules.stream()
                    .filter(r -> r.holds(person))
                    .mapToInt(Rule::grade)
                    .findFirst()
                    .orElse(0);
        }
    }

    record Rule(int grade, List<List<String[]>> either) {

        static Rule of(String text) {
            return new Rule(
                    text.charAt(0) - '0',
                    Arrays.stream(text.substring(2).split("/"))
                            .map(all -> Arrays.stream(all.split("\\+"))
                                    .map(one -> one.strip().split(" ", 2))
                                    .toList())
                            .toList());
        }

        boolean holds(Row person) {
            return either.stream().anyMatch(all -> all.stream().allMatch(c -> holds(person, c[0], c[1])));
        }

        private static boolean holds(Row p, String what, String value) {
            return switch (what) {
                case "name" -> p.name().equals(value);
                case "employer" -> value.equals(p.enterprise());
                case "region" -> String.valueOf(p.region()).startsWith(value.substring(0, 4));
                case "education" -> coded(p, "education", "education", value);
                case "title" -> coded(p, "titleLevel", "title-level", value);
                case "category" -> String.valueOf(p.fields().get("category")).startsWith(value);
                case "text" -> text(p).contains(value.toLowerCase(Locale.ROOT));
                default -> throw new IllegalArgumentException(what);
            };
        }

        private static boolean coded(Row p, String field, String dictionary, String word) {
            return DICTIONARIES
                    .get(dictionary)
                    .find(word)
                    .map(e -> e.code().equals(p.fields().get(field)))
                    .orElseThrow();
        }

        private static String text(Row p) {
            return Stream.of("expertise", "research", "post", "major", "school", "title", "skillLevelText")
                    .map(f -> String.valueOf(p.fields().getOrDefault(f, "")))
                    .reduce("", (a, b) -> a + "\n" + b)
                    .toLowerCase(Locale.ROOT);
        }
    }

    static List<Question> questions() {
        try (InputStream in = Gold.class.getResourceAsStream("/gold/queries.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.split("\t"))
                    .map(c -> new Question(
                            c[0], c[1], Arrays.stream(c).skip(2).map(Rule::of).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The people of the demo's csv sheets, as rows of the pool. */
    static List<Row> people() throws IOException {
        List<Row> people = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("batch-jobs/talent/samples"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("demo-\\d+\\.csv"))
                    .sorted()
                    .toList()) {
                for (String charset : List.of("UTF-8", "GB18030")) {
                    String text = new String(Files.readAllBytes(file), charset).replace("\ufeff", "");
                    if (text.contains("姓名")) {
                        CsvReader.builder()
                                .ofNamedCsvRecord(text.substring(text.lastIndexOf('\n', text.indexOf("姓名")) + 1))
                                .forEach(r -> people.add(person(r)));
                        break;
                    }
                }
            }
        }
        return people;
    }

    private static Row person(NamedCsvRecord r) {
        Map<String, Object> fields = new LinkedHashMap<>();
        list(fields, "expertise", r.getField("技术专长"));
        text(fields, "research", r.getField("研究方向"));
        text(fields, "post", r.getField("现任职务"));
        text(fields, "major", r.getField("所学专业"));
        text(fields, "school", r.getField("毕业院校"));
        text(fields, "title", r.getField("职称"));
        text(fields, "achievements", r.getField("主要业绩"));
        code(fields, "education", "education", r.getField("学历"));
        code(fields, "titleLevel", "title-level", r.getField("职称级别"));
        code(fields, "skillLevel", "skill-level", r.getField("职业技能等级"));
        code(fields, "category", "talent-category", r.getField("人才类别"));
        String region = REGIONS.locate(r.getField("工作地点")).map(Region::code).orElse(null);
        return new Row(
                Ids.next(),
                "talent",
                null,
                r.getField("姓名"),
                region,
                null,
                r.getField("工作单位"),
                null,
                null,
                "province",
                null,
                fields);
    }

    private static void list(Map<String, Object> fields, String name, String value) {
        List<String> values = Arrays.stream(value.split("[；;、，,\\n]"))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    private static void text(Map<String, Object> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value.strip());
        }
    }

    private static void code(Map<String, Object> fields, String name, String dictionary, String value) {
        DICTIONARIES.get(dictionary).find(value).ifPresent(e -> fields.put(name, e.code()));
    }
}
