package org.talenthub.importing.batch;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Problem;
import org.talenthub.records.rows.RowValues;
import org.talenthub.security.Viewer;

/** What was read from a batch's rows, for who may open it. */
@Component
public class BatchValues {

    private final BatchDoors doors;
    private final RowValues rows;

    BatchValues(BatchDoors doors, RowValues rows) {
        this.doors = doors;
        this.rows = rows;
    }

    /**
     * By row number; sensitive values are not among it.
     *
     * @throws Problem 404 unless the viewer may read the batch
     */
    public Map<Integer, Fields> of(long id, List<Integer> numbers, Viewer viewer) {
        doors.readable(id, viewer);
        return rows.of(id, numbers);
    }
}
