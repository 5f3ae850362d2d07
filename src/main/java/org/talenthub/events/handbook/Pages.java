package org.talenthub.events.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talenthub.common.Problem;
import org.talenthub.events.handbook.Handbook.Company;
import org.talenthub.events.handbook.Handbook.Person;
import org.talenthub.events.handbook.Handbook.Talk;
import org.talenthub.events.handbook.Section.Block;

/**
 * What stands in a handbook for whom: the one place where that is decided. A person reads of no other person; an enterprise of those who
 * come to it, by name and phone only with their consent; the organiser of everybody, each on a page that can be handed to that one.
 */
final class Pages {

    private final Handbook book;
    private final Audience audience;
    private final Words words;
    private final Map<String, Company> companies;
    private final Map<String, Person> people;

    Pages(Handbook book, Audience audience, Words words) {
        this.book = book;
        this.audience = audience;
        this.words = words;
        companies = byId(book.companies(), Company::id);
        people = byId(book.people(), Person::id);
        boolean known = switch (audience) {
            case Audience.OfPerson p -> people.containsKey(p.id());
            case Audience.OfEnterprise e -> companies.containsKey(e.id());
            case Audience.OfOrganiser o -> true;
        };
        if (!known) {
            throw Problem.notFound();
        }
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, t -> t));
    }

    /** Meetings of those who are in the handbook: who was erased since stands nowhere. */
    private Stream<Talk> known() {
        return book.talks().stream().filter(t -> people.containsKey(t.person()) && companies.containsKey(t.company()));
    }

    /** For whom it is, as it stands across every page. */
    String reader() {
        return switch (audience) {
            case Audience.OfPerson p -> one(people, p.id()).name();
            case Audience.OfEnterprise e -> one(companies, e.id()).name();
            case Audience.OfOrganiser o -> words.of("handbook.organiser");
        };
    }

    private static <T> T one(Map<String, T> all, String id) {
        T found = all.get(id);
        if (found == null) {
            throw new IllegalArgumentException("a meeting of somebody who is not in the handbook: " + id);
        }
        return found;
    }

    List<Talk> talks() {
        return known().filter(t -> switch (audience) {
                    case Audience.OfPerson p -> t.person().equals(p.id());
                    case Audience.OfEnterprise e -> t.company().equals(e.id());
                    case Audience.OfOrganiser o -> true;
                })
                .sorted(Comparator.comparing(Talk::from)
                        .thenComparing(Talk::company)
                        .thenComparingInt(Talk::table))
                .toList();
    }

    Company company(Talk talk) {
        return one(companies, talk.company());
    }

    /** The person of a meeting as this reader may call him. */
    String called(Talk talk) {
        Person p = one(people, talk.person());
        return audience instanceof Audience.OfEnterprise && !p.consent() ? p.discreet() : p.name();
    }

    /** Whom the reader meets there. */
    String other(Talk talk) {
        return switch (audience) {
            case Audience.OfPerson p -> company(talk).name();
            case Audience.OfEnterprise e -> badge(talk) + " " + called(talk);
            case Audience.OfOrganiser o -> company(talk).name() + " — " + badge(talk) + " " + called(talk);
        };
    }

    String badge(Talk talk) {
        return one(people, talk.person()).badge();
    }

    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        all.add(cover());
        all.add(agenda());
        switch (audience) {
            case Audience.OfPerson p -> {
                all.add(day(one(people, p.id())));
                Set<String> met =
                        talks().stream().map(Talk::company).collect(Collectors.toCollection(LinkedHashSet::new));
                met.forEach(c -> all.add(company(one(companies, c))));
                all.add(list());
            }
            case Audience.OfEnterprise e -> {
                all.add(desk(one(companies, e.id())));
                all.add(company(one(companies, e.id())));
            }
            case Audience.OfOrganiser o -> {
                all.add(list());
                book.companies().forEach(c -> all.add(company(c)));
                book.companies().forEach(c -> all.add(desk(c)));
                book.people().forEach(p -> all.add(day(p)));
            }
        }
        text(all, "policy", book.texts().policy());
        all.add(feedback());
        text(all, "emergency", book.texts().emergency());
        return all;
    }

    private Section cover() {
        Handbook.Cover c = book.cover();
        return new Section(
                "cover",
                words.of("handbook.cover"),
                List.of(
                        new Block.Heading(c.title()),
                        new Block.Paragraph(c.kind() + " · " + words.of("handbook.title")),
                        new Block.Facts(List.of(
                                List.of(
                                        words.of("handbook.when"),
                                        Words.moment(c.from()) + " – " + Words.moment(c.to())),
                                List.of(words.of("handbook.where"), c.place()),
                                List.of(words.of("handbook.by"), c.organiser()),
                                List.of(words.of("handbook.for"), reader()))),
                        new Block.Paragraph(words.of("handbook.discretion"))));
    }

    private Section agenda() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Grid(
                heads("when", "item", "where"),
                List.of(3, 5, 3),
                book.agenda().stream()
                        .map(i -> List.of(
                                Words.span(i.from(), i.to()),
                                i.kind().isEmpty() ? i.title() : i.title() + "（" + i.kind() + "）",
                                i.place()))
                        .toList()));
        for (Handbook.Route r : book.routes()) {
            blocks.add(new Block.Heading(words.of("handbook.route", r.name())));
            List<List<String>> facts = new ArrayList<>();
            fact(facts, "departs", Words.moment(r.from()));
            fact(facts, "stops", String.join(" → ", r.stops()));
            fact(facts, "seats", r.seats() == 0 ? "" : Integer.toString(r.seats()));
            fact(facts, "guide", r.guide());
            blocks.add(new Block.Facts(facts));
        }
        return new Section("agenda", words.of("handbook.agenda"), blocks);
    }

    private void fact(List<List<String>> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(List.of(words.of("handbook." + key), value));
        }
    }

    private List<String> heads(String... keys) {
        return List.of(keys).stream().map(k -> words.of("handbook." + k)).toList();
    }

    /** For itself, the organiser and who goes there. */
    private Section company(Company c) {
        List<Block> blocks = new ArrayList<>(Block.paragraphs(c.intro()));
        blocks.add(new Block.Heading(words.of("handbook.posts")));
        c.posts().forEach(p -> blocks.add(new Block.Paragraph("· " + p)));
        if (c.posts().isEmpty()) {
            blocks.add(new Block.Paragraph(words.of("handbook.none")));
        }
        List<List<String>> facts = new ArrayList<>();
        fact(facts, "recruiters", c.recruiters());
        fact(facts, "phone", c.phone());
        fact(facts, "desks", Integer.toString(c.desks()));
        blocks.add(new Block.Facts(facts));
        return new Section("company-" + c.badge(), c.badge() + " " + c.name(), blocks);
    }

    /** All enterprises, with what everybody may know. */
    private Section list() {
        return new Section(
                "companies",
                words.of("handbook.companies"),
                List.of(new Block.Grid(
                        heads("badge", "company", "posts"),
                        List.of(1, 4, 7),
                        book.companies().stream()
                                .map(c -> List.of(c.badge(), c.name(), String.join("；", c.posts())))
                                .toList())));
    }

    private Section desk(Company c) {
        List<List<String>> rows = new ArrayList<>();
        for (Talk t : known().toList()) {
            if (t.company().equals(c.id())) {
                Person p = one(people, t.person());
                String name = p.consent() ? p.name() : p.discreet();
                String contact = p.consent() ? p.phone() : "";
                rows.add(List.of(
                        Words.span(t.from(), t.to()),
                        Integer.toString(t.table()),
                        p.badge() + " " + name,
                        Words.lines(p.about(), p.skills(), contact),
                        String.join("；", t.posts()),
                        ""));
            }
        }
        rows.sort(Comparator.comparing((List<String> r) -> r.get(0)).thenComparing(r -> r.get(1)));
        return new Section(
                "desk-" + c.badge(),
                words.of("handbook.desk", c.badge() + " " + c.name()),
                List.of(grid(List.of(3, 1, 3, 5, 4, 3), rows, "when", "table", "person", "about", "talk", "note")));
    }

    private Section day(Person p) {
        List<List<String>> rows = new ArrayList<>();
        for (Talk t : known().toList()) {
            if (t.person().equals(p.id())) {
                Company c = one(companies, t.company());
                rows.add(List.of(
                        Words.span(t.from(), t.to()),
                        c.badge() + "-" + t.table(),
                        c.name(),
                        String.join("；", t.posts()),
                        Words.lines(c.recruiters(), c.phone()),
                        ""));
            }
        }
        rows.sort(Comparator.comparing(r -> r.get(0)));
        List<Block> blocks = new ArrayList<>();
        if (!p.stay().isBlank()) {
            blocks.add(new Block.Facts(List.of(List.of(words.of("handbook.stay"), p.stay()))));
        }
        if (!p.door().isEmpty()) {
            blocks.add(new Block.Code(p.door(), words.of("handbook.door", p.badge())));
        }
        blocks.add(grid(List.of(3, 2, 4, 5, 3, 3), rows, "when", "table", "company", "talk", "recruiters", "note"));
        return new Section("day-" + p.badge(), words.of("handbook.day", p.badge() + " " + p.name()), blocks);
    }

    private Block grid(List<Integer> widths, List<List<String>> rows, String... heads) {
        return rows.isEmpty()
                ? new Block.Paragraph(words.of("handbook.noTalks"))
                : new Block.Grid(heads(heads), widths, rows);
    }

    private void text(List<Section> all, String key, String text) {
        if (!text.isBlank()) {
            all.add(new Section(key, words.of("handbook." + key), Block.paragraphs(text)));
        }
    }

    private Section feedback() {
        List<Block> blocks = new ArrayList<>(Block.paragraphs(book.texts().feedback()));
        if (!(audience instanceof Audience.OfOrganiser)) {
            boolean person = audience instanceof Audience.OfPerson;
            blocks.add(grid(
                    List.of(3, 5, 6),
                    talks().stream()
                            .map(t -> List.of(
                                    Words.span(t.from(), t.to()),
                                    person ? company(t).name() : badge(t) + " " + called(t),
                                    words.of("handbook.outcomes")))
                            .toList(),
                    "when",
                    person ? "company" : "person",
                    "outcome"));
        }
        if (!book.texts().answer().isEmpty()) {
            blocks.add(new Block.Code(book.texts().answer(), words.of("handbook.answer")));
        }
        blocks.add(new Block.Heading(words.of("handbook.suggestions")));
        blocks.add(new Block.Lines(6));
        return new Section("feedback", words.of("handbook.feedback"), blocks);
    }
}
