package org.talenthub.lifecycle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.PutMapping;
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
import org.talenthub.common.Transitions;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Deciding;
import org.talenthub.lifecycle.Evidence;
import org.talenthub.lifecycle.KnownHost;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.lifecycle.model.Step;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;

/** Applications for bases and stations: their text, papers, reviews and steps. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationApi {

    private final Applying applying;
    private final Deciding deciding;
    private final KnownHost host;
    private final Evidence papers;
    private final Regions regions;

    ApplicationApi(Applying applying, Deciding deciding, KnownHost host, Evidence papers, Regions regions) {
        this.applying = applying;
        this.deciding = deciding;
        this.host = host;
        this.papers = papers;
        this.regions = regions;
    }

    record Place(String code, String label) {}

    /** @param allowed what the caller may do now: {@code submit}, {@code pass} … */
    record Item(
            String id,
            String call,
            CarrierKind kind,
            String name,
            Place region,
            State state,
            Instant since,
            List<String> allowed) {}

    record Items(long total, int page, int size, List<Item> items) {}

    /** @param files ids of the papers that were there when the step was taken */
    record StepView(
            String action,
            State from,
            State to,
            String level,
            @Nullable String reason,
            String by,
            Instant at,
            List<String> files) {

        static StepView of(Step s) {
            return new StepView(
                    Transitions.word(s.action()),
                    s.from(),
                    s.to(),
                    s.level().name(),
                    s.reason(),
                    s.by(),
                    s.at(),
                    s.files());
        }
    }

    /** @param version to be sent with a change, so that nobody writes over what another has written since */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String id,
            String call,
            CarrierKind kind,
            String name,
            Place region,
            State state,
            Instant since,
            List<String> allowed,
            String hostName,
            String hostCode,
            List<String> industries,
            Map<String, String> outline,
            int version,
            @Nullable Integer approvedYear,
            @Nullable String document,
            @Nullable String report,
            List<StepView> steps,
            List<Evidence.Paper> files) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String call,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Viewer viewer) {
        Paging paging = new Paging(page, size);
        State which = state == null ? null : state(state);
        List<Application> found = applying.list(viewer).stream()
                .filter(a -> which == null || a.state() == which)
                .filter(a -> call == null || Ids.text(a.call()).equals(call))
                .toList();
        return new Items(
                found.size(),
                page,
                size,
                Pages.of(found, paging).stream().map(a -> item(a, viewer)).toList());
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable String id, Viewer viewer) {
        return whole(applying.get(id, viewer), viewer);
    }

    @PostMapping
    ResponseEntity<Whole> begin(@RequestBody Applying.Wish wish, Viewer viewer) {
        Application made = applying.begin(host.fill(wish), viewer);
        return ResponseEntity.created(URI.create("/api/v1/applications/" + Ids.text(made.id())))
                .body(whole(made, viewer));
    }

    @PutMapping("/{id}")
    Whole change(@PathVariable String id, @RequestBody Applying.Wish wish, Viewer viewer) {
        return whole(applying.change(id, wish, viewer), viewer);
    }

    @PostMapping("/{id}/{action}")
    Whole act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) Deciding.@Nullable Said said,
            Viewer viewer) {
        applying.get(id, viewer);
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return whole(
                deciding.act(id, wanted, Objects.requireNonNullElse(said, Deciding.Said.why(null)), viewer), viewer);
    }

    @GetMapping("/{id}/files")
    List<Evidence.Paper> files(@PathVariable String id, Viewer viewer) {
        return papers.of(applying.get(id, viewer));
    }

    @PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Evidence.Paper add(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String evidence,
            Viewer viewer)
            throws IOException {
        applying.get(id, viewer);
        if (file == null) {
            throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing"));
        }
        try (InputStream in = file.getInputStream()) {
            return papers.add(
                    id, Objects.requireNonNullElse(file.getOriginalFilename(), "附件.pdf"), evidence, in, viewer);
        }
    }

    /** Never shown inline: what somebody uploaded is saved and opened by the reader's own program. */
    @GetMapping("/{id}/files/{file}")
    void file(@PathVariable String id, @PathVariable String file, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Evidence.Paper paper = papers.paper(id, file, viewer);
        Downloads.prepare(response, paper.name(), paper.size());
        papers.write(paper, response.getOutputStream());
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(s -> s.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "application.state",
                        Sentence.of(
                                "refused.application.state",
                                text,
                                Sentence.list(Arrays.stream(State.values())
                                        .map(Enum::name)
                                        .toList()))));
    }

    private Item item(Application a, Viewer viewer) {
        return new Item(
                Ids.text(a.id()),
                Ids.text(a.call()),
                a.kind(),
                a.name(),
                new Place(a.region(), regions.fullName(a.region())),
                a.state(),
                a.since(),
                deciding.allowed(a, viewer).stream().map(Transitions::word).toList());
    }

    private Whole whole(Application a, Viewer viewer) {
        Item i = item(a, viewer);
        Long report = a.batch();
        return new Whole(
                i.id(),
                i.call(),
                i.kind(),
                i.name(),
                i.region(),
                i.state(),
                i.since(),
                i.allowed(),
                a.hostName(),
                a.hostCode(),
                a.industries().isEmpty() ? List.of() : List.of(a.industries().split(" ")),
                new LinkedHashMap<>(applying.outline(a)),
                a.version(),
                a.approvedYear(),
                a.document(),
                report == null ? null : Ids.text(report),
                deciding.steps(a).stream().map(StepView::of).toList(),
                papers.of(a));
    }
}
