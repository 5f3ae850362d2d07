package org.talenthub.results.exports;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.talenthub.search.finding.Walks;

/** A walk's items as rows. */
final class WalkedRows implements Export.Rows {

    private final Walks.Walk walk;
    private final List<ExportColumn> columns;
    private Iterator<Walks.Item> step = List.<Walks.Item>of().iterator();
    private long given;

    WalkedRows(Walks.Walk walk, List<ExportColumn> columns) {
        this.walk = walk;
        this.columns = columns;
    }

    @Override
    public boolean hasNext() {
        if (!step.hasNext() && given < walk.total()) {
            step = walk.next().iterator();
        }
        return step.hasNext();
    }

    @Override
    public Optional<List<Object>> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        return step.next().view().map(v -> columns.stream().map(c -> c.value(v)).toList());
    }

    /** How many there were so far. */
    long given() {
        return given;
    }
}
