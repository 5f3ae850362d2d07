package org.talenthub.events.handbook;

import java.util.List;
import java.util.Locale;
import org.talenthub.web.QrCode;

/**
 * A part of a handbook that begins on a page of its own and can be printed again alone. Equal as long as the same stands in it.
 *
 * @param key the same in every version: {@code agenda}, {@code desk-E012}
 */
public record Section(String key, String title, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** Something on a page. */
    public sealed interface Block {

        /** {@code heading}, {@code grid} and so on, for templates. */
        default String kind() {
            return getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }

        /** A title within the section. */
        record Heading(String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /** A paragraph a line. */
        static List<Block> paragraphs(String text) {
            return text.lines()
                    .filter(l -> !l.isBlank())
                    .<Block>map(Paragraph::new)
                    .toList();
        }

        /** Names and values. */
        record Facts(List<List<String>> rows) implements Block {
            public Facts {
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /** @param widths of the columns, as parts of a whole */
        record Grid(List<String> head, List<Integer> widths, List<List<String>> rows) implements Block {
            public Grid {
                head = List.copyOf(head);
                widths = List.copyOf(widths);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /**
         * A QR code.
         *
         * @param text what stands in it
         * @param caption below it
         */
        record Code(String text, String caption) implements Block {

            /** For a page to show. */
            public String image() {
                return QrCode.image(text);
            }
        }

        /** Empty lines to write on. */
        record Lines(int number) implements Block {}
    }
}
