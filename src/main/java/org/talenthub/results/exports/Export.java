package org.talenthub.results.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.search.SearchQuery;

/** What an export is made of, apart from the rows. */
public final class Export {

    private Export() {}

    /** The kinds of files. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Problem 404 for a kind of file that is not made */
        public static Format of(String extension) {
            return switch (extension) {
                case "xlsx" -> XLSX;
                case "csv" -> CSV;
                default -> throw Problem.notFound();
            };
        }
    }

    /**
     * What somebody wants.
     *
     * @param query page, size and cursor of it do not matter: everything that it finds is exported
     * @param list id of the list whose entries are exported; null for a search
     * @param columns keys of {@link ExportColumn}; the usual ones when empty
     * @param purpose what it is for; required for people
     */
    public record Wish(SearchQuery query, @Nullable String list, Format format, List<String> columns, String purpose) {}

    /**
     * The watermark: on every row of a csv; on a sheet of its own and in the printed header and footer of a workbook.
     *
     * @param text who, when, what for and which number
     * @param facts the same one by one, and which query
     */
    record Mark(String id, String title, String text, List<Fact> facts) {}

    record Fact(String name, String value) {}

    /** Cells in the columns' order; empty for a record that went while the export ran, so that the rows still are as many as were counted. */
    interface Rows extends Iterator<Optional<List<Object>>> {}

    /** Writes rows as a file. */
    interface Writer {
        /** @param gone what stands in the row of a record that went meanwhile */
        void write(OutputStream out, Mark mark, List<String> titles, Rows rows, long total, String gone)
                throws IOException;
    }
}
