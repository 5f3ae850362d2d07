package org.talenthub.importing.jobs;

import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.SheetReader;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Feed;

/** Reads a sheet's rows from behind the last one that is staged already. */
class SheetItemReader implements ItemStreamReader<SheetRow> {

    private final SheetFile sheets;
    private final Path file;
    private final Layout layout;
    private final Feed feed;
    private final IntSupplier lastStaged;
    private @Nullable SheetReader reader;
    private int behind;

    SheetItemReader(SheetFile sheets, Path file, Layout layout, Feed feed, IntSupplier lastStaged) {
        this.sheets = sheets;
        this.file = file;
        this.layout = layout;
        this.feed = feed;
        this.lastStaged = lastStaged;
    }

    @Override
    public void open(ExecutionContext context) {
        behind = lastStaged.getAsInt();
        reader = sheets.read(file, layout, feed);
    }

    @Override
    public @Nullable SheetRow read() {
        if (reader == null) {
            throw new IllegalStateException("not open");
        }
        SheetRow row = reader.next();
        while (row != null && row.row() <= behind) {
            row = reader.next();
        }
        return row;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
