package org.talenthub.matching.placements;

import java.util.Optional;
import org.talenthub.security.Viewer;

/** A module that runs events says what they are called, contributed as a bean. */
public interface EventNames {

    /** @param event its id; empty when there is none for the viewer */
    Optional<String> of(String event, Viewer viewer);
}
