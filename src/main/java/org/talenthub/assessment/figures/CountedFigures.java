package org.talenthub.assessment.figures;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.assessment.rules.Counted;

/** The figures that there are rows for. */
@Component
class CountedFigures implements Counted {

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(Statements.names());
        names.add(Statements.EVENTS);
        return names;
    }
}
