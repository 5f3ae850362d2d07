package org.talenthub.importing.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Issue;
import org.talenthub.importing.batch.BatchView.IssueView;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.reference.Feed;

/** The columns of one upload by the titles that its author gave them. */
public final class OwnTitles {

    private record Place(int index, String own) {}

    private final Feed feed;
    private final Locale locale;
    private final Map<String, Place> byTitle = new HashMap<>();

    /** @param locale the reader's */
    public OwnTitles(Feed feed, @Nullable Layout layout, Locale locale) {
        this.locale = locale;
        this.feed = feed;
        if (layout != null) {
            layout.columnToField()
                    .forEach((index, field) -> feed.column(field).ifPresent(column -> {
                        String own = layout.titles().getOrDefault(index, column.title());
                        byTitle.put(column.title(), new Place(index, own));
                    }));
        }
    }

    /** The author's title of a column; the feed's own where the sheet has none. */
    public String of(String title) {
        Place place = byTitle.get(title);
        return place == null ? title : place.own();
    }

    /** Place of the column in the sheet from 0, behind all others when the sheet has none. */
    public int index(String title) {
        Place place = byTitle.get(title);
        return place == null ? Integer.MAX_VALUE : place.index();
    }

    /** The feed's title of a column that is called by either title. */
    public String feedTitle(String title) {
        return byTitle.entrySet().stream()
                .filter(e -> e.getValue().own().equals(title))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(title);
    }

    public IssueView view(Issue issue, int row) {
        Place place = byTitle.get(issue.column());
        return new IssueView(
                of(issue.column()),
                issue.column(),
                place == null ? null : MappingViews.letters(place.index()) + row,
                issue.code(),
                issue.level().name(),
                message(issue),
                issue.value());
    }

    public String message(Issue issue) {
        String own = of(issue.column());
        String said = issue.message(locale);
        String named = feed.columns().stream()
                .filter(c -> c.title().equals(issue.column()))
                .findFirst()
                .map(c -> c.named().in(locale))
                .orElse(issue.column());
        return own.equals(issue.column()) ? said : said.replace("“" + named + "”", "“" + own + "”");
    }
}
