package org.talenthub.search.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.merge.Choices;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Searches;
import org.talenthub.search.Understood;
import org.talenthub.security.Viewer;

@RestController
@RequestMapping("/api/v1/{kind:" + Kind.PATHS + "}")
class RecordsApi {

    private final Searches searches;
    private final Links links;
    private final Choices choices;
    private final Origins origins;

    RecordsApi(Searches searches, Links links, Choices choices, Origins origins) {
        this.searches = searches;
        this.links = links;
        this.choices = choices;
        this.origins = origins;
    }

    /**
     * @param only of conditions that find nothing together, single ones and pairs that do find something
     * @param named what a long text names: found is who has any of it, who has most comes first
     */
    record Page(
            long total,
            long nearTotal,
            int page,
            int size,
            List<Map<String, Object>> items,
            Map<String, List<SearchResult.FacetValue>> facets,
            @Nullable String didYouMean,
            List<SearchResult.Relaxation> relaxations,
            List<SearchResult.Kept> only,
            List<String> notices,
            List<Meant> understood,
            List<String> named,
            @Nullable String cursor,
            long took) {}

    /**
     * Words of the line that became a condition.
     *
     * @param not whether it must not hold
     */
    record Meant(String text, String filter, List<String> values, String label, boolean not) {

        static Meant of(Understood u) {
            return new Meant(u.text(), u.filter(), u.values(), u.label(), u.not());
        }
    }

    record Link(String rel, String label, String type, long total, String query, List<Item.Brief> items) {}

    record Neighbours(String id, List<Link> links) {}

    @GetMapping
    Page list(@PathVariable String kind, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        SearchResult r = searches.find(SearchParameters.read(kind(kind), parameters), viewer);
        return new Page(
                r.total(),
                r.nearTotal(),
                r.page(),
                r.size(),
                r.items().stream().map(Item::of).toList(),
                r.facets(),
                r.didYouMean(),
                r.relaxations(),
                r.only(),
                r.notices(),
                r.understood().stream().map(Meant::of).toList(),
                r.named(),
                r.cursor(),
                r.took());
    }

    /** The record; 307 to the one that it was found to be. */
    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> one(@PathVariable String kind, @PathVariable String id, Viewer viewer) {
        return links.movedTo(kind(kind), id, viewer)
                .map(to -> ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                        .location(URI.create("/api/v1/" + kind + "/" + to))
                        .<Map<String, Object>>build())
                .orElseGet(() -> ResponseEntity.ok(view(kind, id, viewer)));
    }

    private Map<String, Object> view(String kind, String id, Viewer viewer) {
        return origins.add(links.view(kind(kind), id, viewer), viewer);
    }

    /**
     * What an official wants to hold.
     *
     * @param report id of the report whose value it is, as {@code disagreements} names it
     * @param version the record's when the official looked at it; 409 when it changed meanwhile
     * @param reason at most 500 characters
     */
    record Decision(
            @Nullable String report,
            @Nullable Long version,
            @Nullable String reason) {}

    /** Lets one report's value of a field hold, over later imports too. Province, and cities in their own region. */
    @PutMapping("/{id}/choices/{field}")
    Map<String, Object> choose(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String field,
            @RequestBody Decision decision,
            Viewer viewer) {
        Kind of = kind(kind);
        if (decision.report() == null || decision.version() == null || decision.reason() == null) {
            throw Problem.badRequest("choice.incomplete", Sentence.of("refused.choice.incomplete.choose"));
        }
        choices.choose(
                of.type(), id(of, id, viewer), field, decision.report(), decision.version(), decision.reason(), viewer);
        return view(kind, id, viewer);
    }

    /** Takes a choice back: the written rules decide the field again. */
    @DeleteMapping("/{id}/choices/{field}")
    Map<String, Object> withdraw(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam long version,
            Viewer viewer) {
        Kind of = kind(kind);
        choices.withdraw(of.type(), id(of, id, viewer), field, version, viewer);
        return view(kind, id, viewer);
    }

    private long id(Kind kind, String id, Viewer viewer) {
        return Ids.parse(links.view(kind, id, viewer).id()).orElseThrow(Problem::notFound);
    }

    @GetMapping("/{id}/links")
    Neighbours links(@PathVariable String kind, @PathVariable String id, Viewer viewer) {
        return new Neighbours(
                id,
                links.of(kind(kind), id, viewer).stream().map(RecordsApi::link).toList());
    }

    private static Link link(Links.Group g) {
        return new Link(
                g.rel(),
                g.label(),
                g.kind().path(),
                g.total(),
                "/api/v1/" + g.kind().path() + "?" + SearchParameters.write(g.query()),
                g.items().stream().map(Item.Brief::of).toList());
    }

    private static Kind kind(String path) {
        return Kind.ofPath(path).orElseThrow(Problem::notFound);
    }
}
