package org.talenthub.importing.sheet.header;

import org.talenthub.common.Problem;
import org.talenthub.reference.Feed;

/** A sheet that is another feed's, whole and clearer than the one it was said to be. */
public final class OtherFeed extends Problem {

    private static final long serialVersionUID = 1L;

    private final String feed;

    OtherFeed(Feed its, Feed said) {
        super(422, "header.otherfeed", "这像是“%s”，不是“%s”。换到“%s”再上传。".formatted(its.title(), said.title(), its.title()));
        this.feed = its.name();
    }

    /** Name of the feed that it is. */
    public String feed() {
        return feed;
    }
}
