package org.talenthub.insight.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.insight.story.Gap;
import org.talenthub.insight.story.Gaps;
import org.talenthub.insight.story.Timelines;
import org.talenthub.records.Happening;
import org.talenthub.records.RecordView;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** What happened to a record, and what it lacks. */
@RestController
@RequestMapping("/api/v1/{kind:" + Kind.PATHS + "}/{id}")
class StoryApi {

    private static final Set<String> PARAMETERS = Set.of("page", "size", "lang");

    private final Links links;
    private final Timelines timelines;
    private final Gaps gaps;
    private final Feeds feeds;
    private final Texts texts;

    StoryApi(Links links, Timelines timelines, Gaps gaps, Feeds feeds, Texts texts) {
        this.links = links;
        this.timelines = timelines;
        this.gaps = gaps;
        this.feeds = feeds;
        this.texts = texts;
    }

    /**
     * @param kind REPORTED, CORRECTED, CHOSEN, PLACED, MERGED, REVERTED, MATCHED or PUBLISHED
     * @param who organisation or office
     * @param batch null when there is none, or the caller may not open it
     */
    record Entry(
            Instant at,
            Happening.Kind kind,
            String label,
            String who,
            @Nullable String field,
            @Nullable String fieldLabel,
            @Nullable String what,
            @Nullable String batch,
            @Nullable Integer row) {}

    /** @param kind MISSING or OLD */
    record Lack(
            String field,
            String label,
            Gap.Kind kind,
            String kindLabel,
            boolean required,
            @Nullable LocalDate since,
            List<Gap.Who> who) {}

    record Items<T>(String id, long total, int page, int size, List<T> items) {

        static <T> Items<T> of(String id, List<T> all, Paging page) {
            int from = Math.min(page.from(), all.size());
            return new Items<>(
                    id,
                    all.size(),
                    page.page(),
                    page.size(),
                    all.subList(from, Math.min(all.size(), from + page.size())));
        }
    }

    @GetMapping("/timeline")
    Items<Entry> timeline(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        known(parameters);
        Paging paging = new Paging(page, size);
        RecordView seen = links.view(kind(kind), id, viewer);
        List<Entry> entries = timelines.of(seen, viewer).stream()
                .map(h -> new Entry(
                        h.at(),
                        h.kind(),
                        texts.text("happening." + h.kind()),
                        h.who().isEmpty() ? texts.text("entity.province") : h.who(),
                        h.field(),
                        h.field() == null ? null : label(seen.type(), h.field()),
                        h.what(),
                        h.batch(),
                        h.row()))
                .toList();
        return Items.of(seen.id(), entries, paging);
    }

    @GetMapping("/gaps")
    Items<Lack> gaps(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        known(parameters);
        Paging paging = new Paging(page, size);
        RecordView seen = links.view(kind(kind), id, viewer);
        List<Lack> lacks = gaps.of(seen, viewer).stream()
                .map(g -> new Lack(
                        g.field(),
                        label(seen.type(), g.field()),
                        g.kind(),
                        texts.text("gap." + g.kind()),
                        g.required(),
                        g.since(),
                        g.who().stream()
                                .map(w -> w.name().isEmpty()
                                        ? new Gap.Who(w.role(), w.id(), texts.text("entity.province"), w.mine())
                                        : w)
                                .toList()))
                .toList();
        return Items.of(seen.id(), lacks, paging);
    }

    private String label(String type, String field) {
        return feeds.get(type).column(field).map(Column::title).orElse(field);
    }

    private static Kind kind(String path) {
        return Kind.ofPath(path).orElseThrow(Problem::notFound);
    }

    private static void known(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.badRequest("parameter.unknown", Sentence.of("refused.parameter.unknown.known", name));
                });
    }
}
