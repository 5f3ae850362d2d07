package org.talenthub.reference.standards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Yaml;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Dictionary.Entry;
import org.talenthub.reference.standards.Dictionary.Match;

/** The province's industry chains and their nodes, a versioned table mapped many-to-many to GB/T 4754 divisions. */
public final class Industries {

    /** Where on its chain a node stands. */
    public enum Stage {
        UP("上游"),
        MIDDLE("中游"),
        DOWN("下游");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One link of a chain (产业链环节); its code starts with the chain's: {@code OPTO_OPTICAL_CHIP}.
     *
     * @param divisions two-digit codes of the GB/T 4754 divisions that the node draws on
     * @param technologies what is done there; words that place a record on the node
     * @param replaces codes of earlier versions that the node stands for
     */
    public record Node(
            String code,
            Stage stage,
            String label,
            String english,
            List<String> aliases,
            List<String> divisions,
            List<String> technologies,
            List<String> replaces) {

        public Node {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
            divisions = divisions == null ? List.of() : List.copyOf(divisions);
            technologies = technologies == null ? List.of() : List.copyOf(technologies);
            replaces = replaces == null ? List.of() : List.copyOf(replaces);
        }
    }

    /** @param divisions two-digit codes of the GB/T 4754 divisions that the chain draws on */
    public record Chain(
            String code, String label, String english, List<String> aliases, List<String> divisions, List<Node> nodes) {

        public Chain {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
            divisions = divisions == null ? List.of() : List.copyOf(divisions);
            nodes = nodes == null ? List.of() : List.copyOf(nodes);
        }
    }

    record File(String name, String title, String source, String version, List<Chain> chains) {}

    private static final String PATH = "batch-jobs/dictionaries/industry-chains.yml";
    private static final int FEWEST_NODES = 8;
    private static final int FEWEST_TECHNOLOGIES = 5;

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> chainOfNode = new HashMap<>();
    private final Map<String, Node> nodeByText = new HashMap<>();
    private final Map<String, List<Node>> successors = new HashMap<>();
    private final Dictionary dictionary;
    private final String version;
    private final String fingerprint;

    private Industries(File file, List<String> lines) {
        version = file.version;
        fingerprint = sha256(String.join("\n", lines));
        List<Entry> entries = file.chains.stream()
                .map(c -> new Entry(c.code(), c.label(), c.english(), c.aliases(), List.of(), null, null))
                .toList();
        dictionary = new Dictionary(file.name, file.title, file.source, file.version, List.of("产业链", "产业"), entries);
        for (Chain chain : file.chains) {
            chains.put(chain.code(), chain);
            Match match = new Match(dictionary.entry(chain.code()).orElseThrow(), true);
            for (Node node : chain.nodes()) {
                nodes.put(node.code(), node);
                chainOfNode.put(node.code(), chain.code());
                node.replaces()
                        .forEach(old -> successors
                                .computeIfAbsent(old, o -> new ArrayList<>())
                                .add(node));
                texts(node).forEach(text -> {
                    nodeByText.put(text, node);
                    nodeByText.put(Texts.key(text), node);
                    // who writes 光芯片 as the industry means its chain
                    dictionary.accept(text, match);
                });
            }
        }
    }

    static Industries read(Dictionary gb4754) {
        return check(Yaml.read(PATH, File.class), gb4754);
    }

