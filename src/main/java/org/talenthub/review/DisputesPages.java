package org.talenthub.review;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.OpenDisputes;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** The list of records on which reports disagree; each leads to the table on the record's own page. */
@Controller
class DisputesPages {

    private static final int SIZE = 20;

    private final OpenDisputes disputes;
    private final Feeds feeds;
    private final Texts texts;

    DisputesPages(OpenDisputes disputes, Feeds feeds, Texts texts) {
        this.disputes = disputes;
        this.feeds = feeds;
        this.texts = texts;
    }

    /** @param fields titles of the columns that wait */
    public record Line(String href, String kind, String name, String fields) {}

    /** @param total as it is shown */
    public record View(String total, List<Line> lines, Pager pager) {}

    @GetMapping("/disputes")
    String list(@RequestParam(defaultValue = "0") int page, Viewer viewer, Model model) {
        OpenDisputes.Page found = disputes.page(page, SIZE, viewer);
        model.addAttribute(
                "view",
                new View(
                        Texts.number(found.total()),
                        found.items().stream().map(this::line).toList(),
                        Pager.of(found.total(), page, SIZE, 10_000, p -> "/disputes" + (p == 0 ? "" : "?page=" + p))));
        return "disputes";
    }

    private Line line(OpenDisputes.Dispute d) {
        RecordView r = d.record();
        String path = r.type().equals("carrier")
                ? ("BASE".equals(r.fields().get("subtype")) ? "bases" : "stations")
                : r.type() + "s";
        return new Line(
                "/" + path + "/" + r.id() + "#disputes",
                texts.text("kind." + path),
                r.name(),
                d.fields().stream()
                        .flatMap(f -> feeds.get(r.type()).column(f).stream())
                        .map(this::title)
                        .collect(Collectors.joining(texts.english() ? ", " : "、")));
    }

    private String title(Column c) {
        return texts.textOr("column." + c.field(), c.title());
    }
}
