package org.talenthub.importing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.BatchFilter;
import org.talenthub.importing.batch.BatchView.BatchPage;
import org.talenthub.importing.web.BatchListView.Choice;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** Lays the list of batches out, with what it can be narrowed by. */
@Component
class BatchLists {

    /** In the order in which somebody looks for them. */
    private static final List<String> STATES =
            List.of("PREVIEWED", "ASKING", "COMMITTED", "REVERTED", "REJECTED", "FAILED", "READING", "COMMITTING");

    private final Uploads uploads;
    private final BatchPages pages;
    private final Feeds feeds;
    private final Rights rights;
    private final Texts texts;

    BatchLists(Uploads uploads, BatchPages pages, Feeds feeds, Rights rights, Texts texts) {
        this.uploads = uploads;
        this.pages = pages;
        this.feeds = feeds;
        this.rights = rights;
        this.texts = texts;
    }

    BatchListView of(BatchPage found, BatchFilter filter, Viewer viewer) {
        return new BatchListView(
                !uploads.reportable(viewer).isEmpty(),
                at(filter, found.page()),
                found.items().stream().map(pages::item).toList(),
                Pager.of(found.total(), found.page(), found.size(), Long.MAX_VALUE, p -> at(filter, p)),
                STATES.stream()
                        .map(s -> new Choice(s, texts.text("batch." + s), s.equals(filter.state())))
                        .toList(),
                feeds.all().stream()
                        .map(f -> new Choice(
                                f.name(),
                                texts.textOr("feed." + f.name(), f.title()),
                                f.name().equals(filter.feed())))
                        .toList(),
                // whoever sees his own only has nobody to choose from
                !(rights.extent(Act.READ, Thing.BATCH, viewer) instanceof Extent.ReportedBy),
                filter.carrier(),
                filter.month() == null ? "" : filter.month().toString(),
                filter.fileName(),
                !filter.equals(BatchFilter.NONE),
                Texts.number(found.total()));
    }

    private static String at(BatchFilter filter, int page) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/imports");
        filter.parameters().forEach((name, value) -> to.queryParam(name, "{" + name + "}"));
        if (page > 0) {
            to.queryParam("page", page);
        }
        return to.encode().buildAndExpand(filter.parameters()).toUriString();
    }
}
