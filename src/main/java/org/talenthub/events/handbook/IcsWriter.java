package org.talenthub.events.handbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.events.handbook.Handbook.Audience;
import org.talenthub.events.model.EventSlot;

/** A handbook's meetings as iCalendar (RFC 5545), for the reader's own calendar. */
@Component
class IcsWriter implements HandbookWriter {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int LINE = 72;

    @Override
    public String format() {
        return "ics";
    }

    @Override
    public String type() {
        return "text/calendar;charset=UTF-8";
    }

    @Override
    public void write(Handbook book, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Hubei talent hub//events//ZH");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(book.name()));
        Map<Integer, EventSlot> slots = book.slots().stream().collect(Collectors.toMap(EventSlot::n, s -> s));
        Map<String, Handbook.Company> companies =
                book.companies().stream().collect(Collectors.toMap(Handbook.Company::participant, c -> c));
        Map<String, Handbook.Person> people =
                book.people().stream().collect(Collectors.toMap(Handbook.Person::participant, p -> p));
        for (Handbook.Talk t : book.talks()) {
            EventSlot slot = slots.get(t.slot());
            Handbook.Company company = companies.get(t.company());
            Handbook.Person person = people.get(t.person());
            if (slot == null || company == null) {
                continue;
            }
            String who = person == null ? "" : person.name();
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + book.event() + "-" + t.company() + "-" + t.person() + "@hubei-talent-hub");
            line(text, "SEQUENCE:" + book.version());
            line(text, "DTSTAMP:" + UTC.format(book.printed().atOffset(ZoneOffset.UTC)));
            line(text, "DTSTART:" + utc(slot.from()));
            line(text, "DTEND:" + utc(slot.to()));
            line(
                    text,
                    "SUMMARY:"
                            + escaped(
                                    book.audience() == Audience.PERSON
                                            ? company.name()
                                            : book.audience() == Audience.ENTERPRISE
                                                    ? who
                                                    : company.name() + " — " + who));
            line(text, "LOCATION:" + escaped(book.place() + " · " + t.table() + " 号桌"));
            if (!t.posts().isEmpty()) {
                line(text, "DESCRIPTION:" + escaped(String.join("、", t.posts())));
            }
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String utc(String local) {
        return UTC.format(LocalDateTime.parse(local)
                .atZone(HubTime.ZONE)
                .withZoneSameInstant(ZoneOffset.UTC));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Folded so that no line is longer than 75 octets, and no character is torn apart. */
    private static void line(StringBuilder out, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int more = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + more > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += more;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
