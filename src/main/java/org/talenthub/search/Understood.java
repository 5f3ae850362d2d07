package org.talenthub.search;

import java.util.List;

/**
 * Words of the typed line that became a condition.
 *
 * @param text as they were typed
 * @param filter the filter they stand for
 * @param values its values, as an address would have them
 * @param label what the screen shows: 年龄 ≤ 45
 * @param not whether the condition must not hold (非武汉)
 * @param left the whole line without these words
 * @param quoted the whole line with these words in quotation marks, which keep them words
 */
public record Understood(
        String text, String filter, List<String> values, String label, boolean not, String left, String quoted) {}
