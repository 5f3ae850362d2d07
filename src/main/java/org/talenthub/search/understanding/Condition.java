package org.talenthub.search.understanding;

import java.util.List;

/**
 * Words of a line that are a condition.
 *
 * @param from where they begin in the line
 * @param to where they end, exclusive
 * @param filter the filter they stand for, as in the address
 * @param values its values, any of which fits
 * @param not whether they were said not to hold (非武汉)
 */
public record Condition(int from, int to, String filter, List<String> values, boolean not) {

    Condition at(int begin, int end) {
        return new Condition(begin, end, filter, values, not);
    }

    Condition negated() {
        return new Condition(from, to, filter, values, true);
    }
}
