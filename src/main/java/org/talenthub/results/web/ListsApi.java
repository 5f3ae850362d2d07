package org.talenthub.results.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.results.lists.RecordLists.RecordList;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Lists of records with notes: one's own, and those that the organisation shares. */
@RestController
@RequestMapping("/api/v1/lists")
class ListsApi {

    private final RecordLists lists;
    private final Records records;
    private final Texts texts;

    ListsApi(RecordLists lists, Records records, Texts texts) {
        this.lists = lists;
        this.records = records;
        this.texts = texts;
    }

    record Item(String id, String name, boolean shared, boolean mine, String owner, Instant createdAt, int entries) {

        static Item of(RecordList l, Viewer viewer) {
            return new Item(
                    Ids.text(l.id()),
                    l.name(),
                    l.shared(),
                    l.account() == viewer.account(),
                    l.owner(),
                    l.createdAt(),
                    l.entries());
        }
    }

    record Items(int total, List<Item> items) {}

    /**
     * @param name null when the record is gone, or no longer the caller's to see
     * @param movedTo id of the record that it was found to be, if it was
     */
    record Entry(
            String id,
            String type,
            @Nullable String name,
            @Nullable String movedTo,
            String note,
            String addedBy,
            Instant addedAt) {}

    record Whole(Item list, List<Entry> items) {}

    /** What is absent stays as it is. */
    record Wish(@Nullable String name, @Nullable Boolean shared) {}

    /** @param ids records of any kind that the caller sees */
    record Added(@Nullable List<String> ids, @Nullable String note) {}

    record Note(@Nullable String note) {}

    /** @param notices what is not kept as it was given */
    record Done(int added, List<String> notices) {}

    record Kept(List<String> notices) {}

    @GetMapping
    Items list(Viewer viewer) {
        List<Item> items =
                lists.of(viewer).stream().map(l -> Item.of(l, viewer)).toList();
        return new Items(items.size(), items);
    }

    @PostMapping
    ResponseEntity<Item> create(@RequestBody Wish wish, Viewer viewer) {
        RecordList l = lists.create(wish.name() == null ? "" : wish.name(), Boolean.TRUE.equals(wish.shared()), viewer);
        return ResponseEntity.created(URI.create("/api/v1/lists/" + Ids.text(l.id())))
                .body(Item.of(l, viewer));
    }

    /** With its entries, newest first. {@code GET /exports/talents.xlsx?list=} exports it. */
    @GetMapping("/{id}")
    Whole one(@PathVariable String id, Viewer viewer) {
        RecordList l = lists.get(id, viewer);
        List<RecordLists.Entry> entries = lists.entries(l);
        Map<Long, RecordView> views =
                records.views(entries.stream().map(RecordLists.Entry::record).toList(), viewer);
        return new Whole(
                Item.of(l, viewer),
                entries.stream()
                        .map(e -> {
                            RecordView view = views.get(e.record());
                            return new Entry(
                                    Ids.text(e.record()),
                                    e.kind().path(),
                                    view == null ? null : view.name(),
                                    view != null
                                            ? null
                                            : records.partOf(e.record())
                                                    .flatMap(to -> records.view(to, viewer))
                                                    .map(RecordView::id)
                                                    .orElse(null),
                                    e.note(),
                                    e.addedBy(),
                                    e.addedAt());
                        })
                        .toList());
    }

    @PutMapping("/{id}")
    Item change(@PathVariable String id, @RequestBody Wish wish, Viewer viewer) {
        return Item.of(
                lists.change(id, Optional.ofNullable(wish.name()), Optional.ofNullable(wish.shared()), viewer), viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Viewer viewer) {
        lists.delete(id, viewer);
    }

    @PostMapping("/{id}/entries")
    Done add(@PathVariable String id, @RequestBody Added added, Viewer viewer) {
        if (added.ids() == null || added.ids().isEmpty()) {
            throw Problem.badRequest("ids.missing", Sentence.of("refused.ids.missing"));
        }
        String note = added.note() == null ? "" : added.note();
        return new Done(lists.add(id, added.ids(), note, viewer), notices(note));
    }

    /** 204; 200 with a notice when something of the note is masked. */
    @PutMapping("/{id}/entries/{record}")
    ResponseEntity<Kept> annotate(
            @PathVariable String id, @PathVariable String record, @RequestBody Note body, Viewer viewer) {
        String note = body.note() == null ? "" : body.note();
        lists.annotate(id, record, note, viewer);
        List<String> notices = notices(note);
        return notices.isEmpty() ? ResponseEntity.noContent().build() : ResponseEntity.ok(new Kept(notices));
    }

    private List<String> notices(String note) {
        return RecordLists.hides(note) ? List.of(texts.text("list.masked")) : List.of();
    }

    @DeleteMapping("/{id}/entries/{record}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String record, Viewer viewer) {
        lists.remove(id, record, viewer);
    }
}
