package org.talenthub.records;

import java.util.List;
import org.talenthub.security.Viewer;

/** A module that does things to records tells what it did, contributed as a bean. Nobody learns from it what the record itself hides. */
public interface Happenings {

    /**
     * @param record as it stands
     * @param seen the same as the viewer sees it
     */
    List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer);
}
