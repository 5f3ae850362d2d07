package org.talenthub.search.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with a grammar of its own that conditions are typed as: ages, years, salaries. */
interface Phrase {

    /**
     * @param end where it ends, exclusive
     * @param conditions filter and value, all of which hold
     */
    record Match(int end, List<One> conditions) {}

    record One(String filter, String value) {}

    /** What begins at this place of a text (narrow, lower case, simplified); null when nothing does. */
    @Nullable
    Match at(String text, int from);
}
