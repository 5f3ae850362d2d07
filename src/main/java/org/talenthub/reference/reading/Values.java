package org.talenthub.reference.reading;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/**
 * Reads rows as people type them: normalises every cell and says what is wrong with it. An error rejects the row, a warning
 * keeps it, a notice ({@code read.…}) says how a text was understood that is not written the standard way: full-width letters and
 * digits, everyday words for codes, names of regions, dates and numbers in words. Holds no state of a row; may be used by several threads.
 *
 * <p>Forgiven without a word: stray blanks, invisible characters, the usual spellings of money and phone numbers, marks that say nothing
 * (无, /, —, N/A) in a cell.
 */
public final class Values {

    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Clock clock;
    private final Map<String, RowParser> parsers = new ConcurrentHashMap<>();

    /** @param clock decides what lies in the future and how old somebody is */
    public Values(Dictionaries dictionaries, Regions regions, Clock clock) {
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.clock = clock;
    }

    /** @param cells field name to the text of the cell; dates of a workbook as ISO text, numbers plain */
    public Parsed parse(Feed feed, Map<String, String> cells) {
        RowParser parser = parsers.get(feed.name());
        if (parser == null || !parser.feed().equals(feed)) {
            parser = new RowParser(feed, dictionaries, regions, clock);
            parsers.put(feed.name(), parser);
        }
        return parser.parse(cells);
    }
}
