package org.talenthub.importing.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;

/** Where a feed's records are on the site; an import speaks of feeds, the site of kinds. */
final class FeedPages {

    private static final Map<String, String> COLLECTIONS = Map.of(
            "talent", "talents",
            "demand", "demands",
            "enterprise", "enterprises",
            "platform", "platforms",
            "carrier", "stations");

    private FeedPages() {}

    /** The tab of the search page, with what it leaves out by itself; null for a feed without one. */
    static @Nullable String tab(String feed) {
        String collection = COLLECTIONS.get(feed);
        return feed.equals("demand") ? collection + "&open=all" : collection;
    }

    /** Before the id of a record's page. */
    static Optional<String> of(String feed, @Nullable Fields values) {
        boolean base = feed.equals("carrier")
                && values != null
                && values.text("carrierType").filter("BASE"::equals).isPresent();
        return feed.equals("carrier") && values == null
                ? Optional.empty()
                : Optional.ofNullable(base ? "bases" : COLLECTIONS.get(feed)).map(c -> "/" + c + "/");
    }
}
