package org.talenthub.portal.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.entity.EntityView.Fact;
import org.talenthub.portal.entity.EntityView.Group;
import org.talenthub.portal.entity.EntityView.Item;
import org.talenthub.records.RecordView;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.search.SearchQuery;
import org.talenthub.web.Texts;

/** Lays a record out as a page: facts in the order of its sheet, with the job description's words. */
@Component
public class Entities {

    /** Longer texts take the whole width. */
    private static final int WIDE = 28;

    /** Columns that say the same as a part of the header or of a neighbour. */
    private static final Set<String> SAID = Set.of("name", "employerCode", "enterpriseCode", "hostCode", "carrierType");

    private static final String INDUSTRIES = "industries";
    private static final Set<String> AROUND = Set.of("industry", "region");

    private final Faces faces;
    private final Words words;
    private final Texts texts;

    Entities(Faces faces, Words words, Texts texts) {
        this.faces = faces;
        this.words = words;
        this.texts = texts;
    }

    /** @param nearest the demands that are nearest to a person's skills, null where there are none or nobody asked */
    EntityView of(
            RecordView record, List<Links.Group> links, Provenance provenance, EntityView.@Nullable Group nearest) {
        Seen seen = new Seen(record);
        Face face = faces.of(seen);
        Kind kind = seen.kind();
        return new EntityView(
                face.title(),
                seen.href(),
                List.of(new Link(
                        texts.text("kind." + kind.path()),
                        Address.search(kind.path()).toString())),
                face.tags(),
                face.urgent(),
                Stream.concat(face.lead().stream(), face.second().stream())
                        .map(p -> new Link(
                                p.text(),
                                p.field().equals("region")
                                        ? seen.text("region")
                                                .map(code -> Address.of("regions", code))
                                                .orElse(null)
                                        : p.href()))
                        .toList(),
                skills(kind, seen, face),
                note(record),
                facts(seen, face, provenance),
                !provenance.byField().isEmpty(),
                provenance,
                record.version(),
                groups(
                        links,
                        g -> g.query().filters().containsKey("id")
                                // who reports it is told by name and date, all of them
                                && !(g.rel().equals("station")
                                        && !provenance.reporters().isEmpty())),
                Stream.concat(
                                Stream.ofNullable(nearest),
                                groups(
                                        links,
                                        g -> !g.query().filters().containsKey("id")
                                                && !AROUND.contains(g.rel())
                                                && (nearest == null || !g.rel().equals("sameDemands")))
                                        .stream())
                        .toList(),
                groups(links, g -> AROUND.contains(g.rel())));
    }

