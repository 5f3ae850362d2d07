package org.talenthub.portal.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Link;
import org.talenthub.portal.Look;
import org.talenthub.portal.Marked;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.entity.Entities;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchResult.Hit;
import org.talenthub.search.kinds.KindTraits;

/** Lays results out as a table with the columns that somebody chose. */
@Component
class Tables {

    /** Parts of the first column, or codes whose words stand in another. */
    private static final Set<String> LEFT_OUT =
            Set.of("name", "employerCode", "enterpriseCode", "hostCode", "carrierType");

    private final Hits hits;
    private final Entities entities;
    private final Words words;

    Tables(Hits hits, Entities entities, Words words) {
        this.hits = hits;
        this.entities = entities;
        this.words = words;
    }

    TableView of(Kind kind, List<Hit> found, Look look) {
        String title = KindTraits.of(kind).title();
        List<Column> all = words.feed(kind.type()).columns();
        List<Column> choice = all.stream()
                .filter(c -> !c.sensitive())
                .filter(c -> !LEFT_OUT.contains(c.field()) && !c.field().equals(title))
                .toList();
        Set<String> wanted =
                Set.copyOf(look.columns().isEmpty() ? KindTraits.of(kind).columns() : look.columns());
        List<Column> shown =
                choice.stream().filter(c -> wanted.contains(c.field())).toList();
        return new TableView(
                all.stream()
                        .filter(c -> c.field().equals(title))
                        .map(words::column)
                        .findFirst()
                        .orElse(""),
                shown.stream().map(c -> column(c, true)).toList(),
                choice.stream().map(c -> column(c, wanted.contains(c.field()))).toList(),
                found.stream().map(hit -> row(hit, shown)).toList());
    }

    private TableView.Column column(Column c, boolean shown) {
        return new TableView.Column(c.field(), words.column(c), shown, number(c));
    }

    private static boolean number(Column c) {
        return c.type() == ColumnType.INTEGER;
    }

    private TableView.Row row(Hit hit, List<Column> columns) {
        Seen seen = new Seen(hit.record());
        Marked marked = new Marked(hit.highlights());
        return new TableView.Row(
                hits.of(hit), columns.stream().map(c -> cell(seen, c, marked)).toList());
    }

    private TableView.Cell cell(Seen seen, Column c, Marked marked) {
        List<Link> values = entities.values(seen, c);
        String shownAs = c.field().endsWith("Name")
                ? c.field().substring(0, c.field().length() - "Name".length())
                : c.field() + "Label";
        return new TableView.Cell(
                values.stream().map(Link::text).collect(Collectors.joining("、")),
                number(c),
                values.stream()
                        .map(v -> new HitView.Piece(marked.html(v.text(), c.field(), shownAs), v.href()))
                        .toList());
    }
}
