package org.talenthub.editions.urgency;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.talenthub.common.Yaml;
import org.talenthub.editions.needs.Clustering;
import org.talenthub.editions.needs.Naming;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;

/** The rules of the key list, as {@code batch-jobs/key-list.yml} has them; that file is what officials read. */
public final class KeyListRules {

    static final String PATH = "batch-jobs/key-list.yml";

    /** The first band's share may not be larger: a list that calls everything urgent is useless. */
    static final double MOST_AT_THE_TOP = 0.10;

    record Names(
            double alike,
            double alikeOwn,
            double skills,
            List<String> noise,
            List<List<String>> ranks,
            List<String> endings,
            List<List<String>> same,
            List<String> functions,
            List<String> generic) {}

    record File(
            String version, Names clusters, IndexRules index, List<Band> bands, Shortage.Limits shortage, int draft) {}

    private final File file;
    private final Bands bands;

    private KeyListRules(File file) {
        this.file = file;
        this.bands = new Bands(file.bands);
    }

    /** @throws IllegalStateException with file and line when the rules are wrong */
    public static KeyListRules load(Dictionaries dictionaries) {
        return check(Yaml.read(PATH, File.class), dictionaries);
    }

    static KeyListRules check(Yaml<File> yaml, Dictionaries dictionaries) {
        File f = yaml.value();
        require(yaml, f.version != null, "version", "the version is missing");
        require(yaml, f.clusters != null, "clusters", "clusters are missing");
        require(yaml, f.index != null && f.index.weights() != null, "index", "the index is missing");
        checkClusters(yaml, f.clusters);
        checkIndex(yaml, f.index, dictionaries);
        checkBands(yaml, f.bands);
        Shortage.Limits s = f.shortage;
        require(yaml, s != null && s.scarce() >= 0, "shortage", "the limits are missing");
        require(
                yaml,
                s.qualified() > 0 && s.plenty() >= s.qualified(),
                "plenty",
                "plenty is at least qualified, and qualified more than 0");
        require(yaml, f.draft > 0 && f.draft <= 500, "draft", "draft is between 1 and 500");
        return new KeyListRules(f);
    }

    private static void checkClusters(Yaml<File> yaml, Names n) {
        share(yaml, "alike", n.alike);
        share(yaml, "alikeOwn", n.alikeOwn);
        share(yaml, "skills", n.skills);
        require(
                yaml,
                n.noise != null && n.ranks != null && n.endings != null && n.same != null,
                "clusters",
                "noise, ranks, endings and same are lists");
        require(yaml, n.functions != null && n.generic != null, "clusters", "functions and generic are lists");
    }

    private static void checkIndex(Yaml<File> yaml, IndexRules i, Dictionaries dictionaries) {
        IndexRules.Weights w = i.weights();
        require(
                yaml,
                DoubleStream.of(w.ratio(), w.gap(), w.years(), w.chain(), w.difficulty())
                                .allMatch(x -> x >= 0)
                        && w.ratio() + w.gap() + w.years() + w.chain() + w.difficulty() > 0,
                "weights",
                "weights are 0 or more, and one of them is more");
        require(yaml, i.enough() > 0, "enough", "enough is more than 0");
        require(yaml, i.manyHeads() > 0, "manyHeads", "manyHeads is at least 1");
        require(yaml, i.longYears() > 1, "longYears", "longYears is at least 2");
        Industries industries = dictionaries.industries();
        codes(
                yaml,
                "chains",
                i.chains(),
                industries.chains().stream().map(Industries.Chain::code).collect(Collectors.toSet()));
        share(yaml, "otherChain", i.otherChain());
        IndexRules.Difficulty d = i.difficulty();
        require(yaml, d != null && d.weights() != null, "difficulty", "difficulty is missing");
        IndexRules.Difficulty.Shares s = d.weights();
        require(
                yaml,
                s.level() >= 0 && s.title() >= 0 && s.pay() >= 0 && s.level() + s.title() + s.pay() > 0,
                "level:",
                "weights are 0 or more, and one of them is more");
        codes(yaml, "education", d.education(), codes(dictionaries.get("education")));
        codes(yaml, "degree", d.degree(), codes(dictionaries.get("degree")));
        codes(yaml, "titleLevel", d.titleLevel(), codes(dictionaries.get("title-level")));
        codes(yaml, "skillLevel", d.skillLevel(), codes(dictionaries.get("skill-level")));
        require(yaml, d.highPay() > 0, "highPay", "highPay is more than 0");
        share(yaml, "notSaid", d.notSaid());
    }

    private static void checkBands(Yaml<File> yaml, List<Band> bands) {
        require(yaml, bands != null && !bands.isEmpty(), "bands", "there are no bands");
        require(
                yaml,
                bands.getFirst().upTo() > 0 && bands.getFirst().upTo() <= MOST_AT_THE_TOP,
                "code: " + bands.getFirst().code(),
                "the first band holds at most a tenth");
        double before = 0;
        for (Band b : bands) {
            require(yaml, b.upTo() > before, "code: " + b.code(), "upTo grows from band to band");
            require(
                    yaml,
                    b.label() != null && b.english() != null && b.stars() >= 1 && b.stars() <= 5,
                    "code: " + b.code(),
                    "a band has two names and 1 to 5 stars");
            before = b.upTo();
        }
        require(
                yaml,
                Double.compare(before, 1.0) == 0,
                "code: " + bands.getLast().code(),
                "the last band's upTo is 1");
    }

    private static Set<String> codes(Dictionary dictionary) {
        return dictionary.entries().stream().map(Dictionary.Entry::code).collect(Collectors.toSet());
    }

    private static void codes(Yaml<File> yaml, String at, Map<String, Double> values, Set<String> known) {
        require(yaml, values != null, at, at + " is missing");
        values.forEach((code, value) -> {
            require(yaml, known.contains(code), at, at + " has no code " + code);
            require(yaml, value >= 0 && value <= 1, at, code + " is between 0 and 1");
        });
    }

    private static void share(Yaml<File> yaml, String at, double value) {
        require(yaml, value >= 0 && value <= 1, at, at + " is between 0 and 1");
    }

    private static void require(Yaml<File> yaml, boolean holds, String at, String otherwise) {
        if (!holds) {
            throw yaml.wrong(at, false, otherwise);
        }
    }

    public String version() {
        return file.version;
    }

    public Clustering clustering() {
        Names n = file.clusters;
        return new Clustering(
                new Naming(n.noise, n.ranks, n.endings, n.same, n.functions, n.generic),
                new Clustering.Thresholds(n.alike, n.alikeOwn, n.skills));
    }

    public IndexRules index() {
        return file.index;
    }

    public Bands bands() {
        return bands;
    }

    public Shortage.Limits shortage() {
        return file.shortage;
    }

    /** How many lines a draft is proposed with. */
    public int draft() {
        return file.draft;
    }
}
