package org.talenthub.events.handbook;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/** Fonts, and for each character the first that has it. */
record Typeface(List<BaseFont> fonts, BaseFont bold) {

    Typeface {
        fonts = List.copyOf(fonts);
    }

    BaseFont first() {
        return fonts.getFirst();
    }

    Phrase text(String text, float size, Color colour) {
        return phrase(text, first(), size, colour);
    }

    Phrase strong(String text, float size, Color colour) {
        return phrase(text, bold, size, colour);
    }

    private Phrase phrase(String text, BaseFont main, float size, Color colour) {
        Phrase phrase = new Phrase(size * 1.5f, "", new Font(main, size, Font.NORMAL, colour));
        int from = 0;
        BaseFont now = main;
        StringBuilder run = new StringBuilder();
        while (from < text.length()) {
            int c = text.codePointAt(from);
            BaseFont font = c == '\n' || main.charExists(c) ? main : other(c);
            if (!font.equals(now) && !run.isEmpty()) {
                phrase.add(new Chunk(run.toString(), new Font(now, size, Font.NORMAL, colour)));
                run.setLength(0);
            }
            now = font;
            if (c != '\n' && !font.charExists(c)) {
                run.append("〔U+%04X〕".formatted(c));
            } else {
                run.appendCodePoint(c);
            }
            from += Character.charCount(c);
        }
        phrase.add(new Chunk(run.toString(), new Font(now, size, Font.NORMAL, colour)));
        return phrase;
    }

    /** A character that none has is told by its number instead of as an empty box. */
    private BaseFont other(int c) {
        return fonts.stream().filter(f -> f.charExists(c)).findFirst().orElse(first());
    }
}
