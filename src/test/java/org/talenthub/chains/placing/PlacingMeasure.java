package org.talenthub.chains.placing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Industries;

/**
 * Records whose node is known, made of phrases that people of that node write ({@code chains/truth.tsv}), so that no text gives its node
 * away: mixed with phrases of a neighbouring node, with what everybody writes, and with industries that are several, or none of theirs.
 */
final class PlacingMeasure {

    private static final List<String> EVERYBODY = List.of(
            "项目管理",
            "MATLAB仿真",
            "英语流利",
            "团队建设",
            "科研管理",
            "Python编程",
            "技术管理",
            "产品规划",
            "供应链管理",
            "知识产权",
            "SolidWorks",
            "数据分析",
            "质量管理");

    private static final List<String> POSTS =
            List.of("研发工程师", "高级工程师", "技术总监", "总工程师", "项目负责人", "研究员", "首席科学家", "副总经理", "主任工程师", "课题组长");

    private static final List<String> MAJORS =
            List.of("机械工程", "电子科学与技术", "材料科学与工程", "计算机科学与技术", "物理学", "化学", "自动化", "工商管理", "控制科学与工程", "生物工程");

    /** How it went. */
    record Outcome(int records, int right, int wrongNode, int wrongChain, int abstained, List<String> faults) {

        double share(int n) {
            return (double) n / records;
        }

        @Override
        public String toString() {
            return "%d records: first node right %.3f of those placed, wrong chain %.3f, abstained %.3f"
                    .formatted(records, rightOfPlaced(), share(wrongChain), share(abstained));
        }

        double rightOfPlaced() {
            return (double) right / (records - abstained);
        }
    }

    record Case(String node, RecordSnapshot record) {}

    private final Industries industries;
    private final Placer placer;
    private final Map<String, List<String>> phrases = new HashMap<>();
    private final Random dice = new Random(20261129);

    /** @param heldOut the half of the phrases that nothing was adjusted to */
    PlacingMeasure(Industries industries, boolean heldOut) {
        this.industries = industries;
        this.placer = new Placer(industries);
        Map<String, Integer> lines = new HashMap<>();
        for (String line : lines()) {
            String[] parts = line.split("\t");
            if (parts.length == 2 && (lines.merge(parts[0], 1, Integer::sum) % 2 == 0) == heldOut) {
                phrases.put(parts[0], List.of(parts[1].split("；")));
            }
        }
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(PlacingMeasure.class.getResourceAsStream("/chains/truth.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> nodes() {
        return phrases.keySet();
    }

    /** The same ones for the same number, when they are asked for first. */
    List<Case> cases(int perNode) {
        List<Case> cases = new ArrayList<>();
        phrases.keySet().stream().sorted().forEach(node -> {
            for (int i = 0; i < perNode; i++) {
                cases.add(new Case(node, record(node)));
            }
        });
        return cases;
    }

    Outcome run(int perNode) {
        List<Case> cases = cases(perNode);
        int right = 0;
        int wrongNode = 0;
        int wrongChain = 0;
        int abstained = 0;
        List<String> faults = new ArrayList<>();
        for (Case c : cases) {
            List<Place> places =
                    placer.place(c.record).stream().filter(Place::sure).toList();
            String first = places.isEmpty() ? "" : places.getFirst().node();
            if (first.isEmpty()) {
                abstained++;
            } else if (first.equals(c.node)) {
                right++;
                continue;
            } else if (chain(first).equals(chain(c.node))) {
                wrongNode++;
            } else {
                wrongChain++;
            }
            faults.add(c.node + " -> " + placer.place(c.record) + " of "
                    + c.record.fields().asMap());
        }
        return new Outcome(cases.size(), right, wrongNode, wrongChain, abstained, faults);
    }

    private String chain(String node) {
        return industries.chainOf(node).orElseThrow().code();
    }

    private RecordSnapshot record(String node) {
        List<String> own = pick(phrases.getOrDefault(node, List.of()), dice.nextInt(10) < 3 ? 1 : 2);
        List<String> expertise = new ArrayList<>(own);
        if (dice.nextInt(10) < 2 && own.size() > 1) {
            List<String> siblings = phrases.keySet().stream()
                    .filter(n -> !n.equals(node) && chain(n).equals(chain(node)))
                    .sorted()
                    .toList();
            expertise.addAll(pick(phrases.getOrDefault(siblings.get(dice.nextInt(siblings.size())), List.of()), 1));
        }
        expertise.addAll(pick(EVERYBODY, dice.nextInt(3)));
        List<String> named = new ArrayList<>(List.of(chain(node)));
        int luck = dice.nextInt(20);
        if (luck < 4) {
            named.add(another(chain(node)));
        } else if (luck < 5) {
            named.set(0, another(chain(node)));
        }
        boolean demand = dice.nextInt(3) == 0;
        Map<String, Object> fields = new HashMap<>();
        fields.put("industries", named);
        fields.put("post", POSTS.get(dice.nextInt(POSTS.size())));
        fields.put(demand ? "skills" : "expertise", expertise);
        fields.put(
                demand ? "majors" : "major",
                demand ? pick(MAJORS, 2) : pick(MAJORS, 1).getFirst());
        Instant now = Instant.now();
        return new RecordSnapshot(
                Ids.next(),
                demand ? "demand" : "talent",
                null,
                true,
                1,
                "测某",
                "420100",
                null,
                null,
                null,
                null,
                Set.of(),
                new Fields(fields),
                null,
                now,
                now,
                Map.of());
    }

    private String another(String chain) {
        List<String> others = industries.chains().stream()
                .map(Industries.Chain::code)
                .filter(c -> !c.equals(chain))
                .toList();
        return others.get(dice.nextInt(others.size()));
    }

    private List<String> pick(List<String> some, int count) {
        List<String> rest = new ArrayList<>(some);
        List<String> picked = new ArrayList<>();
        while (picked.size() < count && !rest.isEmpty()) {
            picked.add(rest.remove(dice.nextInt(rest.size())));
        }
        return picked;
    }
}
