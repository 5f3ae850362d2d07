package org.talenthub.services;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.security.Viewer;
import org.talenthub.services.NeedLife.Action;
import org.talenthub.services.NeedLife.State;
import org.talenthub.web.Texts;

/** Service needs: the carrier's own one by one, the departments' as counts. */
@RestController
@RequestMapping("/api/v1/service-needs")
class ServiceNeedsApi {

    private final Serving serving;
    private final Texts texts;

    ServiceNeedsApi(Serving serving, Texts texts) {
        this.serving = serving;
        this.texts = texts;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String talent,
            String need,
            String needLabel,
            State state,
            Instant askedAt,
            Instant since,
            @Nullable String note,
            @Nullable String reason,
            List<String> allowed) {}

    record Items(long total, int page, int size, List<Item> items) {}

    record Carrier(String id, String name, @Nullable String region) {}

    record CountItem(Carrier carrier, String need, String needLabel, long total, Map<State, Long> states) {}

    record Counts(long total, int page, int size, List<CountItem> items) {}

    record Wish(
            @Nullable String talent,
            @Nullable String need,
            @Nullable String note) {}

    record Said(@Nullable String reason) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Viewer viewer) {
        Paging paging = new Paging(page, size);
        State which = state == null ? null : state(state);
        List<ServiceNeed> all = serving.own(viewer).stream()
                .filter(n -> which == null || n.state() == which)
                .toList();
        return new Items(
                all.size(),
                page,
                size,
                all.stream().skip(paging.from()).limit(size).map(this::item).toList());
    }

    @GetMapping("/counts")
    Counts counts(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Viewer viewer) {
        Paging paging = new Paging(page, size);
        List<Serving.Count> all = serving.counts(viewer);
        return new Counts(
                all.size(),
                page,
                size,
                all.stream()
                        .skip(paging.from())
                        .limit(size)
                        .map(c -> new CountItem(
                                new Carrier(Ids.text(c.carrier()), c.name(), c.region()),
                                c.need(),
                                serving.label(c.need(), texts.english()),
                                c.total(),
                                c.states()))
                        .toList());
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id, Viewer viewer) {
        return item(serving.get(id, viewer));
    }

    @PostMapping
    ResponseEntity<Item> ask(@RequestBody Wish wish, Viewer viewer) {
        ServiceNeed n = serving.ask(wish.talent(), wish.need(), wish.note(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/service-needs/" + Ids.text(n.id())))
                .body(item(n));
    }

    @PostMapping("/{id}/{action}")
    Item act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Said said,
            Viewer viewer) {
        return item(serving.act(id, action(action), said == null ? null : said.reason(), viewer));
    }

    static Action action(String word) {
        return Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(word))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    static State state(String text) {
        return Arrays.stream(State.values())
                .filter(s -> s.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("filter.value", Sentence.of("refused.filter.value.need")));
    }

    private Item item(ServiceNeed n) {
        return new Item(
                Ids.text(n.id()),
                n.talent() == 0 ? "" : Ids.text(n.talent()),
                n.need(),
                serving.label(n.need(), texts.english()),
                n.state(),
                n.askedAt(),
                n.changedAt(),
                n.note(),
                n.reason(),
                n.allowed().stream().map(Transitions::word).toList());
    }
}
