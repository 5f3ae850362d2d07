package org.talenthub.importing.batch;

import java.util.List;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.reference.Feed;

/**
 * What a module that works with a feed's records has to say about a row when it is read, besides what the columns themselves say. It keeps no
 * row out: a warning flags it, a notice is only told. Asked for each row, by several threads.
 */
public interface RowAdvice {

    /** @param fields as they were read */
    List<Issue> on(Feed feed, Fields fields);
}
