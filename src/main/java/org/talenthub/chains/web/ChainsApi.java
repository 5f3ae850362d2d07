package org.talenthub.chains.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.chains.NodeChoice;
import org.talenthub.chains.NodeDecisions;
import org.talenthub.chains.NodeDecisions.Standing;
import org.talenthub.chains.NodeDecisions.Waiting;
import org.talenthub.chains.Placement;
import org.talenthub.chains.placing.Place;
import org.talenthub.chains.placing.Way;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.standards.Industries;
import org.talenthub.security.Viewer;

/** The industry chains; where records stand on them, and what waits to be decided. */
@RestController
@RequestMapping("/api/v1/chains")
class ChainsApi {

    private static final Set<String> PARAMETERS = Set.of("node", "type", "page", "size", "lang");

    private final Industries industries;
    private final NodeDecisions decisions;

    ChainsApi(Industries industries, NodeDecisions decisions) {
        this.industries = industries;
        this.decisions = decisions;
    }

    /** @param stage UP, MIDDLE or DOWN */
    record Node(
            String code,
            Industries.Stage stage,
            String stageLabel,
            String label,
            String english,
            List<String> aliases,
            List<String> divisions,
            List<String> technologies,
            List<String> replaces) {

        static Node of(Industries.Node n) {
            return new Node(
                    n.code(),
                    n.stage(),
                    n.stage().label(),
                    n.label(),
                    n.english(),
                    n.aliases(),
                    n.divisions(),
                    n.technologies(),
                    n.replaces());
        }
    }

    /** @param divisions GB/T 4754 */
    record Chain(String code, String label, String english, List<String> divisions, List<Node> nodes) {}

    /** @param version of the dictionary */
    record Chains(String version, long total, int page, int size, List<Chain> items) {}

    record Stand(String node, String label, double confidence, Way way, List<Place.Evidence> evidence) {}

    record Choice(List<String> nodes, String reason, String by, Instant at, String version) {}

    /**
     * @param state PLACED, CHOSEN or WAITING
     * @param choice what a department said; null when none did
     */
    record Item(
            String id,
            String type,
            String name,
            Placement.State state,
            String version,
            List<Stand> nodes,
            @Nullable Choice choice) {}

    record Items(long total, int page, int size, List<Item> items) {}

    /** @param nodes codes or names, the main one first */
    record Wish(@Nullable List<String> nodes, @Nullable String reason) {}

    @GetMapping
    Chains chains(@RequestParam Map<String, String> parameters) {
        known(parameters, Set.of("lang"));
        List<Chain> all = industries.chains().stream()
                .map(c -> new Chain(
                        c.code(),
                        c.label(),
                        c.english(),
                        c.divisions(),
                        c.nodes().stream().map(Node::of).toList()))
                .toList();
        return new Chains(industries.version(), all.size(), 0, all.size(), all);
    }

    @GetMapping("/queue")
    Items queue(
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        known(parameters, PARAMETERS);
        Waiting waiting = decisions.waiting(node, type, new Paging(page, size), viewer);
        return new Items(
                waiting.total(),
                page,
                size,
                waiting.items().stream().map(this::item).toList());
    }

    @GetMapping("/placements/{id}")
    Item placement(@PathVariable String id, Viewer viewer) {
        return item(decisions.of(id, viewer));
    }

    /** Holds over later imports and later editions of the dictionary. */
    @PutMapping("/placements/{id}")
    Item choose(@PathVariable String id, @RequestBody Wish wish, Viewer viewer) {
        if (wish.nodes() == null || wish.reason() == null) {
            throw Problem.badRequest("choice.incomplete", Sentence.of("refused.choice.incomplete"));
        }
        decisions.choose(id, wish.nodes(), wish.reason(), viewer);
        return item(decisions.of(id, viewer));
    }

    @DeleteMapping("/placements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Viewer viewer) {
        decisions.withdraw(id, viewer);
    }

    private Item item(Standing s) {
        Placement p = s.placement();
        return new Item(
                s.record().id(),
                s.record().type(),
                s.record().name(),
                p.state(),
                p.version(),
                p.places().stream()
                        .map(x ->
                                new Stand(x.node(), industries.label(x.node()), x.confidence(), x.way(), x.evidence()))
                        .toList(),
                s.choice().map(ChainsApi::choice).orElse(null));
    }

    private static Choice choice(NodeChoice c) {
        return new Choice(c.nodes(), c.reason(), c.chosenName(), c.chosenAt(), c.version());
    }

    private static void known(Map<String, String> given, Set<String> known) {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.badRequest(
                            "parameter.unknown",
                            Sentence.of(
                                    "refused.parameter.unknown",
                                    name,
                                    Sentence.list(known.stream().sorted().toList())));
                });
    }
}
