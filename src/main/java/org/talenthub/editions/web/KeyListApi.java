package org.talenthub.editions.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.model.EditionLife.State;
import org.talenthub.editions.publishing.EditionDrafting;
import org.talenthub.editions.publishing.EditionDrafting.LineWish;
import org.talenthub.editions.publishing.EditionReading;
import org.talenthub.editions.publishing.EditionSheet;
import org.talenthub.editions.publishing.EditionView;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The key recruitment list: published editions for everybody, drafts for the province's office. An edition goes by its id or its number. */
@RestController
@RequestMapping("/api/v1/key-recruitment-list")
class KeyListApi {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final EditionReading reading;
    private final EditionDrafting drafting;

    KeyListApi(EditionReading reading, EditionDrafting drafting) {
        this.reading = reading;
        this.drafting = drafting;
    }

    record Items(long total, int page, int size, List<EditionView.Brief> items) {}

    @GetMapping
    Items list(@RequestParam Map<String, String> parameters, Viewer viewer) {
        Given.only(parameters, "kind", "state", "page", "size");
        Paging paging = Given.paging(parameters);
        EditionReading.Page found = reading.page(
                Given.one(EditionKind.class, "kind", parameters.get("kind")),
                Given.one(State.class, "state", parameters.get("state")),
                paging,
                viewer);
        return new Items(found.total(), paging.page(), paging.size(), found.items());
    }

    /** With what became of each line since. */
    @GetMapping("/{edition}")
    ObjectNode one(@PathVariable String edition, @RequestParam Map<String, String> parameters, Viewer viewer) {
        Given.only(parameters);
        return EditionJson.of(reading.get(edition, viewer));
    }

    /** The very bytes that were published; {@code sha256} is of these. */
    @GetMapping("/{edition}.json")
    ResponseEntity<byte[]> json(@PathVariable String edition, Viewer viewer) {
        EditionView view = reading.get(edition, viewer);
        return file(view, MediaType.APPLICATION_JSON, "json").body(reading.bytes(edition, viewer));
    }

    /** As one would print it. */
    @GetMapping("/{edition}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String edition, Viewer viewer) {
        EditionView view = reading.get(edition, viewer);
        return file(view, XLSX, "xlsx").body(EditionSheet.of(view));
    }

    private static ResponseEntity.BodyBuilder file(EditionView view, MediaType type, String extension) {
        String name = view.content().title()
                + (view.content().number() == null ? "" : " " + view.content().number());
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(
                        view.state().published()
                                ? CacheControl.maxAge(Duration.ZERO).mustRevalidate()
                                : CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[/\\\\]", "-") + "." + extension, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    /** @param parameters {@code with}: the other edition; the one before without it */
    @GetMapping("/{edition}/diff")
    ObjectNode diff(@PathVariable String edition, @RequestParam Map<String, String> parameters, Viewer viewer) {
        Given.only(parameters, "with");
        return EditionJson.of(reading.diff(edition, parameters.get("with"), viewer));
    }

    /**
     * A draft.
     *
     * @param body {@code kind} (LIST, CHALLENGE), {@code title}, {@code number}, {@code date}, {@code document}, and {@code clusters}: which
     *     needs to take in, in their order; without it the most urgent ones
     */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        JsonNode wish = Given.object(body, "kind", "title", "number", "date", "document", "clusters");
        EditionKind kind = Given.one(EditionKind.class, "kind", Given.text(wish, "kind"));
        String id = drafting.create(
                kind == null ? EditionKind.LIST : kind, Given.head(wish), Given.idsOf(wish, "clusters"), viewer);
        return ResponseEntity.created(URI.create("/api/v1/key-recruitment-list/" + id))
                .body(EditionJson.of(reading.get(id, viewer)));
    }

    /** Changes what stands above a draft. */
    @PutMapping("/{edition}")
    ObjectNode head(@PathVariable String edition, @RequestBody JsonNode body, Viewer viewer) {
        JsonNode wish = Given.object(body, "title", "number", "date", "document", "version");
        drafting.head(edition, Given.head(wish), Given.integer(wish, "version"), viewer);
        return EditionJson.of(reading.get(edition, viewer));
    }

    /**
     * Words a line of a draft, moves it, drops it, or takes a need in at its place.
     *
     * @param n from 1; one more than there are lines adds one
     * @param body fields of the line's words with their texts (blank: goes), also as one object {@code words}; {@code cluster}: a need to
     *     take in; {@code ageGround}: the law that lets the line ask for an age; {@code to}: its new number; {@code drop}; {@code version}
     * @return the line as it is now, with what stands against publishing it
     */
    @PutMapping("/{edition}/lines/{n}")
    ObjectNode line(@PathVariable String edition, @PathVariable int n, @RequestBody JsonNode body, Viewer viewer) {
        EditionKind kind = reading.get(edition, viewer).content().kind();
        int at = drafting.line(edition, n, wish(kind, body), viewer);
        EditionView view = reading.get(edition, viewer);
        return at == 0
                ? EditionJson.of(view)
                : EditionJson.line(view, view.content().lines().get(at - 1));
    }

    private static LineWish wish(EditionKind kind, JsonNode body) {
        List<String> known = new ArrayList<>(kind.words());
        known.addAll(List.of("words", "cluster", "ageGround", "to", "drop", "version"));
        JsonNode wish = Given.object(body, known.toArray(String[]::new));
        Map<String, String> words = new LinkedHashMap<>();
        words(words, wish, kind.words());
        if (wish.path("words").isObject()) {
            words(words, Given.object(wish.path("words"), kind.words().toArray(String[]::new)), kind.words());
        }
        String cluster = Given.text(wish, "cluster");
        JsonNode drop = wish.path("drop");
        if (!drop.isMissingNode() && !drop.isBoolean()) {
            throw Problem.badRequest("field.invalid", Sentence.of("refused.field.invalid.wish"));
        }
        return new LineWish(
                cluster == null ? null : Given.id(cluster),
                words,
                Given.text(wish, "ageGround"),
                Given.integer(wish, "to"),
                drop.asBoolean(false),
                Given.integer(wish, "version"));
    }

    private static void words(Map<String, String> words, JsonNode from, List<String> fields) {
        for (String field : fields) {
            String text = Given.text(from, field);
            if (text != null) {
                words.put(field, text);
            }
        }
    }

    /** @param body what is still to be said: {@code number}, {@code date}, {@code document}, {@code title}; {@code version} */
    @PostMapping("/{edition}/publish")
    ObjectNode publish(
            @PathVariable String edition, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        String id = reading.get(edition, viewer).content().edition();
        JsonNode wish = Given.object(body, "title", "number", "date", "document", "version");
        drafting.publish(id, Given.head(wish), Given.integer(wish, "version"), viewer);
        return EditionJson.of(reading.get(id, viewer));
    }

    /** @param body {@code text}, and {@code line} where it is about one */
    @PostMapping("/{edition}/errata")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode errata(@PathVariable String edition, @RequestBody JsonNode body, Viewer viewer) {
        JsonNode wish = Given.object(body, "text", "line");
        String text = Given.text(wish, "text");
        drafting.correct(edition, Given.integer(wish, "line"), text == null ? "" : text, viewer);
        return EditionJson.of(reading.get(edition, viewer));
    }
}
