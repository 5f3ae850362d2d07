package org.talenthub.matching.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.candidates.Lean;

/** {@code lean}, beside what narrows a list: 0 words, 50 both, as usual, 100 meaning. */
record Leaning(Lean lean, Map<String, List<String>> others) {

    static final String NAME = "lean";

    /** @throws Problem 400 for what is no number from 0 to 100 */
    static Leaning of(Map<String, List<String>> given) {
        Map<String, List<String>> others = new LinkedHashMap<>(given);
        List<String> said = others.remove(NAME);
        String text = said == null || said.isEmpty() || said.getFirst() == null
                ? ""
                : said.getFirst().strip();
        if (text.isEmpty()) {
            return new Leaning(Lean.BOTH, others);
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 100) {
            throw Problem.badRequest("lean.invalid", Sentence.of("refused.lean.invalid"));
        }
        return new Leaning(new Lean(Integer.parseInt(text)), others);
    }

    boolean usual() {
        return lean.equals(Lean.BOTH);
    }
}
