package org.talenthub.editions.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.ranking.Repeats;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the list is made of: open demands that are one need, the most urgent first. */
@RestController
@RequestMapping("/api/v1/key-recruitment-list/clusters")
class NeedsApi {

    private final NeedLists needs;
    private final Repeats repeats;

    NeedsApi(NeedLists needs, Repeats repeats) {
        this.needs = needs;
        this.repeats = repeats;
    }

    record Items(long total, int page, int size, List<ObjectNode> items) {}

    record Joined(String cluster) {}

    record Parted(List<String> clusters) {}

    /** @param parameters kind (LIST, CHALLENGE), date (today without it), q, industry, region, band, page, size */
    @GetMapping
    Items list(@RequestParam Map<String, String> parameters, Viewer viewer) {
        Given.only(parameters, "kind", "date", "q", "industry", "region", "band", "page", "size");
        Paging paging = Given.paging(parameters);
        EditionKind kind = Given.one(EditionKind.class, "kind", parameters.get("kind"));
        NeedLists.Page page = needs.page(
                kind == null ? EditionKind.LIST : kind,
                Given.day(parameters.get("date")),
                new NeedLists.Narrowed(
                        parameters.get("q"),
                        parameters.get("industry"),
                        parameters.get("region"),
                        parameters.get("band")),
                paging,
                viewer);
        return new Items(
                page.total(),
                paging.page(),
                paging.size(),
                page.items().stream()
                        .map(i -> EditionJson.of(i.need(), i.view()))
                        .toList());
    }

    /** @param body {@code clusters}: two or more that are one need */
    @PostMapping("/join")
    Joined join(@RequestBody JsonNode body, Viewer viewer) {
        List<Long> clusters = Given.idsOf(Given.object(body, "clusters"), "clusters");
        if (clusters == null) {
            throw Problem.badRequest("field.missing", Sentence.of("refused.field.missing"));
        }
        return new Joined(Ids.text(repeats.join(clusters, HubTime.today(), viewer)));
    }

    /** @param body {@code demands}: those that are another need */
    @PostMapping("/{cluster}/split")
    Parted split(@PathVariable String cluster, @RequestBody JsonNode body, Viewer viewer) {
        List<Long> demands = Given.idsOf(Given.object(body, "demands"), "demands");
        if (demands == null) {
            throw Problem.badRequest("field.missing", Sentence.of("refused.field.missing.split"));
        }
        return new Parted(repeats.split(Given.id(cluster), demands, HubTime.today(), viewer).stream()
                .map(Ids::text)
                .toList());
    }
}
