package org.talenthub.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.importing.sheet.template.FilledRow;
import org.talenthub.importing.sheet.template.Templates;
import org.talenthub.reference.Feed;
import org.talenthub.reference.standards.Dictionaries;

/** A template that is filled in already, but for what is still missing; uploaded again it is a sheet like any other. */
@Component
public class Completion {

    private final Dictionaries dictionaries;

    Completion(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /**
     * A row of it.
     *
     * @param cells by field, as a person would type them
     * @param missing fields to be filled in
     */
    public record Row(Map<String, String> cells, Set<String> missing) {}

    public void write(Feed feed, List<Row> rows, Locale locale, OutputStream out) throws IOException {
        List<FilledRow> filled = new ArrayList<>();
        rows.forEach(r -> filled.add(new FilledRow(r.cells, r.missing)));
        Templates.write(feed, dictionaries, locale, filled, out);
    }
}
