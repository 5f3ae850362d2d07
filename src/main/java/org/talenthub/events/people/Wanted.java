package org.talenthub.events.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.Moments;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who shall take part, as a body says it: {@code {talent}}, {@code {enterprise, demands, desks}}, {@code {demand}},
 * {@code {kind: GUEST, name}}; several in a list, or as {@code talents}, {@code enterprises}, {@code demands}.
 *
 * @param ref id; of enterprises credit code or exact name too
 * @param demands what an enterprise brings
 * @param invite is asked first, instead of being entered as coming
 */
record Wanted(What what, String ref, String name, List<String> demands, Participant.Details details, boolean invite) {

    /** What is named. */
    enum What {
        TALENT,
        ENTERPRISE,
        DEMAND,
        GUEST
    }

    private static final int MOST = 2_000;
    private static final int MOST_DESKS = 50;

    /** @throws Problem 400 for what cannot be read */
    static List<Wanted> read(@Nullable JsonNode body) {
        List<Wanted> all = new ArrayList<>();
        if (body == null || body.isNull() || body.isMissingNode()) {
            throw nothing();
        }
        boolean invite = body.path("invite").asBoolean(false);
        if (body.isArray()) {
            body.forEach(b -> all.add(one(b, false)));
        } else if (body.isObject()) {
            several(body, all, invite);
        }
        if (all.isEmpty()) {
            throw nothing();
        }
        if (all.size() > MOST) {
            throw Problem.badRequest("participants.many", Sentence.of("refused.participants.many", MOST));
        }
        return all;
    }

    private static void several(JsonNode body, List<Wanted> all, boolean invite) {
        boolean single = body.has("talent")
                || body.has("enterprise")
                || body.has("demand")
                || body.has("kind")
                || body.has("type");
        if (single) {
            all.add(one(body, invite));
            return;
        }
        for (String list : List.of("items", "participants")) {
            body.path(list).forEach(b -> all.add(one(b, invite)));
        }
        for (What what : List.of(What.TALENT, What.ENTERPRISE, What.DEMAND)) {
            body.path(what.name().toLowerCase(Locale.ROOT) + "s")
                    .forEach(b -> all.add(new Wanted(
                            what, ref(b), "", List.of(), b.isObject() ? details(b) : details(body), invite)));
        }
    }

    private static Wanted one(JsonNode b, boolean invite) {
        if (!b.isObject()) {
            throw nothing();
        }
        boolean ask = invite
                || b.path("invite").asBoolean(false)
                || b.path("state").asString("").equalsIgnoreCase("INVITED");
        for (What what : List.of(What.TALENT, What.ENTERPRISE, What.DEMAND)) {
            JsonNode named = b.path(what.name().toLowerCase(Locale.ROOT));
            if (!named.isMissingNode() && !named.isNull()) {
                return new Wanted(what, ref(named), "", demands(b), details(b), ask);
            }
        }
        String kind =
                b.path("kind").asString(b.path("type").asString("")).strip().toUpperCase(Locale.ROOT);
        What what = switch (kind) {
            case "TALENT", "PERSON" -> What.TALENT;
            case "ENTERPRISE", "COMPANY" -> What.ENTERPRISE;
            case "DEMAND" -> What.DEMAND;
            case "GUEST" -> What.GUEST;
            default -> throw nothing();
        };
        String name = b.path("name").asString("").strip();
        if (what == What.GUEST && (name.isEmpty() || name.length() > 120)) {
            throw Problem.badRequest("participant.name", Sentence.of("refused.participant.name"));
        }
        JsonNode named = b.has("record") ? b.path("record") : b.has("ref") ? b.path("ref") : b.path("id");
        String ref = what == What.GUEST
                ? ""
                : what == What.ENTERPRISE && !b.has("id") && !b.has("record") && !b.has("ref") ? name : ref(named);
        return new Wanted(what, ref, name, demands(b), details(b), ask);
    }

    private static String ref(JsonNode named) {
        String ref =
                named.isObject() ? named.path("id").asString(named.path("name").asString("")) : named.asString("");
        if (ref.isBlank()) {
            throw nothing();
        }
        return ref.strip();
    }

    private static List<String> demands(JsonNode b) {
        List<String> ids = new ArrayList<>();
        b.path("demands").forEach(d -> ids.add(ref(d)));
        return ids;
    }

    static Participant.Details details(JsonNode b) {
        return new Participant.Details(
                desks(b),
                text(b, "recruiters", 300),
                yes(b, "consent"),
                moment(b, "arrives", "from"),
                moment(b, "leaves", "to"),
                yes(b, "lodging"),
                text(b, "diet", 100));
    }

    private static @Nullable Integer desks(JsonNode b) {
        JsonNode n = b.has("desks") ? b.path("desks") : b.path("tables");
        if (!n.isNumber()) {
            return null;
        }
        if (!n.isIntegralNumber() || n.asInt() < 1 || n.asInt() > MOST_DESKS) {
            throw Problem.badRequest("participant.desks", Sentence.of("refused.participant.desks", MOST_DESKS));
        }
        return n.asInt();
    }

    private static @Nullable Boolean yes(JsonNode b, String field) {
        return b.path(field).isBoolean() ? b.path(field).asBoolean() : null;
    }

    private static @Nullable String text(JsonNode b, String field, int most) {
        JsonNode n = b.path(field);
        if (n.isArray()) {
            List<String> parts = new ArrayList<>();
            n.forEach(p -> parts.add(p.asString("")));
            return bounded(field, String.join("、", parts), most);
        }
        return n.isString() ? bounded(field, n.asString().strip(), most) : null;
    }

    private static String bounded(String field, String text, int most) {
        if (text.length() > most) {
            throw Problem.badRequest("participant.text", Sentence.of("refused.text.long", field, most));
        }
        return text;
    }

    private static @Nullable String moment(JsonNode b, String field, String other) {
        JsonNode n = b.has(field) ? b.path(field) : b.path(other);
        if (!n.isString()) {
            return null;
        }
        return n.asString().isBlank() ? "" : Moments.read(field, n.asString());
    }

    private static Problem nothing() {
        return Problem.badRequest("participants.missing", Sentence.of("refused.participants.missing"));
    }
}
