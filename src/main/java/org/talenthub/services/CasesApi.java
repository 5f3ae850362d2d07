package org.talenthub.services;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Transitions;
import org.talenthub.security.Viewer;

/** Typical cases of carriers. */
@RestController
@RequestMapping("/api/v1/typical-cases")
class CasesApi {

    private final Telling telling;

    CasesApi(Telling telling) {
        this.telling = telling;
    }

    record Carrier(String id, String name) {}

    record Item(
            String id,
            Carrier carrier,
            int year,
            String title,
            String text,
            TypicalCase.State state,
            boolean collected,
            Instant since,
            List<String> allowed) {}

    record Items(long total, int page, int size, List<Item> items) {}

    record Wish(@Nullable String title, @Nullable String text) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String carrier,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Viewer viewer) {
        Paging paging = new Paging(page, size);
        List<TypicalCase> all = telling.list(viewer).stream()
                .filter(c -> carrier == null || Ids.text(c.carrier()).equals(carrier))
                .filter(c -> year == null || c.year() == year)
                .toList();
        return new Items(
                all.size(),
                page,
                size,
                all.stream()
                        .skip(paging.from())
                        .limit(size)
                        .map(c -> item(c, viewer))
                        .toList());
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id, Viewer viewer) {
        return item(telling.get(id, viewer), viewer);
    }

    @PostMapping
    ResponseEntity<Item> write(@RequestBody Wish wish, Viewer viewer) {
        TypicalCase c = telling.write(wish.title(), wish.text(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/typical-cases/" + Ids.text(c.id())))
                .body(item(c, viewer));
    }

    @PutMapping("/{id}")
    Item change(@PathVariable String id, @RequestBody Wish wish, Viewer viewer) {
        return item(telling.change(id, wish.title(), wish.text(), viewer), viewer);
    }

    @PostMapping("/{id}/{action}")
    Item act(@PathVariable String id, @PathVariable String action, Viewer viewer) {
        return item(telling.act(id, action(action), viewer), viewer);
    }

    static CaseLife.Action action(String word) {
        return Arrays.stream(CaseLife.Action.values())
                .filter(a -> Transitions.word(a).equals(word))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Item item(TypicalCase c, Viewer viewer) {
        return new Item(
                Ids.text(c.id()),
                new Carrier(Ids.text(c.carrier()), telling.carrier(c)),
                c.year(),
                c.title(),
                c.text(),
                c.state(),
                c.collected(),
                c.changedAt(),
                telling.allowed(c, viewer).stream().map(Transitions::word).toList());
    }
}
