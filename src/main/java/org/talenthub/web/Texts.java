package org.talenthub.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;

/** Texts of the message bundles and the ways to write numbers and times, in the language of the request. */
@Component
public class Texts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(HubTime.ZONE);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(HubTime.ZONE);

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public boolean english() {
        return locale().getLanguage().equals("en");
    }

    /** Outside a request (exports, jobs) Chinese, whatever the machine speaks. */
    public Locale locale() {
        return LocaleContextHolder.getLocaleContext() == null
                ? Locale.SIMPLIFIED_CHINESE
                : LocaleContextHolder.getLocale();
    }

    /** @throws org.springframework.context.NoSuchMessageException when the bundle has no such key */
    public String text(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    public String textOr(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale());
        return found == null ? otherwise : found;
    }

    /** What a refusal says; in the request's language where the bundles know it. */
    public String problem(Problem refused) {
        return textOr("problem." + refused.code(), refused.detail(locale()));
    }

    /** 12,345 in both languages. */
    public static String number(long n) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(n);
    }

    /** 1,234.5; whole where it is. */
    public static String tenths(double n) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(1);
        return format.format(n);
    }

    /** 2026-11-22 09:30, the time in Hubei. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** 09:30:15, the time in Hubei. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }
}
