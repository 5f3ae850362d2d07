package org.talenthub.lifecycle.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Calling;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.lifecycle.model.Section;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Calls for bases and stations; public. */
@RestController
@RequestMapping("/api/v1/calls")
class CallApi {

    private final Applying applying;
    private final Calling calling;
    private final Texts texts;

    CallApi(Applying applying, Calling calling, Texts texts) {
        this.applying = applying;
        this.calling = calling;
        this.texts = texts;
    }

    /** @param deadline the last day */
    record Item(String id, int year, CarrierKind kind, String title, int quota, LocalDate deadline, Call.State state) {

        static Item of(Call c) {
            return new Item(Ids.text(c.id()), c.year(), c.kind(), c.title(), c.quota(), c.deadline(), c.state());
        }
    }

    record Items(long total, int page, int size, List<Item> items) {}

    /** What an application has to say under a heading. */
    record Part(String key, String label, String hint) {}

    /**
     * A call with what it asks for.
     *
     * @param criteria criterion to points, together 100
     * @param evidence papers without which nothing is submitted
     */
    record Whole(
            String id,
            int year,
            CarrierKind kind,
            String title,
            int quota,
            LocalDate deadline,
            Call.State state,
            String text,
            List<Part> outline,
            Map<String, Integer> criteria,
            List<String> evidence,
            List<Calling.Paper> files) {}

    record Wish(
            @Nullable Integer year,
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer quota,
            @Nullable String deadline,
            @Nullable String text,
            @Nullable Map<String, Integer> criteria,
            @Nullable List<String> evidence) {}

    @GetMapping
    Items list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        Paging paging = new Paging(page, size);
        List<Item> all = applying.calls().stream().map(Item::of).toList();
        return new Items(all.size(), page, size, Pages.of(all, paging));
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable String id) {
        return whole(call(id));
    }

    @PostMapping
    ResponseEntity<Whole> publish(@RequestBody Wish wish, Viewer viewer) {
        Call call = calling.publish(
                new Calling.Wish(
                        wish.year(),
                        kind(wish.kind()),
                        wish.title(),
                        wish.quota(),
                        day(wish.deadline()),
                        wish.text(),
                        wish.criteria(),
                        wish.evidence()),
                viewer);
        return ResponseEntity.created(URI.create("/api/v1/calls/" + Ids.text(call.id())))
                .body(whole(call));
    }

    @GetMapping("/{id}/files")
    List<Calling.Paper> files(@PathVariable String id) {
        return calling.papers(call(id));
    }

    @PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Calling.Paper add(
            @PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, Viewer viewer)
            throws IOException {
        Call call = call(id);
        if (file == null) {
            throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing"));
        }
        try (InputStream in = file.getInputStream()) {
            return calling.add(call, Objects.requireNonNullElse(file.getOriginalFilename(), "附件.pdf"), in, viewer);
        }
    }

    @GetMapping("/{id}/files/{file}")
    void file(@PathVariable String id, @PathVariable String file, HttpServletResponse response) throws IOException {
        Calling.Paper paper = calling.paper(call(id), file);
        Downloads.prepare(response, paper.name(), paper.size());
        calling.write(paper, response.getOutputStream());
    }

    private Call call(String id) {
        return applying.call(Ids.parse(id).orElseThrow(Problem::notFound));
    }

    private Whole whole(Call c) {
        Item i = Item.of(c);
        Map<String, Integer> criteria = new LinkedHashMap<>();
        applying.criteria(c).forEach((k, points) -> criteria.put(k.key(), points));
        return new Whole(
                i.id(),
                i.year(),
                i.kind(),
                i.title(),
                i.quota(),
                i.deadline(),
                i.state(),
                Objects.requireNonNullElse(c.text(), ""),
                Arrays.stream(Section.values())
                        .map(s -> new Part(
                                s.key(), texts.text("outline." + s.key()), texts.text("outline.hint." + s.key())))
                        .toList(),
                criteria,
                applying.evidence(c),
                calling.papers(c));
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
