package org.talenthub.importing.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.records.words.FieldWords;
import org.talenthub.reference.Feed;
import org.talenthub.reference.contacts.Contacts;

/**
 * What stands below the titles of a sheet, for the person who has to say what they mean. Looked up in the file itself and kept in memory
 * for a while, never stored: nobody who is erased from the pool may go on living here.
 */
@Component
class Samples {

    /** Rows that tell what a column holds. */
    private static final int ROWS = 20;

    private static final int SHOWN = 2;
    private static final int LONGEST = 24;
    private static final int REMEMBERED = 100;

    private final SheetFile sheets;
    private final ImportFiles files;
    private final ValueLikeness likeness;
    private final Map<String, Map<Integer, Sample>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Integer, Sample>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Samples(SheetFile sheets, ImportFiles files, ValueLikeness likeness) {
        this.sheets = sheets;
        this.files = files;
        this.likeness = likeness;
    }

    /**
     * A column's values.
     *
     * @param shown the first two that differ, masked
     * @param fields what they look like, in the order of the feed
     */
    record Sample(List<String> shown, List<String> fields) {

        static final Sample NONE = new Sample(List.of(), List.of());

        /** The one field that they look like and that no other column is. */
        Optional<String> only(Set<String> taken) {
            List<String> left = fields.stream().filter(f -> !taken.contains(f)).toList();
            return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
        }
    }

    /** By column index; without those that are blank. */
    Map<Integer, Sample> of(ImportBatch batch, Feed feed, Layout layout) {
        String key = batch.id + "/" + feed.name() + "/" + layout.sheetIndex() + "/" + layout.headerRow() + "/"
                + layout.columnToField();
        synchronized (remembered) {
            Map<Integer, Sample> known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        Map<Integer, Sample> read = read(batch, feed, layout);
        synchronized (remembered) {
            remembered.put(key, read);
        }
        return read;
    }

    private Map<Integer, Sample> read(ImportBatch batch, Feed feed, Layout layout) {
        try {
            Path file = files.restore(batch.id);
            try {
                Map<Integer, Sample> read = new HashMap<>();
                sheets.samples(file, layout, ROWS)
                        .forEach((column, values) -> read.put(
                                column,
                                new Sample(
                                        values.stream()
                                                .distinct()
                                                .limit(SHOWN)
                                                .map(v -> shown(
                                                        feed,
                                                        layout.columnToField().get(column),
                                                        v))
                                                .toList(),
                                        likeness.of(feed, values))));
                return read;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Problem unreadable) {
            // the page says elsewhere what is wrong with the file
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Feed feed, @Nullable String field, String value) {
        Object masked = field == null
                ? Contacts.strict(value)
                : feed.column(field).map(c -> FieldWords.shown(c, value)).orElseGet(() -> Contacts.strict(value));
        return Text.clip(String.valueOf(masked), LONGEST);
    }
}
