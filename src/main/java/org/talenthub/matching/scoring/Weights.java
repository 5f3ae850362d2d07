package org.talenthub.matching.scoring;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Yaml;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;

/** {@code batch-jobs/matching.yml}, checked: what a part weighs, what binds, where a score ends. */
public final class Weights {

    private static final String PATH = "batch-jobs/matching.yml";
    private static final double WHOLE = 100;

    record Mode(Map<String, Double> weights, Map<String, Strength> strengths) {}

    record Caps(double unmet, double near, double broad) {}

    record Range(double met, double near) {}

    record Span(double from, double to) {}

    record File(
            String version,
            Map<String, Mode> modes,
            Map<String, Integer> near,
            Caps caps,
            int broad,
            Map<Band, Double> bands,
            Range skills,
            Span meaning,
            Range fresh,
            List<String> general) {}

    private final File file;
    private final Map<String, Map<Aspect, Double>> weights = new java.util.TreeMap<>();

    private Weights(File file) {
        this.file = file;
        file.modes.forEach((mode, m) -> {
            Map<Aspect, Double> own = new EnumMap<>(Aspect.class);
            m.weights.forEach((key, w) -> own.put(Aspect.of(key).orElseThrow(), w));
            weights.put(mode, own);
        });
    }

    /** @throws IllegalStateException with file and line when something does not add up */
    public static Weights load(Dictionaries dictionaries) {
        return check(Yaml.read(PATH, File.class), dictionaries);
    }

    static Weights check(Yaml<File> yaml, Dictionaries dictionaries) {
        File f = yaml.value();
        if (f.version == null || f.version.isBlank()) {
            throw wrong(yaml, lineOf(yaml, "version:"), "the version is missing");
        }
        Set<String> modes = new java.util.TreeSet<>(dictionaries.get("recruitment-mode").entries().stream()
                .map(Dictionary.Entry::code)
                .toList());
        if (f.modes == null || !f.modes.keySet().equals(modes)) {
            throw wrong(yaml, lineOf(yaml, "modes:"), "the modes are " + String.join(", ", modes));
        }
        for (Map.Entry<String, Mode> m : f.modes.entrySet()) {
            checkMode(yaml, m.getKey(), m.getValue());
        }
        String rest = fault(f);
        if (rest != null) {
            throw wrong(yaml, lineOf(yaml, rest.substring(0, rest.indexOf(':') + 1)), rest);
        }
        return new Weights(f);
    }

