package org.talenthub.events.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import tools.jackson.databind.JsonNode;

/** The slots of an event: as they are given, or cut from its days. */
final class SlotMaker {

    static final int MOST = 120;

    private static final int LONGEST_MINUTES = 480;
    private static final int USUAL_MINUTES = 30;
    private static final int LONGEST_MORNING = 360;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private SlotMaker() {}

    /** @throws Problem 400 for slots that cannot be */
    static List<EventSlot> make(String from, String to, @Nullable JsonNode wish, @Nullable Integer minutes) {
        int each = minutes == null ? USUAL_MINUTES : minutes;
        if (each < 5 || each > LONGEST_MINUTES) {
            throw Problem.badRequest("slots.minutes", Sentence.of("refused.slots.minutes", LONGEST_MINUTES));
        }
        if (wish == null || wish.isNull()) {
            return usual(from, to, each);
        }
        if (wish.isIntegralNumber()) {
            return some(from, to, wish.asInt(), each);
        }
        if (!wish.isArray()) {
            throw Problem.badRequest("slots.invalid", Sentence.of("refused.slots.invalid"));
        }
        return listed(from, wish, each);
    }

    private static List<EventSlot> listed(String start, JsonNode wish, int each) {
        List<EventSlot> slots = new ArrayList<>();
        for (JsonNode s : wish) {
            String begins = text(s, "from", "start", "begins");
            String begin =
                    Moments.read("slots.from", begins.length() <= 5 ? start.substring(0, 10) + "T" + begins : begins);
            String ends = text(s, "to", "end", "ends");
            if (Moments.dayOnly(begin)) {
                throw Problem.badRequest("slots.invalid", Sentence.of("refused.slots.invalid.from"));
            }
            String end = ends.isEmpty()
                    ? Moments.minute(Moments.at(begin).plusMinutes(each))
                    : Moments.read("slots.to", ends.length() <= 5 ? begin.substring(0, 10) + "T" + ends : ends);
            if (end.compareTo(begin) <= 0) {
                throw Problem.badRequest("slots.order", Sentence.of("refused.slots.order", begin, end));
            }
            slots.add(new EventSlot(slots.size(), begin, end));
        }
        slots.sort(java.util.Comparator.comparing(EventSlot::from));
        List<EventSlot> numbered = new ArrayList<>();
        for (EventSlot s : slots) {
            if (!numbered.isEmpty() && s.from().compareTo(numbered.getLast().to()) < 0) {
                throw Problem.badRequest("slots.overlap", Sentence.of("refused.slots.overlap", s.from()));
            }
            numbered.add(new EventSlot(numbered.size(), s.from(), s.to()));
        }
        return bounded(numbered);
    }

    private static String text(JsonNode s, String... names) {
        for (String n : names) {
            String value = s.path(n).asString("");
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return s.isString() && names[0].equals("from") ? s.asString().strip() : "";
    }

    private static List<EventSlot> some(String from, String to, int wanted, int each) {
        if (wanted < 1 || wanted > MOST) {
            throw tooMany();
        }
        List<EventSlot> slots = new ArrayList<>();
        LocalDate last = Moments.day(to);
        for (LocalDate day = Moments.day(from); slots.size() < wanted; day = day.plusDays(1)) {
            // the last day takes whatever is left
            LocalDateTime end = day.isBefore(last) ? day.atTime(EVENING) : day.atTime(LocalTime.of(23, 59));
            LocalDateTime at =
                    day.equals(Moments.day(from)) && !Moments.dayOnly(from) ? Moments.at(from) : day.atTime(MORNING);
            for (; slots.size() < wanted && !at.plusMinutes(each).isAfter(end); at = at.plusMinutes(each)) {
                add(slots, at, each);
            }
        }
        return bounded(slots);
    }

    private static List<EventSlot> usual(String from, String to, int each) {
        List<EventSlot> slots = new ArrayList<>();
        LocalDate first = Moments.day(from);
        LocalDate last = Moments.day(to);
        for (LocalDate day = first; !day.isAfter(last) && slots.size() <= MOST; day = day.plusDays(1)) {
            LocalDateTime begin = day.equals(first) && !Moments.dayOnly(from) ? Moments.at(from) : day.atTime(MORNING);
            LocalDateTime end = day.equals(last) && !Moments.dayOnly(to) ? Moments.at(to) : day.atTime(EVENING);
            if (ChronoUnit.MINUTES.between(begin, end) < LONGEST_MORNING
                    || begin.toLocalTime().isAfter(NOON)) {
                cut(slots, begin, end, each);
            } else {
                cut(slots, begin, day.atTime(NOON), each);
                cut(slots, day.atTime(AFTERNOON), end, each);
            }
        }
        return slots.size() > MOST ? slots.subList(0, MOST) : slots;
    }

    private static void cut(List<EventSlot> slots, LocalDateTime begin, LocalDateTime end, int each) {
        for (LocalDateTime at = begin; !at.plusMinutes(each).isAfter(end); at = at.plusMinutes(each)) {
            add(slots, at, each);
        }
    }

    private static void add(List<EventSlot> slots, LocalDateTime at, int each) {
        slots.add(new EventSlot(slots.size(), Moments.minute(at), Moments.minute(at.plusMinutes(each))));
    }

    private static List<EventSlot> bounded(List<EventSlot> slots) {
        if (slots.isEmpty() || slots.size() > MOST) {
            throw tooMany();
        }
        return slots;
    }

    private static Problem tooMany() {
        return Problem.badRequest("slots.many", Sentence.of("refused.slots.many", MOST));
    }
}
