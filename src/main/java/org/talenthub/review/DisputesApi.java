package org.talenthub.review;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.records.merge.OpenDisputes;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/** Records on which reports disagree and nobody has decided, for province and cities; decided at the record's own address. */
@RestController
class DisputesApi {

    private final OpenDisputes disputes;
    private final Feeds feeds;

    DisputesApi(OpenDisputes disputes, Feeds feeds) {
        this.disputes = disputes;
        this.feeds = feeds;
    }

    record Open(String field, String label) {}

    record Item(String id, String type, String name, List<Open> fields) {}

    record ItemPage(long total, int page, int size, List<Item> items) {}

    @GetMapping("/api/v1/disputes")
    ItemPage list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Viewer viewer) {
        OpenDisputes.Page found = disputes.page(page, size, viewer);
        return new ItemPage(
                found.total(),
                found.page(),
                found.size(),
                found.items().stream()
                        .map(d -> new Item(
                                d.record().id(),
                                d.record().type(),
                                d.record().name(),
                                d.fields().stream()
                                        .flatMap(f -> feeds.get(d.record().type()).column(f).stream())
                                        .map(c -> new Open(c.field(), c.title()))
                                        .toList()))
                        .toList());
    }
}
