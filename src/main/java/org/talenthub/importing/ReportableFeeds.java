package org.talenthub.importing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.Records;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/** Which sheets somebody may report. */
@Component
public class ReportableFeeds {

    /** The state of a carrier that has lost its plaque. */
    private static final String DELISTED = "DELISTED";

    private final Feeds feeds;
    private final Rights rights;
    private final Records records;

    ReportableFeeds(Feeds feeds, Rights rights, Records records) {
        this.feeds = feeds;
        this.rights = rights;
        this.records = records;
    }

    public List<Feed> of(Viewer viewer) {
        return feeds.all().stream().filter(f -> may(f.name(), viewer)).toList();
    }

    public boolean may(String feed, Viewer viewer) {
        return rights.may(Act.REPORT, feed, viewer);
    }

    /** Whether the viewer's carrier has been delisted: it keeps its pages and history and reports nothing any more. */
    public boolean delisted(Viewer viewer) {
        Long carrier = viewer.carrier();
        return carrier != null
                && Optional.ofNullable(records.snapshots(List.of(carrier)).get(carrier))
                        .flatMap(c -> c.fields().text("state"))
                        .filter(DELISTED::equals)
                        .isPresent();
    }

    /** @throws Problem 409 for a delisted carrier */
    public void requireListed(Viewer viewer) {
        if (delisted(viewer)) {
            throw Problem.conflict("carrier.delisted", Sentence.of("refused.carrier.delisted", viewer.carrierName()));
        }
    }

    /**
     * @throws Problem 404 for a feed that there is none of, 403 for one that is not the viewer's to report, 409 when the viewer's carrier is
     *     delisted
     */
    public Feed checked(String name, Viewer viewer) {
        Feed feed = feeds.get(name);
        if (!may(feed.name(), viewer)) {
            Sentence reporters = Sentence.of(
                    rights.thing(feed.name()) == Thing.DIRECTORY
                            ? "refused.reporters.offices"
                            : "refused.reporters.carriers");
            throw Problem.forbidden(Sentence.of("refused.forbidden.checked", feed.named(), reporters));
        }
        requireListed(viewer);
        return feed;
    }
}
