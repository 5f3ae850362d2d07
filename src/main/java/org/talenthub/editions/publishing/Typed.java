package org.talenthub.editions.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.talenthub.common.Problem;
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
            throw Problem.unusable("edition.title", "标题写 1 至 " + LONGEST_TITLE + " 个字。");
        }
        if (head.number() != null
                && (head.number().length() > LONGEST_NUMBER
                        || !head.number().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ()（）〔〕\\[\\]_-]*")
                        || head.number().equals("clusters"))) {
            throw Problem.unusable("edition.number.form", "编号最长 " + LONGEST_NUMBER + " 个字，只写字母、数字、汉字、括号和短横，如 2026-1。");
        }
        if (head.document() != null && head.document().length() > LONGEST_DOCUMENT) {
            throw Problem.unusable("edition.document", "文号最长 " + LONGEST_DOCUMENT + " 个字。");
        }
        if (head.day() != null && (head.day().getYear() < 2000 || head.day().getYear() > 2100)) {
            throw Problem.unusable("edition.date", "日期写成 2026-11-29。");
        }
    }

    /** @throws Problem 422 for a field that the kind has not, or a text that is too long */
    static Map<String, String> words(EditionKind kind, Map<String, String> given) {
        Map<String, String> words = new LinkedHashMap<>();
        given.forEach((field, text) -> {
            if (!kind.words().contains(field)) {
                throw Problem.unusable("line.field", "没有“" + field + "”这一项，可写 " + String.join("、", kind.words()) + "。");
            }
            words.put(field, text(text, field, LONGEST_WORDS));
        });
        return words;
    }

    static String text(String given, String what, int longest) {
        String text = given.strip().replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ");
        if (text.length() > longest) {
            throw Problem.unusable("text.long", what + " 最长 " + longest + " 个字。");
        }
        return text;
    }
}
