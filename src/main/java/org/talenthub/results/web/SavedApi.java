package org.talenthub.results.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.results.saved.SavedSearch;
import org.talenthub.results.saved.SavedSearches;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;

/** Saved searches: one's own, and those that the organisation shares. */
@RestController
@RequestMapping("/api/v1/saved-searches")
class SavedApi {

    private final SavedSearches searches;

    SavedApi(SavedSearches searches) {
        this.searches = searches;
    }

    /**
     * @param type the collection that it searches: {@code talents}
     * @param query the search's parameters, ready to stand behind a question mark
     * @param mine whether the caller saved it
     */
    record Item(
            String id,
            String name,
            String type,
            String query,
            boolean shared,
            boolean mine,
            String owner,
            Instant createdAt) {

        static Item of(SavedSearch s, Viewer viewer) {
            return new Item(
                    Ids.text(s.id()),
                    s.name(),
                    s.kind().path(),
                    s.query(),
                    s.shared(),
                    s.account() == viewer.account(),
                    s.owner(),
                    s.createdAt());
        }
    }

    record Items(int total, List<Item> items) {}

    /**
     * What to keep, or what to change of it; what is absent stays as it is.
     *
     * @param name at most 80 characters
     * @param shared for all accounts of the organisation; only who saved it may change that
     */
    record Wish(
            @Nullable String name,
            @Nullable String type,
            @Nullable String query,
            @Nullable Boolean shared) {}

    @GetMapping
    Items list(Viewer viewer) {
        List<Item> items =
                searches.of(viewer).stream().map(s -> Item.of(s, viewer)).toList();
        return new Items(items.size(), items);
    }

    @PostMapping
    ResponseEntity<Item> save(@RequestBody Wish wish, Viewer viewer) {
        Kind kind = Kind.ofPath(String.valueOf(wish.type()))
                .orElseThrow(() -> Problem.badRequest("type.unknown", Sentence.of("refused.type.unknown.save")));
        SavedSearch s = searches.save(
                kind,
                wish.name() == null ? "" : wish.name(),
                wish.query() == null ? "" : wish.query(),
                Boolean.TRUE.equals(wish.shared()),
                viewer);
        return ResponseEntity.created(URI.create("/api/v1/saved-searches/" + Ids.text(s.id())))
                .body(Item.of(s, viewer));
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id, Viewer viewer) {
        return Item.of(searches.get(id, viewer), viewer);
    }

    @PutMapping("/{id}")
    Item change(@PathVariable String id, @RequestBody Wish wish, Viewer viewer) {
        return Item.of(
                searches.change(id, Optional.ofNullable(wish.name()), Optional.ofNullable(wish.shared()), viewer),
                viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Viewer viewer) {
        searches.delete(id, viewer);
    }
}
