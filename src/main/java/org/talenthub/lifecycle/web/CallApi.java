package org.talenthub.lifecycle.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.security.Viewer;

/** Calls for bases and stations; public. */
@RestController
@RequestMapping("/api/v1/calls")
class CallApi {

    private final Applying applying;

    CallApi(Applying applying) {
        this.applying = applying;
    }

    /** @param deadline the last day */
    record Item(String id, int year, CarrierKind kind, String title, int quota, LocalDate deadline, Call.State state) {

        static Item of(Call c) {
            return new Item(Ids.text(c.id()), c.year(), c.kind(), c.title(), c.quota(), c.deadline(), c.state());
        }
    }

    record Items(long total, int page, int size, List<Item> items) {}

    record Wish(
            @Nullable Integer year,
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer quota,
            @Nullable String deadline) {}

    @GetMapping
    Items list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        Paging paging = new Paging(page, size);
        List<Item> all = applying.calls().stream().map(Item::of).toList();
        return new Items(all.size(), page, size, Pages.of(all, paging));
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id) {
        return Item.of(applying.call(Ids.parse(id).orElseThrow(Problem::notFound)));
    }

    @PostMapping
    ResponseEntity<Item> publish(@RequestBody Wish wish, Viewer viewer) {
        Call call = applying.publish(
                wish.year(), kind(wish.kind()), wish.title(), wish.quota(), day(wish.deadline()), viewer);
        return ResponseEntity.created(URI.create("/api/v1/calls/" + Ids.text(call.id())))
                .body(Item.of(call));
    }

    private static @Nullable CarrierKind kind(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(CarrierKind.values())
                .filter(k -> k.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("call.kind", Sentence.of("refused.call.kind")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest("call.deadline", Sentence.of("refused.call.deadline.day"));
        }
    }
}
