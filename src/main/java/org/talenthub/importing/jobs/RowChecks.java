package org.talenthub.importing.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.importing.batch.RowAdvice;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.reading.Values;

/** What a row says, with all that is to be told about it. */
@Component
class RowChecks {

    private final Values values;
    private final List<RowAdvice> advice;

    RowChecks(Values values, List<RowAdvice> advice) {
        this.values = values;
        this.advice = advice;
    }

    /** A row that is kept out is put right before anybody is advised on it. */
    Parsed parse(Feed feed, Map<String, String> cells) {
        Parsed parsed = values.parse(feed, cells);
        if (parsed.rejected()) {
            return parsed;
        }
        List<Issue> more = advice.stream()
                .flatMap(a -> a.on(feed, parsed.fields()).stream())
                .toList();
        if (more.isEmpty()) {
            return parsed;
        }
        List<Issue> all = new ArrayList<>(parsed.issues());
        all.addAll(more);
        return new Parsed(parsed.fields(), parsed.sealed(), all);
    }
}