    private static List<Link> skills(Kind kind, Seen seen, Face face) {
        List<String> values = seen.list(face.skillField());
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < face.skills().size(); i++) {
            links.add(new Link(
                    face.skills().get(i),
                    face.skillField().equals(INDUSTRIES)
                            ? Address.of("chains", values.get(i))
                            : Address.search(kind.path())
                                    .with("q", values.get(i))
                                    .toString()));
        }
        return links;
    }

    private static @Nullable String note(RecordView record) {
        return switch (record.visibility()) {
            case ANONYMISED -> "entity.anonymised";
            case NO_CONTACT -> record.type().equals("talent") ? "entity.noContact" : null;
            case NONE, PUBLIC, FULL -> null;
        };
    }

    private List<Fact> facts(Seen seen, Face face, Provenance provenance) {
        Feed feed = words.feed(seen.record().type());
        List<Fact> facts = new ArrayList<>();
        for (Column c : feed.columns()) {
            if (SAID.contains(c.field()) || c.field().equals(face.skillField())) {
                continue;
            }
            List<Link> values = new ArrayList<>(placed(seen, c));
            unlisted(seen, c).ifPresent(values::add);
            if (!values.isEmpty()) {
                int length =
                        values.stream().mapToInt(v -> v.text().length() + 1).sum();
                facts.add(new Fact(
                        words.column(c),
                        values,
                        length > WIDE,
                        provenance.byField().get(c.field()),
                        provenance.mark(c.field())));
            }
        }
        return facts;
    }

    /** Its place and its industries lead to their pages, from which the searches go on. */
    private List<Link> placed(Seen seen, Column c) {
        List<Link> values = values(seen, c);
        List<String> codes = c.type() == ColumnType.REGION
                ? seen.text("region").stream().toList()
                : c.field().equals(INDUSTRIES) ? seen.list(INDUSTRIES) : List.of();
        String pages = c.type() == ColumnType.REGION ? "regions" : "chains";
        return codes.size() != values.size() || codes.isEmpty()
                ? values
                : IntStream.range(0, codes.size())
                        .mapToObj(i -> new Link(values.get(i).text(), Address.of(pages, codes.get(i))))
                        .toList();
    }

    /** That the named enterprise is in no directory, and what else names it. */
    private Optional<Link> unlisted(Seen seen, Column c) {
        if (!c.field().endsWith("Name")) {
            return Optional.empty();
        }
        String as = c.field().substring(0, c.field().length() - "Name".length());
        return seen.ref(as)
                .flatMap(r -> seen.named(as, r))
                .map(href -> new Link(texts.text("entity.unlisted." + as), href));
    }

    /** What a column of the record's sheet says, as words with links. */
    public List<Link> values(Seen seen, Column c) {
        if (c.field().endsWith("Name") && (c.type() == ColumnType.TEXT || c.type() == ColumnType.NAME)) {
            String as = c.field().substring(0, c.field().length() - "Name".length());
            Optional<Seen.Ref> ref = seen.ref(as);
            if (ref.isPresent()) {
                String path = as.equals("base") ? "bases" : "enterprises";
                String id = ref.get().id();
                return List.of(new Link(
                        ref.get().name(), id == null ? seen.named(as, ref.get()).orElse(null) : Address.of(path, id)));
            }
        }
        return switch (c.type()) {
            case REGION ->
                seen.ref("region")
                        .map(r -> List.of(new Link(
                                words.region(seen.text("region").orElse(""), r.name()),
                                Address.search(seen.kind().path())
                                        .with("region", seen.text("region").orElse(""))
                                        .toString())))
                        .orElse(List.of());
            case CODE -> codes(seen, c);
            case MONEY_RANGE ->
                words.salary(seen).map(t -> List.of(Link.plain(t))).orElse(List.of());
            case URL ->
                seen.list(c.field()).stream().map(u -> new Link(u, web(u))).toList();
            case INTEGER ->
                seen.number(c.field())
                        .map(n -> List.of(Link.plain(Texts.number(n))))
                        .orElse(List.of());
            default -> seen.list(c.field()).stream().map(Link::plain).toList();
        };
    }

    private List<Link> codes(Seen seen, Column c) {
        List<String> all = words.of(seen, c.field());
        List<String> codes = seen.list(c.field());
        boolean industries = c.field().equals(INDUSTRIES);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            links.add(new Link(
                    all.get(i),
                    industries
                            ? Address.search(seen.kind().path())
                                    .with("industry", codes.get(i))
                                    .toString()
                            : null));
        }
        return links;
    }

    /** Only web addresses become links: what people type into a cell is not trusted. */
    private static @Nullable String web(String url) {
        return url.startsWith("https://") || url.startsWith("http://") ? url : null;
    }

    private List<Group> groups(List<Links.Group> links, Predicate<Links.Group> which) {
        return links.stream().filter(which).map(this::group).toList();
    }

    /** A single neighbour is its own way on; of many the search behind the number is. */
    private Group group(Links.Group g) {
        SearchQuery q = g.query();
        Address all = Address.search(g.kind().path()).with("q", q.q());
        for (var filter : q.filters().entrySet()) {
            all = all.with(filter.getKey(), filter.getValue());
        }
        return new Group(
                g.label(),
                g.total(),
                q.filters().containsKey("id") ? null : all.toString(),
                g.items().stream().map(this::item).toList());
    }

    Item item(RecordView record) {
        Seen seen = new Seen(record);
        Face face = faces.of(seen);
        String note = Stream.concat(face.second().stream(), face.lead().stream())
                .map(Face.Part::text)
                .findFirst()
                .orElse("");
        return new Item(face.title(), seen.href(), note);
    }
}
