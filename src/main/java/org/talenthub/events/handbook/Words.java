package org.talenthub.events.handbook;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a handbook besides what people wrote: {@code messages-handbook.properties}. */
record Words(Locale locale) {

    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String of(String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("messages-handbook", locale, CONTROL).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** 2026-12-05 09:00. */
    static String moment(String iso) {
        return iso.replace('T', ' ');
    }

    /** 12-05 09:00–09:30; the day alone where no times are known. */
    static String span(String from, String to) {
        if (from.length() <= 10) {
            return from.equals(to) || to.isEmpty() ? from : from + "–" + to;
        }
        String begin = from.substring(5).replace('T', ' ');
        if (to.length() <= 10) {
            return begin;
        }
        boolean sameDay = from.substring(0, 10).equals(to.substring(0, 10));
        return begin + "–" + (sameDay ? to.substring(11) : to.substring(5).replace('T', ' '));
    }

    /** What is known, a line each. */
    static String lines(String... parts) {
        return Stream.of(parts).filter(p -> !p.isBlank()).collect(Collectors.joining("\n"));
    }
}
