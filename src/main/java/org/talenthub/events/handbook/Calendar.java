package org.talenthub.events.handbook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.talenthub.common.HubTime;
import org.talenthub.events.handbook.Handbook.Talk;

/**
 * A handbook as a calendar, RFC 5545: lines end in CRLF and are folded at 75 bytes without breaking a character; commas, semicolons,
 * backslashes and line ends are escaped; the number of the version is the sequence, so that an imported calendar follows.
 */
final class Calendar {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Handbook book;
    private final Pages pages;
    private final Words words;
    private final StringBuilder out = new StringBuilder();
    private final String stamp = LOCAL.format(LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)) + "Z";

    Calendar(Handbook book, Pages pages, Words words) {
        this.book = book;
        this.pages = pages;
        this.words = words;
    }

    String text() {
        for (String l : List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//talenthub//handbook//ZH",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH")) {
            line(l);
        }
        line("X-WR-CALNAME:" + escaped(book.cover().title()));
        for (String l : List.of(
                "BEGIN:VTIMEZONE",
                "TZID:" + HubTime.NAME,
                "BEGIN:STANDARD",
                "DTSTART:19910915T010000",
                "TZOFFSETFROM:+0900",
                "TZOFFSETTO:+0800",
                "TZNAME:CST",
                "END:STANDARD",
                "END:VTIMEZONE")) {
            line(l);
        }
        int n = 0;
        for (Handbook.Item i : book.agenda()) {
            event("item-" + n++, i.from(), i.to(), i.title(), i.place(), i.kind());
        }
        for (Talk t : pages.talks()) {
            String where = book.cover().place() + " " + pages.company(t).badge() + "-" + t.table();
            event(
                    "meeting-" + t.id(),
                    t.from(),
                    t.to(),
                    words.of("handbook.meeting", pages.other(t)),
                    where.strip(),
                    String.join("\n", t.posts()));
        }
        line("END:VCALENDAR");
        return out.toString();
    }

    private void event(String id, String from, String to, String summary, String place, String more) {
        if (from.isBlank()) {
            return;
        }
        line("BEGIN:VEVENT");
        line("UID:" + id + "@" + book.cover().event() + ".talenthub");
        line("DTSTAMP:" + stamp);
        line("SEQUENCE:" + book.cover().version());
        if (from.length() <= 10) {
            LocalDate last = to.isBlank() ? LocalDate.parse(from) : LocalDate.parse(to.substring(0, 10));
            line("DTSTART;VALUE=DATE:" + DAY.format(LocalDate.parse(from)));
            line("DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1)));
        } else {
            line("DTSTART;TZID=" + HubTime.NAME + ":" + LOCAL.format(LocalDateTime.parse(from)));
            if (to.length() > 10) {
                line("DTEND;TZID=" + HubTime.NAME + ":" + LOCAL.format(LocalDateTime.parse(to)));
            }
        }
        line("SUMMARY:" + escaped(summary));
        text("LOCATION:", place);
        text("DESCRIPTION:", more);
        line("END:VEVENT");
    }

    private void text(String name, String value) {
        if (!value.isBlank()) {
            line(name + escaped(value));
        }
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folded: a continuation begins with a blank, which counts. */
    private void line(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            String c = Character.toString(text.codePointAt(i));
            int size = c.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(c);
            bytes += size;
            i += c.length();
        }
        out.append("\r\n");
    }
}
