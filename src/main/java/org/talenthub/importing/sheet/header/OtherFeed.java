package org.talenthub.importing.sheet.header;

import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Feed;

/** A sheet that is another feed's, whole and clearer than the one it was said to be. */
public final class OtherFeed extends Problem {

    private static final long serialVersionUID = 1L;

    private final String feed;

    OtherFeed(Feed its, Feed said) {
        super(422, "header.otherfeed", Sentence.of("refused.header.otherfeed", its.named(), said.named()));
        this.feed = its.name();
    }

    /** Name of the feed that it is. */
    public String feed() {
        return feed;
    }
}
