package org.talenthub.assessment.figures;

import java.util.List;

/**
 * All that is kept of a closed year; its JSON is what the hash is of.
 *
 * @param rules version of the rules that it was judged by
 */
record Frozen(int year, String rules, List<Scorecard> cards, List<Verdict> verdicts) {}