    private static void checkMode(Yaml<File> yaml, String name, Mode mode) {
        int at = lineOf(yaml, name + ":");
        Set<Aspect> weighed = aspects(yaml, at, name, mode.weights == null ? Set.of() : mode.weights.keySet());
        Set<Aspect> bound = aspects(yaml, at, name, mode.strengths == null ? Set.of() : mode.strengths.keySet());
        EnumSet<Aspect> all = EnumSet.allOf(Aspect.class);
        if (!weighed.equals(all) || !bound.equals(all)) {
            throw wrong(
                    yaml,
                    at + 1,
                    name + ": every part has a weight and a strength: "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Aspect.values())
                                            .map(Aspect::key)
                                            .toList()));
        }
        double sum =
                mode.weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - WHOLE) > 1e-9 || mode.weights.values().stream().anyMatch(w -> w < 0)) {
            throw wrong(yaml, at + 1, "the weights of " + name + " add up to " + sum + " and not to 100");
        }
    }

    private static Set<Aspect> aspects(Yaml<File> yaml, int at, String mode, Set<String> keys) {
        EnumSet<Aspect> found = EnumSet.noneOf(Aspect.class);
        for (String key : keys) {
            found.add(Aspect.of(key).orElseThrow(() -> wrong(yaml, at + 1, mode + ": there is no part " + key)));
        }
        return found;
    }

    /** Begins with the name of the line that is wrong. */
    private static @Nullable String fault(File f) {
        if (f.near == null
                || f.near.values().stream().anyMatch(n -> n < 0)
                || !f.near.keySet().stream().allMatch(k -> Aspect.of(k).isPresent())) {
            return "near: parts, and how much may be missing";
        }
        if (f.caps == null || f.caps.unmet < 0 || f.caps.unmet > f.caps.near || f.caps.near > WHOLE) {
            return "caps: unmet is at most near, and near at most 100";
        }
        if (f.bands == null || f.bands.size() != Band.values().length || f.bands.getOrDefault(Band.WEAK, -1.0) != 0) {
            return "bands: STRONG, GOOD, FAIR and WEAK, which begins at 0";
        }
        double last = WHOLE;
        for (Band b : Band.values()) {
            double from = f.bands.getOrDefault(b, WHOLE);
            if (from >= last) {
                return "bands: each begins below the one before";
            }
            last = from;
        }
        if (f.caps.broad >= f.bands.getOrDefault(Band.STRONG, 0.0)) {
            return "caps: broad stays below the top band";
        }
        if (f.skills == null || f.skills.near <= 0 || f.skills.met < f.skills.near || f.skills.met > 1) {
            return "skills: 0 < near <= met <= 1";
        }
        if (f.meaning == null || f.meaning.from < 0 || f.meaning.to <= f.meaning.from || f.meaning.to > 1) {
            return "meaning: 0 <= from < to <= 1";
        }
        if (f.fresh == null || f.fresh.near < f.fresh.met) {
            return "fresh: days, met is at most near";
        }
        return f.general == null ? "general: words of every trade" : null;
    }

    private static int lineOf(Yaml<File> yaml, String fragment) {
        for (int i = 0; i < yaml.lines().size(); i++) {
            if (yaml.lines().get(i).stripLeading().startsWith(fragment)) {
                return i + 1;
            }
        }
        return 1;
    }

    private static IllegalStateException wrong(Yaml<File> yaml, int line, String message) {
        return new IllegalStateException(yaml.path() + ":" + line + ": " + message);
    }

    public String version() {
        return file.version;
    }

    /** Of 100, for all parts that a demand of this mode could have. */
    public Map<Aspect, Double> of(String mode) {
        return weights.getOrDefault(mode, weights.getOrDefault(Need.USUAL_MODE, Map.of()));
    }

    /** How much each part binds where the owner says nothing else. */
    public Strength strength(String mode, Aspect aspect) {
        Mode m = file.modes.getOrDefault(mode, file.modes.get(Need.USUAL_MODE));
        return m == null ? Strength.SHOULD : m.strengths.getOrDefault(aspect.key(), Strength.SHOULD);
    }

    public Strength strength(Need need, Aspect aspect) {
        Strength own = need.strengths().get(aspect);
        return own == null ? strength(need.mode(), aspect) : own;
    }

    public int near(Aspect aspect) {
        return file.near.getOrDefault(aspect.key(), 0);
    }

    double capUnmet() {
        return file.caps.unmet;
    }

    double capNear() {
        return file.caps.near;
    }

    double capBroad() {
        return file.caps.broad;
    }

    /** A demand with so few conditions that nearly everybody fits. */
    public boolean broad(Need need) {
        return need.conditions() <= file.broad;
    }

    public Band band(double score) {
        return Arrays.stream(Band.values())
                .filter(b -> score >= from(b))
                .findFirst()
                .orElse(Band.WEAK);
    }

    /** The least score of a band. */
    public double from(Band band) {
        return file.bands.getOrDefault(band, 0.0);
    }

    double skillsMet() {
        return file.skills.met;
    }

    double skillsNear() {
        return file.skills.near;
    }

    double freshMet() {
        return file.fresh.met;
    }

    double freshNear() {
        return file.fresh.near;
    }

    /** How alike texts are that mean something so near. */
    public double kin(double cosine) {
        double alike = (cosine - file.meaning.from) / (file.meaning.to - file.meaning.from);
        return Math.max(0, Math.min(1, alike));
    }

    /** Words of every trade. */
    public List<String> general() {
        return file.general;
    }
}
