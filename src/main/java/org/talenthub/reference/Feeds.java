package org.talenthub.reference;

import java.util.List;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.standards.Dictionaries;

/** The five feeds, read at start from {@code batch-jobs/}; starting fails, naming file and line, when one is wrong. */
public final class Feeds {

    private final List<Feed> feeds;

    public Feeds(List<Feed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    /** @throws IllegalStateException with file and line when a {@code job.yml} is wrong */
    public static Feeds load(Dictionaries dictionaries) {
        return new Feeds(FeedFiles.read(dictionaries));
    }

    public List<Feed> all() {
        return feeds;
    }

    /** @throws Problem 404 when there is no such feed */
    public Feed get(String name) {
        for (Feed f : feeds) {
            if (f.name().equals(name)) {
                return f;
            }
        }
        throw new Problem(404, "feed.unknown", Sentence.of("refused.feed.unknown", name));
    }
}
