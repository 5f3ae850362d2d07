package org.talenthub.portal.entity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.portal.Address;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.entity.Face.Part;
import org.talenthub.web.Texts;

/** Picks, for each kind of record, the few facts it is recognised by. */
@Component
public class Faces {

    private final Words words;
    private final Texts texts;

    Faces(Words words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    public Face of(Seen s) {
        return switch (s.kind()) {
            case TALENT -> talent(s);
            case DEMAND -> demand(s);
            case ENTERPRISE -> enterprise(s);
            case BASE, STATION -> carrier(s);
            case PLATFORM -> platform(s);
        };
    }

    private Face talent(Seen s) {
        return new Face(
                s.record().name(),
                "name",
                words.of(s, "category"),
                null,
                line(text(s, "post"), ref(s, "employer", "enterprises"), region(s)),
                line(
                        text(s, "title").or(() -> label(s, "titleLevel")),
                        label(s, "education"),
                        label(s, "skillLevel"),
                        s.text("birth")
                                .map(b -> new Part(
                                        "birth",
                                        age(b).map(a -> texts.text("face.bornAged", b, a))
                                                .orElseGet(() -> texts.text("face.born", b)),
                                        null))),
                s.list("expertise"),
                "expertise",
                text(s, "research").orElse(null),
                s.text("confirmedOn").map(d -> texts.text("face.confirmed", d)).orElse(null));
    }

    private Face demand(Seen s) {
        boolean urgent = s.text("urgency").filter("CRITICAL"::equals).isPresent();
        return new Face(
                s.text("post").orElse(s.record().name()),
                "post",
                Stream.of(
                                lapsed(s) ? Stream.of(texts.text("face.lapsed")) : Stream.<String>of(),
                                words.of(s, "mode").stream(),
                                urgent ? Stream.<String>of() : words.of(s, "urgency").stream())
                        .flatMap(t -> t)
                        .toList(),
                urgent ? words.one(s, "urgency").orElse(null) : null,
                line(ref(s, "enterprise", "enterprises"), region(s).or(() -> text(s, "place"))),
                line(
                        s.number("headcount").map(n -> new Part("headcount", texts.text("face.headcount", n), null)),
                        words.salary(s).map(t -> new Part("salary", t, null)),
                        label(s, "education").map(p -> new Part(p.field(), texts.text("face.atLeast", p.text()), null)),
                        label(s, "titleLevel")),
                s.list("skills"),
                "skills",
                text(s, "duties").orElse(null),
                s.text("validUntil").map(d -> texts.text("face.until", d)).orElse(null));
    }

    private static boolean lapsed(Seen s) {
        return s.text("validUntil")
                .filter(d -> lastDay(d).isBefore(HubTime.today()))
                .isPresent();
    }

    /** Of a month or year its last day. */
    private static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    /** Of a year alone nothing: it may be one more or less. */
    private static Optional<String> age(String birth) {
        return switch (birth.length()) {
            case 7 ->
                Optional.of(String.valueOf(
                        ChronoUnit.YEARS.between(YearMonth.parse(birth), YearMonth.from(HubTime.today()))));
            case 10 -> Optional.of(String.valueOf(ChronoUnit.YEARS.between(LocalDate.parse(birth), HubTime.today())));
            default -> Optional.empty();
        };
    }

    private Face enterprise(Seen s) {
        return new Face(
                s.record().name(),
                "name",
                words.of(s, "kinds"),
                null,
                line(
                        region(s),
                        ref(s, "base", "bases"),
                        s.number("staff").map(n -> new Part("staff", texts.text("face.staff", Texts.number(n)), null))),
                List.of(),
                words.of(s, "industries"),
                "industries",
                text(s, "products").or(() -> text(s, "profile")).orElse(null),
                null);
    }

    private Face carrier(Seen s) {
        return new Face(
                s.record().name(),
                "name",
                words.of(s, "state"),
                null,
                line(
                        ref(s, "host", "enterprises"),
                        region(s),
                        s.text("approvedYear")
                                .map(y -> new Part("approvedYear", texts.text("face.approved", y), null))),
                List.of(),
                words.of(s, "industries"),
                "industries",
                text(s, "profile").orElse(null),
                null);
    }

    private Face platform(Seen s) {
        return new Face(
                s.record().name(),
                "name",
                Stream.concat(words.of(s, "platformType").stream(), words.of(s, "level").stream())
                        .toList(),
                null,
                line(
                        ref(s, "host", "enterprises"),
                        region(s),
                        s.text("approvedYear")
                                .map(y -> new Part("approvedYear", texts.text("face.recognised", y), null))),
                List.of(),
                words.of(s, "industries"),
                "industries",
                text(s, "research").orElse(null),
                null);
    }

    @SafeVarargs
    private static List<Part> line(Optional<Part>... parts) {
        List<Part> line = new ArrayList<>();
        for (Optional<Part> p : parts) {
            p.ifPresent(line::add);
        }
        return line;
    }

    private static Optional<Part> text(Seen s, String field) {
        return s.text(field).map(t -> new Part(field, t, null));
    }

    private Optional<Part> label(Seen s, String field) {
        return words.one(s, field).map(t -> new Part(field, t, null));
    }

    private static Optional<Part> ref(Seen s, String field, String path) {
        return s.ref(field).map(r -> new Part(field, r.name(), s.named(field, r).orElseGet(() -> href(path, r.id()))));
    }

    private Optional<Part> region(Seen s) {
        return s.ref("region")
                .map(r -> new Part("region", words.region(s.text("region").orElse(""), r.name()), null));
    }

    private static @Nullable String href(String path, @Nullable String id) {
        return id == null ? null : Address.of(path, id);
    }
}
