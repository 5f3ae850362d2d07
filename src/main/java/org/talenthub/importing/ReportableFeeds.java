package org.talenthub.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Problem;
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
            String reporters = rights.thing(feed.name()) == Thing.DIRECTORY ? "省、市组织部门" : "人才驿站和人才基地";
            throw Problem.forbidden("“" + feed.title() + "”由" + reporters + "上报，您的账号不能上报。");
        }
        return feed;
    }
}
