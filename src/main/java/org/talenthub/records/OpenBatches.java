package org.talenthub.records;

import java.util.Collection;
import java.util.Set;
import org.talenthub.security.Viewer;

/** Which batches a viewer may open; told by the module that keeps them. */
public interface OpenBatches {

    /** Those of these batches that are still there and that the viewer may read. */
    Set<Long> of(Collection<Long> batches, Viewer viewer);
}