    static Industries check(Yaml<File> yaml, Dictionary gb4754) {
        File file = yaml.value();
        if (file.version == null || file.version.isBlank() || file.source == null || file.chains == null) {
            throw yaml.wrong("name: ", false, "source, version and chains are required");
        }
        Set<String> seen = new HashSet<>();
        for (Chain chain : file.chains) {
            divisions(yaml, chain.code(), chain.divisions(), gb4754);
            if (chain.nodes().size() < FEWEST_NODES) {
                throw yaml.wrong("code: " + chain.code(), false, "a chain has at least " + FEWEST_NODES + " nodes");
            }
            Stream<String> own = Stream.concat(Stream.of(chain.code(), chain.label()), chain.aliases().stream());
            unique(yaml, seen, chain.code(), own);
            for (Node node : chain.nodes()) {
                if (!node.code().startsWith(chain.code() + "_")) {
                    throw yaml.wrong("code: " + node.code(), false, "a node's code starts with its chain's");
                }
                if (node.stage() == null || node.label() == null || node.english() == null) {
                    throw yaml.wrong("code: " + node.code(), false, "a node needs stage, label and english");
                }
                if (node.technologies().size() < FEWEST_TECHNOLOGIES) {
                    throw yaml.wrong(
                            "code: " + node.code(),
                            false,
                            "a node needs at least " + FEWEST_TECHNOLOGIES + " key technologies");
                }
                divisions(yaml, node.code(), node.divisions(), gb4754);
                unique(yaml, seen, node.code(), texts(node));
                unique(yaml, seen, node.code(), node.technologies().stream());
            }
        }
        replaced(yaml);
        return new Industries(file, yaml.lines());
    }

    private static void divisions(Yaml<File> yaml, String code, List<String> divisions, Dictionary gb4754) {
        if (divisions.isEmpty()) {
            throw yaml.wrong("code: " + code, false, "no GB/T 4754 division");
        }
        for (String division : divisions) {
            if (gb4754.entry(division).isEmpty()) {
                throw yaml.wrong("code: " + code, false, "no GB/T 4754 division " + division);
            }
        }
    }

    /** What stands for a code that is still there would have two meanings. */
    private static void replaced(Yaml<File> yaml) {
        Set<String> present = yaml.value().chains.stream()
                .flatMap(c -> c.nodes().stream())
                .map(Node::code)
                .collect(Collectors.toSet());
        for (Chain chain : yaml.value().chains) {
            for (Node node : chain.nodes()) {
                for (String old : node.replaces()) {
                    if (present.contains(old)) {
                        throw yaml.wrong("code: " + node.code(), false, old + " is replaced, but still there");
                    }
                }
            }
        }
    }

    private static void unique(Yaml<File> yaml, Set<String> seen, String code, Stream<String> texts) {
        texts.map(Texts::key).distinct().forEach(text -> {
            if (!seen.add(text)) {
                throw yaml.wrong("code: " + code, true, text + " already means another chain or node");
            }
        });
    }

    private static Stream<String> texts(Node node) {
        return Stream.concat(Stream.of(node.code(), node.label()), node.aliases().stream());
    }

    public List<Chain> chains() {
        return List.copyOf(chains.values());
    }

    public Optional<Chain> chain(String code) {
        return Optional.ofNullable(chains.get(code));
    }

    public Optional<Node> node(String code) {
        return Optional.ofNullable(nodes.get(code));
    }

    /** The chain a node belongs to; empty for an unknown node code. */
    public Optional<Chain> chainOf(String nodeCode) {
        return Optional.ofNullable(chainOfNode.get(nodeCode)).map(chains::get);
    }

    /** The node that a code, label or everyday word stands for; a code of an earlier version its first successor. */
    public Optional<Node> findNode(String text) {
        return Optional.ofNullable(nodeOf(text)).or(() -> current(text).stream().findFirst());
    }

    /** What a node's code stands for today: itself, or what came in its place; empty when nothing did. */
    public List<Node> current(String code) {
        Node node = nodes.get(code);
        return node == null ? successors.getOrDefault(code, List.of()) : List.of(node);
    }

    /** The edition of the table: a year and a number. */
    public String version() {
        return version;
    }

    /** SHA-256 of the file, in hex: two editions of one number are told apart by it. */
    public String fingerprint() {
        return fingerprint;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Chinese name of a chain or node code; an unknown code is its own name. */
    public String label(String code) {
        Node node = nodes.get(code);
        return node == null ? dictionary.label(code) : node.label();
    }

    /** English name of a chain or node code; an unknown code is its own name. */
    public String english(String code) {
        Node node = nodes.get(code);
        return node == null ? dictionary.english(code) : node.english();
    }

    @Nullable
    public Node nodeOf(String text) {
        Node node = nodeByText.get(text);
        return node == null ? nodeByText.get(Texts.key(text)) : node;
    }

    public Dictionary dictionary() {
        return dictionary;
    }
}
