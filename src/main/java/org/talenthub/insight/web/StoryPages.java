package org.talenthub.insight.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talenthub.common.Problem;
import org.talenthub.insight.story.Gap;
import org.talenthub.insight.story.Gaps;
import org.talenthub.insight.story.Timelines;
import org.talenthub.records.Happening;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Where a record stands on the chains, what happened to it and what it lacks: a page of its own, and a part of the record's, which asks for it when it comes into view. */
@Controller
class StoryPages {

    private static final int MOST = 50;

    private final Links links;
    private final Timelines timelines;
    private final Gaps gaps;
    private final NodeForms nodes;
    private final Records records;
    private final Feeds feeds;
    private final Texts texts;

    StoryPages(
            Links links, Timelines timelines, Gaps gaps, NodeForms nodes, Records records, Feeds feeds, Texts texts) {
        this.links = links;
        this.timelines = timelines;
        this.gaps = gaps;
        this.nodes = nodes;
        this.records = records;
        this.feeds = feeds;
        this.texts = texts;
    }

    /** @param href the batch, null where the viewer may not open it */
    record Event(
            String at,
            String label,
            String who,
            @Nullable String text,
            @Nullable String href) {}

    record Lack(String label, boolean old, boolean required, String text) {}

    /** @param mine the viewer's own organisation can add what is missing */
    record View(
            String name, String href, List<Event> events, List<Lack> lacks, String who, boolean mine, String feed) {}

    @GetMapping("/{kind:" + Kind.PATHS + "}/{id}/story")
    String story(@PathVariable String kind, @PathVariable String id, Viewer viewer, Model model) {
        Kind of = Kind.ofPath(kind).orElseThrow(Problem::notFound);
        RecordView seen = links.view(of, id, viewer);
        RecordSnapshot record = records.find(seen.type(), seen.id()).orElseThrow(Problem::notFound);
        List<Gap> lacking = gaps.of(record, seen, viewer);
        List<Gap.Who> who = lacking.isEmpty() ? List.of() : lacking.getFirst().who();
        model.addAttribute(
                "view",
                new View(
                        seen.name(),
                        "/" + kind + "/" + seen.id(),
                        timelines.of(record, seen, viewer).stream()
                                .limit(MOST)
                                .map(h -> event(seen.type(), h))
                                .toList(),
                        lacking.stream().map(g -> lack(seen.type(), g)).toList(),
                        who.stream()
                                .map(w -> w.name().isEmpty() ? texts.text("entity.province") : w.name())
                                .distinct()
                                .collect(Collectors.joining(texts.english() ? ", " : "、")),
                        who.stream().anyMatch(Gap.Who::mine),
                        seen.type()));
        model.addAttribute("place", nodes.of(record, seen, viewer).orElse(null));
        model.addAttribute("section", kind);
        return "insight/story";
    }

    private Event event(String type, Happening h) {
        String field = h.field() == null ? null : label(type, h.field());
        String text = field == null ? h.what() : h.what() == null ? field : field + "：" + h.what();
        return new Event(
                Texts.time(h.at()),
                texts.text("happening." + h.kind()),
                h.who().isEmpty() ? texts.text("entity.province") : h.who(),
                text,
                h.batch() == null ? null : "/imports/" + h.batch());
    }

    private Lack lack(String type, Gap g) {
        return new Lack(
                label(type, g.field()),
                g.kind() == Gap.Kind.OLD,
                g.required(),
                g.since() == null
                        ? texts.text("gap.MISSING")
                        : texts.text("gap.since", g.since().toString()));
    }

    private String label(String type, String field) {
        return feeds.get(type).column(field).map(Column::title).orElse(field);
    }
}
