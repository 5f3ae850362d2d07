package org.talenthub.importing.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.Counts;
import org.talenthub.importing.web.BatchPageView.Tally;
import org.talenthub.records.rows.BatchRows.Filter;
import org.talenthub.web.Texts;

/** A batch in numbers: each of them leads to the rows or the records that it counts. */
@Component
class BatchNumbers {

    private final Texts texts;

    BatchNumbers(Texts texts) {
        this.texts = texts;
    }

    /** What became of it, or would, in one line. */
    String told(BatchView b) {
        Counts c = b.counts();
        return b.problem() != null
                ? b.problem().detail()
                : texts.text(
                        c.twice() > 0 ? "imports.toldTwice" : "imports.told",
                        Texts.number(c.created()),
                        Texts.number(c.updatedOnce()),
                        Texts.number(c.unchangedOnce()),
                        Texts.number(b.open()),
                        Texts.number(c.twice()));
    }

    String done(Counts c) {
        return texts.text(
                c.twice() > 0 ? "imports.doneTwice" : "imports.doneText",
                Texts.number(c.created()),
                Texts.number(c.updatedOnce()),
                Texts.number(c.unchangedOnce()),
                Texts.number(c.twice()));
    }

    /** @param records how many records it speaks of */
    BatchPageView.@Nullable Found found(BatchView b, long records) {
        String tab = FeedPages.tab(b.feed());
        return tab == null || records == 0
                ? null
                : new BatchPageView.Found(
                        "/search?tab=" + tab + "&batch=" + b.id() + "&sort=newest",
                        texts.text(
                                b.feed().equals("talent") ? "imports.seePeople" : "imports.see",
                                Texts.number(records)));
    }

    List<Tally> tally(BatchView b, Filter current) {
        Counts c = b.counts();
        List<Tally> tally = new ArrayList<>(List.of(
                tally(b, Filter.ALL, c.read(), current),
                tally(b, Filter.CREATED, c.created(), current),
                tally(b, Filter.UPDATED_ONCE, c.updatedOnce(), current),
                tally(b, Filter.UNCHANGED_ONCE, c.unchangedOnce(), current)));
        if (c.twice() > 0) {
            tally.add(tally(b, Filter.DOUBLED, c.twice(), current));
        }
        tally.add(tally(b, Filter.OPEN, b.openOwn(), current));
        if (c.rejected() > b.openOwn()) {
            tally.add(tally(b, Filter.CORRECTED, c.rejected() - b.openOwn(), current));
        }
        tally.add(tally(b, Filter.WARNING, c.warnings(), current));
        tally.add(tally(b, Filter.SUSPECT, c.suspects(), current));
        return List.copyOf(tally);
    }

    private static Tally tally(BatchView b, Filter f, int count, Filter current) {
        return new Tally(
                f == Filter.ALL ? "read" : BatchPages.key(f),
                Texts.number(count),
                BatchPages.rowsAt(b, f, null, 0),
                f == Filter.OPEN && count > 0 ? "bad" : "",
                f == current);
    }
}
