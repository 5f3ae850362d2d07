package org.talenthub.assessment.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talenthub.common.Yaml;
import org.talenthub.reference.Feeds;

/** The rules of the yearly assessment, as {@code batch-jobs/assessment.yml} has them; that file is what officials read. */
public final class AssessmentRules {

    static final String PATH = "batch-jobs/assessment.yml";

    private static final double WHOLE = 100;
    private static final double TINY = 1e-9;

    /** What of the four columns makes the total, together 100. */
    public record Columns(double self, double system, double city, double experts) {}

    record Group(String name, String label, String english, double points, List<Measure> figures) {}

    record Deduction(String name, String label, String english, double each, double most) {}

    record File(
            String version,
            int few,
            List<Integer> sizes,
            double gap,
            Columns columns,
            List<Group> groups,
            Group bonus,
            Deduction deduction,
            Map<String, List<String>> complete) {}

    private final File file;
    private final List<Measure> measures;

    private AssessmentRules(File file) {
        this.file = file;
        List<Measure> all = new ArrayList<>();
        file.groups.forEach(g -> all.addAll(g.figures));
        all.addAll(file.bonus.figures);
        Deduction d = file.deduction;
        all.add(new Measure(d.name, d.label, d.english, Measure.Kind.LOSS, d.most, d.each, 1));
        this.measures = List.copyOf(all);
    }

    /**
     * @param counted names of figures that the hub can count
     * @throws IllegalStateException with file and line when the rules are wrong
     */
    public static AssessmentRules load(Feeds feeds, Set<String> counted) {
        return check(Yaml.read(PATH, File.class), feeds, counted);
    }

    static AssessmentRules check(Yaml<File> yaml, Feeds feeds, Set<String> counted) {
        File f = yaml.value();
        require(yaml, f.version != null, "version", "the version is missing");
        require(yaml, f.few >= 0, "few", "few is 0 or more");
        require(yaml, f.gap > 0 && f.gap <= WHOLE, "gap", "gap is more than 0 and at most 100");
        require(
                yaml,
                f.sizes != null && f.sizes.stream().sorted().distinct().toList().equals(f.sizes),
                "sizes",
                "sizes grow");
        Columns c = f.columns;
        require(
                yaml,
                c != null && same(c.self + c.system + c.city + c.experts, WHOLE),
                "columns",
                "the columns' weights do not add up to 100");
        require(yaml, f.groups != null && !f.groups.isEmpty(), "groups", "there are no groups");
        Set<String> names = new HashSet<>();
        double sum = 0;
        for (Group g : f.groups) {
            group(yaml, g, names, counted);
            sum += g.points;
        }
        require(yaml, same(sum, WHOLE), "groups", "the groups' points add up to " + sum + ", not to 100");
        require(yaml, f.bonus != null, "bonus", "bonus is missing");
        group(yaml, f.bonus, names, counted);
        Deduction d = f.deduction;
        require(
                yaml,
                d != null && d.each >= 0 && d.most >= 0 && counted.contains(d.name),
                "deduction",
                "deduction has a name that is counted, each and most");
        complete(yaml, f.complete, feeds);
        return new AssessmentRules(f);
    }

    private static void group(Yaml<File> yaml, Group g, Set<String> names, Set<String> counted) {
        String at = "name: " + g.name;
        require(yaml, g.label != null && g.english != null && g.figures != null, at, "a group has names and figures");
        double sum = 0;
        for (Measure m : g.figures) {
            String line = "name: " + m.name();
            require(yaml, m.name() != null && counted.contains(m.name()), line, "nothing counts “" + m.name() + "”");
            require(yaml, names.add(m.name()), line, m.name() + " stands twice");
            require(yaml, m.label() != null && m.english() != null && m.kind() != null, line, "names or kind missing");
            require(yaml, m.most() > 0, line, "most is more than 0");
            require(yaml, m.kind() != Measure.Kind.INVERSE || m.limit() > 0, line, "limit is more than 0");
            require(yaml, m.kind() != Measure.Kind.COUNT || m.target() > 0, line, "target is at least 1");
            require(yaml, m.kind() != Measure.Kind.LOSS, line, "a loss stands under deduction");
            sum += m.most();
        }
        require(
                yaml,
                same(sum, g.points),
                at,
                "the figures of " + g.name + " add up to " + sum + " points, not to " + g.points);
    }

    private static void complete(Yaml<File> yaml, Map<String, List<String>> complete, Feeds feeds) {
        require(yaml, complete != null && !complete.isEmpty(), "complete", "complete is missing");
        complete.forEach((feed, fields) -> fields.forEach(field -> require(
                yaml, feeds.get(feed).column(field).isPresent(), feed + ":", feed + " has no column " + field)));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < TINY;
    }

    private static void require(Yaml<File> yaml, boolean holds, String at, String otherwise) {
        if (!holds) {
            throw yaml.wrong(at, false, otherwise);
        }
    }

    public String version() {
        return file.version;
    }

    /** In the order of the file; the bonus and what is taken off last. */
    public List<Measure> measures() {
        return measures;
    }

    public Optional<Measure> measure(String name) {
        return measures.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** The heading that a figure stands under, in a language of the request. */
    public String group(String measure, boolean english) {
        return java.util.stream.Stream.concat(file.groups.stream(), java.util.stream.Stream.of(file.bonus))
                .filter(g -> g.figures.stream().anyMatch(m -> m.name().equals(measure)))
                .map(g -> english ? g.english : g.label)
                .findFirst()
                .orElse(english ? file.deduction.english : file.deduction.label);
    }

    public Columns columns() {
        return file.columns;
    }

    /** Two columns further apart than this ask for a reason. */
    public double gap() {
        return file.gap;
    }

    /** Whether so many cases are too few to be ranked. */
    public boolean few(long cases) {
        return cases < file.few;
    }

    /** Class of size, 0 the smallest; only carriers of one class are ranked together. */
    public int size(long cases) {
        return (int) file.sizes.stream().filter(s -> cases >= s).count();
    }

    /** Columns without which a row of a feed is not complete. */
    public Map<String, List<String>> complete() {
        return file.complete;
    }

    /** A figure's label in a language. */
    public static String label(Measure m, Locale language) {
        return language.getLanguage().equals("en") ? m.english() : m.label();
    }
}
