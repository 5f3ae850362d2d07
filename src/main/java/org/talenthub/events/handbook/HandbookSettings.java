package org.talenthub.events.handbook;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.handbook.*}.
 *
 * @param fonts files of Chinese fonts (.ttf, .otf, .ttc) to print with, the best first; before those of known places
 */
@ConfigurationProperties("hub.handbook")
record HandbookSettings(@DefaultValue List<String> fonts) {

    HandbookSettings {
        fonts = List.copyOf(fonts);
    }
}
