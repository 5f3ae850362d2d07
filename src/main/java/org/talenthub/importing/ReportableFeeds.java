package org.talenthub.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/** Which sheets somebody may report. */
@Component
public class ReportableFeeds {

    private final Feeds feeds;
    private final Rights rights;

    ReportableFeeds(Feeds feeds, Rights rights) {
        this.feeds = feeds;
        this.rights = rights;
    }

    public List<Feed> of(Viewer viewer) {
        return feeds.all().stream().filter(f -> may(f.name(), viewer)).toList();
    }

    public boolean may(String feed, Viewer viewer) {
        return rights.may(Act.REPORT, feed, viewer);
    }

    /** @throws Problem 404 for a feed that there is none of, 403 for one that is not the viewer's to report */
    public Feed checked(String name, Viewer viewer) {
        Feed feed = feeds.get(name);
        if (!may(feed.name(), viewer)) {
            Sentence reporters = Sentence.of(
                    rights.thing(feed.name()) == Thing.DIRECTORY
                            ? "refused.reporters.offices"
                            : "refused.reporters.carriers");
            throw Problem.forbidden(Sentence.of("refused.forbidden.checked", feed.named(), reporters));
        }
        return feed;
    }
}
