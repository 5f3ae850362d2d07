package org.talenthub.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.talenthub.importing.sheet.template.Templates;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;

/** The empty sheet of each feed. */
@Component
public class EmptySheets {

    private final Feeds feeds;
    private final Dictionaries dictionaries;

    EmptySheets(Feeds feeds, Dictionaries dictionaries) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
    }

    /** Writes the feed's template; 404 for a feed that there is none of. */
    public void write(String feed, Locale locale, OutputStream out) throws IOException {
        Templates.write(feeds.get(feed), dictionaries, locale, out);
    }
}
