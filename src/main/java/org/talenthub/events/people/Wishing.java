package org.talenthub.events.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.MeetingWish.Wish;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import tools.jackson.databind.JsonNode;

/** Whom participants wish to meet: at most ten wishes each. */
@Component
public class Wishing {

    /** Wishes of one participant. */
    public static final int MOST = 10;

    private final MeetingWishes wishes;
    private final Roster roster;
    private final EventDesk desk;
    private final Audit audit;

    Wishing(MeetingWishes wishes, Roster roster, EventDesk desk, Audit audit) {
        this.wishes = wishes;
        this.roster = roster;
        this.desk = desk;
        this.audit = audit;
    }

    /** One wish; null takes it back. */
    private record Said(
            Participant from, Participant to, @Nullable Wish wish) {}

    /** All wishes of an event. */
    public List<MeetingWish> of(long event) {
        return wishes.findByEvent(event);
    }

    /**
     * Says wishes. {@code {talent, enterprise, wish, by}} for one, a list of such or {@code {wishes: [...]}} for several; {@code {participant,
     * wishes: [{with, wish}]}} replaces all of one participant.
     *
     * @throws Problem 404 for who takes no part, 400 for what is no wish, 422 when they become too many
     */
    @Transactional
    public List<MeetingWish> say(String event, @Nullable JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.wishes(event, viewer);
        if (body == null || !(body.isArray() || body.isObject())) {
            throw unreadable();
        }
        boolean runs = desk.hand(e, viewer).isPresent();
        Map<Long, Roster.Entry> entries = runs ? roster.all(e, viewer) : roster.of(e, viewer);
        List<Said> said = new ArrayList<>();
        Participant whole = null;
        JsonNode list = body.isArray() ? body : body.has("wishes") ? body.path("wishes") : body.path("items");
        if (list.isArray()) {
            whole = body.isObject() ? single(entries, body) : null;
            for (JsonNode w : list) {
                said.add(one(entries, w, whole));
            }
        } else if (hasWords(body)) {
            whole = single(entries, body);
            if (whole == null) {
                throw unreadable();
            }
            for (Wish wish : Wish.values()) {
                for (JsonNode ref : body.path(wish.name().toLowerCase(Locale.ROOT))) {
                    said.add(new Said(whole, roster.find(entries, ref.asString(""), other(whole)), wish));
                }
            }
        } else {
            said.add(one(entries, body, null));
        }
        if (!runs) {
            owned(entries, whole, said);
        }
        keep(e, whole, said);
        audit.record(viewer, "event.wish", "event", Ids.text(e.id()), said.size() + " wishes");
        return wishes.findByEvent(e.id());
    }

