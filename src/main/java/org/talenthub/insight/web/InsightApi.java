package org.talenthub.insight.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.insight.Boards;
import org.talenthub.insight.ChainGaps;
import org.talenthub.insight.ChainGaps.Gap;
import org.talenthub.insight.Figures;
import org.talenthub.reference.standards.Industries;
import org.talenthub.security.Viewer;

/** The numbers behind the boards, as the caller may know them. */
@RestController
@RequestMapping("/api/v1/insights")
class InsightApi {

    private final ChainGaps gaps;
    private final Boards boards;
    private final Industries industries;

    InsightApi(ChainGaps gaps, Boards boards, Industries industries) {
        this.gaps = gaps;
        this.boards = boards;
        this.industries = industries;
    }

    /** @param version of the dictionary of chains */
    record Gaps(long total, int page, int size, List<Gap> items, String date, String version) {}

    /** By node; {@code industry} and {@code node} choose which, {@code region} whose. */
    @GetMapping("/chain-gaps")
    Gaps chainGaps(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        known(parameters, Set.of("region", "industry", "node", "lang"));
        Map<String, List<String>> narrowing = new LinkedHashMap<>();
        List<String> regions = parameters.getOrDefault("region", List.of());
        if (!regions.isEmpty()) {
            narrowing.put("region", regions);
        }
        Set<String> chains = Set.copyOf(parameters.getOrDefault("industry", List.of()).stream()
                .map(this::chain)
                .toList());
        Set<String> nodes = Set.copyOf(parameters.getOrDefault("node", List.of()).stream()
                .map(this::node)
                .toList());
        List<Gap> items = gaps.of(narrowing, viewer).stream()
                .filter(g -> chains.isEmpty() || chains.contains(g.industry()))
                .filter(g -> nodes.isEmpty() || nodes.contains(g.node()))
                .toList();
        return new Gaps(items.size(), 0, items.size(), items, HubTime.today().toString(), industries.version());
    }

    @GetMapping("/{board:overview|regions|demand|tiers|services|stations}")
    Figures board(@PathVariable String board, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        known(parameters, Set.of("lang"));
        return boards.of(board, viewer);
    }

    private String chain(String text) {
        return industries
                .chain(text)
                .map(Industries.Chain::code)
                .orElseThrow(() -> Problem.badRequest(
                        "filter.value",
                        Sentence.of(
                                "refused.filter.value",
                                text,
                                Sentence.list(industries.chains().stream()
                                        .map(Industries.Chain::code)
                                        .toList()))));
    }

    private String node(String text) {
        return industries
                .findNode(text)
                .map(Industries.Node::code)
                .orElseThrow(() -> Problem.badRequest("filter.value", Sentence.of("refused.filter.value.node", text)));
    }

    private static void known(MultiValueMap<String, String> given, Set<String> known) {
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
