package org.talenthub.access;

import java.util.Optional;
import org.talenthub.security.Viewer;

/**
 * Records that a module opens to a viewer besides those that the table gives him: the people of his events, the candidates of his
 * demands. Whom the table gives nothing at all is not asked about. Asked once per query, so the answer is a set that can be told to the
 * index too.
 */
public interface RowScope {

    /**
     * @param type of record: {@code talent}
     * @return the records and how they are seen; what is seen better already stays so
     */
    Optional<Scope.Grade> of(String type, Viewer viewer);
}
