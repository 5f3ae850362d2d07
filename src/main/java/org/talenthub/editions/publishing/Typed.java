package org.talenthub.editions.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.Edition.Head;
import org.talenthub.editions.model.EditionKind;

/** What officials type, as far as it can be kept. */
final class Typed {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_DOCUMENT = 100;
    private static final int LONGEST_WORDS = 2_000;

    private Typed() {}

    /** @throws Problem 422 */
    static void check(Head head) {
        if (head.title() != null && (head.title().isBlank() || head.title().length() > LONGEST_TITLE)) {
            throw Problem.unusable("edition.title", Sentence.of("refused.edition.title", LONGEST_TITLE));
        }
        if (head.number() != null
                && (head.number().length() > LONGEST_NUMBER
                        || !head.number().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ()（）〔〕\\[\\]_-]*")
                        || head.number().equals("clusters"))) {
            throw Problem.unusable("edition.number.form", Sentence.of("refused.edition.number.form", LONGEST_NUMBER));
        }
        if (head.document() != null && head.document().length() > LONGEST_DOCUMENT) {
            throw Problem.unusable("edition.document", Sentence.of("refused.edition.document", LONGEST_DOCUMENT));
        }
        if (head.day() != null && (head.day().getYear() < 2000 || head.day().getYear() > 2100)) {
            throw Problem.unusable("edition.date", Sentence.of("refused.edition.date.check"));
        }
    }

    /** @throws Problem 422 for a field that the kind has not, or a text that is too long */
    static Map<String, String> words(EditionKind kind, Map<String, String> given) {
        Map<String, String> words = new LinkedHashMap<>();
        given.forEach((field, text) -> {
            if (!kind.words().contains(field)) {
                throw Problem.unusable(
                        "line.field", Sentence.of("refused.line.field", field, Sentence.list(kind.words())));
            }
            words.put(field, text(text, field, LONGEST_WORDS));
        });
        return words;
    }

    static String text(String given, Object what, int longest) {
        String text = given.strip().replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ");
        if (text.length() > longest) {
            throw Problem.unusable("text.long", Sentence.of("refused.text.long", what, longest));
        }
        return text;
    }
}
