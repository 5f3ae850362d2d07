package org.talenthub.insight.story;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Problem;
import org.talenthub.records.Happening;
import org.talenthub.records.Happenings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** What happened to a record, the newest first: every module's part of it, each only as far as the viewer may know. */
@Component
public class Timelines {

    private final Records records;
    private final List<Happenings> parts;

    Timelines(Records records, List<Happenings> parts) {
        this.records = records;
        this.parts = parts;
    }

    /** @param seen as the viewer sees it */
    @Transactional(readOnly = true)
    public List<Happening> of(RecordView seen, Viewer viewer) {
        return of(records.find(seen.type(), seen.id()).orElseThrow(Problem::notFound), seen, viewer);
    }

    /** The same for who has the record at hand. */
    @Transactional(readOnly = true)
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        return parts.stream()
                .flatMap(p -> p.of(record, seen, viewer).stream())
                .sorted(Comparator.comparing(Happening::at).reversed())
                .toList();
    }
}
