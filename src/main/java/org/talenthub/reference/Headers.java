package org.talenthub.reference;

import org.talenthub.reference.chinese.Texts;

/** How the headers of people's sheets are compared with the titles and aliases of a feed. */
public final class Headers {

    private Headers() {}

    /**
     * The header without what does not matter: NFKC, lower case, no blanks, no {@code *}, no notes in brackets, no colon. So
     * “* 出生年月（如 1985-03）：” is 出生年月. May be empty.
     */
    public static String key(String header) {
        String text = Texts.key(header);
        StringBuilder key = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '(', '[', '【', '〔' -> depth++;
                case ')', ']', '】', '〕' -> depth = Math.max(0, depth - 1);
                case '*', '※', ':' -> {}
                default -> {
                    if (depth == 0) {
                        key.append(c);
                    }
                }
            }
        }
        return key.toString();
    }
}