    /** Whoever does not run the event speaks for those that are his alone. */
    private static void owned(Map<Long, Roster.Entry> entries, @Nullable Participant whole, List<Said> said) {
        Stream<Participant> from =
                Stream.concat(Stream.ofNullable(whole), said.stream().map(Said::from));
        if (!from.allMatch(p -> {
            Roster.Entry x = entries.get(p.id());
            return x != null && x.own();
        })) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.wishes"));
        }
    }

    private static boolean hasWords(JsonNode body) {
        return body.path("must").isArray()
                || body.path("nice").isArray()
                || body.path("not").isArray();
    }

    /** Whose wishes all of these are. */
    private @Nullable Participant single(Map<Long, Roster.Entry> entries, JsonNode body) {
        for (String field : List.of("participant", "from", "of", "talent", "enterprise", "demand")) {
            String ref = text(body, field);
            if (!ref.isEmpty()) {
                return roster.find(entries, ref, kind(field));
            }
        }
        return null;
    }

    private static @Nullable Kind kind(String field) {
        return field.equals("talent")
                ? Kind.TALENT
                : field.equals("enterprise") || field.equals("demand") ? Kind.ENTERPRISE : null;
    }

    private static Kind other(Participant p) {
        return p.kind().visits() ? Kind.ENTERPRISE : Kind.TALENT;
    }

    private Said one(Map<Long, Roster.Entry> entries, JsonNode w, @Nullable Participant whole) {
        String value = w.path("wish")
                .asString(w.path("value").asString(w.path("kind").asString("")))
                .strip();
        Wish wish = value.isEmpty() || value.equalsIgnoreCase("NONE")
                ? null
                : Parameters.choice("wish", value.toUpperCase(Locale.ROOT), Wish.class);
        if (whole != null) {
            for (String field : List.of("with", "to", "participant", "talent", "enterprise", "demand")) {
                String ref = text(w, field);
                if (!ref.isEmpty()) {
                    return new Said(whole, sided(roster.find(entries, ref, other(whole)), whole), wish);
                }
            }
            throw unreadable();
        }
        String from = text(w, "from").isEmpty() ? text(w, "participant") : text(w, "from");
        String to = text(w, "to").isEmpty() ? text(w, "with") : text(w, "to");
        if (!from.isEmpty() && !to.isEmpty()) {
            Participant one = roster.find(entries, from, null);
            return new Said(one, sided(roster.find(entries, to, null), one), wish);
        }
        String talent = text(w, "talent");
        String host = text(w, "enterprise").isEmpty() ? text(w, "demand") : text(w, "enterprise");
        if (talent.isEmpty() || host.isEmpty()) {
            throw unreadable();
        }
        Participant guest = roster.find(entries, talent, Kind.TALENT);
        Participant enterprise = roster.find(entries, host, Kind.ENTERPRISE);
        String by = (w.has("by") ? w.path("by") : w.path("side"))
                .asString("enterprise")
                .toLowerCase(Locale.ROOT);
        boolean talents = by.startsWith("talent") || by.startsWith("person") || by.startsWith("guest");
        return talents ? new Said(guest, enterprise, wish) : new Said(enterprise, guest, wish);
    }

    private static Participant sided(Participant to, Participant from) {
        if (to.kind().visits() == from.kind().visits()) {
            throw Problem.badRequest("wish.side", Sentence.of("refused.wish.side"));
        }
        return to;
    }

    private void keep(RecruitmentEvent e, @Nullable Participant whole, List<Said> said) {
        Map<Long, Map<Long, MeetingWish>> known = new HashMap<>();
        for (MeetingWish w : wishes.findByEvent(e.id())) {
            known.computeIfAbsent(w.from(), f -> new HashMap<>()).put(w.to(), w);
        }
        if (whole != null) {
            Map<Long, MeetingWish> before = known.computeIfAbsent(whole.id(), f -> new HashMap<>());
            List<Long> now = said.stream().map(s -> s.to().id()).toList();
            before.values().stream().filter(w -> !now.contains(w.to())).toList().forEach(w -> {
                wishes.delete(w);
                before.remove(w.to());
            });
        }
        for (Said s : said) {
            Map<Long, MeetingWish> of = known.computeIfAbsent(s.from().id(), f -> new HashMap<>());
            MeetingWish before = of.get(s.to().id());
            if (s.wish() == null) {
                if (before != null) {
                    wishes.delete(before);
                    of.remove(s.to().id());
                }
            } else if (before == null) {
                of.put(s.to().id(), new MeetingWish(e.id(), s.from().id(), s.to().id(), s.wish()));
            } else {
                before.say(s.wish());
            }
        }
        for (Said s : said) {
            Map<Long, MeetingWish> of = known.getOrDefault(s.from().id(), Map.of());
            if (of.size() > MOST) {
                throw Problem.unusable(
                        "wishes.many",
                        Sentence.of("refused.wishes.many", MOST, s.from().badge(), of.size()));
            }
            of.values().forEach(wishes::save);
        }
    }

    private static String text(JsonNode b, String field) {
        JsonNode n = b.path(field);
        return (n.isObject() ? n.path("id").asString("") : n.asString("")).strip();
    }

    private static Problem unreadable() {
        return Problem.badRequest("wishes.unreadable", Sentence.of("refused.wishes.unreadable"));
    }
}
