package org.talenthub.assessment.rules;

import java.util.Set;

/** Whoever counts: the names of the figures that there are rows for. */
public interface Counted {

    Set<String> names();
}
