package org.talenthub.reference.standards;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Yaml;
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

    /** One link of a chain (产业链环节); its code starts with the chain's: {@code OPTO_OPTICAL_CHIP}. */
    public record Node(String code, Stage stage, String label, String english, List<String> aliases) {

        public Node {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
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

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> chainOfNode = new HashMap<>();
    private final Map<String, Node> nodeByText = new HashMap<>();
    private final Dictionary dictionary;

    private Industries(File file) {
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
        return check(Yaml.read("batch-jobs/dictionaries/industry.yml", File.class), gb4754);
    }

    static Industries check(Yaml<File> yaml, Dictionary gb4754) {
        Set<String> seen = new HashSet<>();
        for (Chain chain : yaml.value().chains) {
            for (String division : chain.divisions()) {
                if (gb4754.entry(division).isEmpty()) {
                    throw yaml.wrong("code: " + chain.code(), false, "no GB/T 4754 division " + division);
                }
            }
            Stream<String> own = Stream.concat(Stream.of(chain.code(), chain.label()), chain.aliases().stream());
            unique(yaml, seen, chain.code(), own);
            for (Node node : chain.nodes()) {
                if (!node.code().startsWith(chain.code() + "_")) {
                    throw yaml.wrong("code: " + node.code(), false, "a node's code starts with its chain's");
                }
                unique(yaml, seen, node.code(), texts(node));
            }
        }
        return new Industries(yaml.value());
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

    /** The node that a code, label or everyday word stands for. */
    public Optional<Node> findNode(String text) {
        return Optional.ofNullable(nodeOf(text));
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
