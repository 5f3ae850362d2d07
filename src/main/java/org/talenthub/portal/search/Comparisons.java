package org.talenthub.portal.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.entity.Entities;
import org.talenthub.portal.entity.Face;
import org.talenthub.portal.entity.Faces;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.Column;
import org.talenthub.search.Kind;
import org.talenthub.search.kinds.KindTraits;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Lays a few records of one kind out side by side, each as the viewer may see it. */
@Component
class Comparisons {

    static final int MOST = 4;

    /** Codes whose words stand in the next row, and what the head of a column says already. */
    private static final Set<String> SAID = Set.of("name", "employerCode", "enterpriseCode", "hostCode", "carrierType");

    private final Records records;
    private final Faces faces;
    private final Entities entities;
    private final Words words;
    private final Texts texts;

    Comparisons(Records records, Faces faces, Entities entities, Words words, Texts texts) {
        this.records = records;
        this.faces = faces;
        this.entities = entities;
        this.words = words;
        this.texts = texts;
    }

    /**
     * @param wanted ids in the order of the columns
     * @throws Problem 404 when none exists for the viewer, 400 when there are too many or of several kinds
     */
    CompareView of(List<String> wanted, Viewer viewer) {
        Set<String> asked = new LinkedHashSet<>(wanted);
        if (asked.size() > MOST) {
            throw Problem.badRequest("compare.many", Sentence.of("refused.compare.many", MOST));
        }
        List<Long> ids = asked.stream().flatMap(id -> Ids.parse(id).stream()).toList();
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        List<Seen> seen = ids.stream()
                .map(views::get)
                .filter(Objects::nonNull)
                .map(Seen::new)
                .toList();
        if (seen.isEmpty()) {
            throw Problem.notFound();
        }
        Kind kind = seen.getFirst().kind();
        if (seen.stream().anyMatch(s -> s.kind() != kind)) {
            throw Problem.badRequest("compare.kinds", Sentence.of("refused.compare.kinds"));
        }
        List<String> shown = seen.stream().map(s -> s.record().id()).toList();
        return new CompareView(
                texts.text("compare.title." + kind.path()),
                kind.path(),
                Address.search(kind.path()).toString(),
                asked.size() - seen.size(),
                seen.stream().map(s -> head(s, shown)).toList(),
                rows(kind, seen));
    }

    private CompareView.Head head(Seen s, List<String> shown) {
        Face face = faces.of(s);
        List<String> others =
                shown.stream().filter(id -> !id.equals(s.record().id())).toList();
        return new CompareView.Head(
                s.record().id(),
                face.title(),
                s.href(),
                others.isEmpty() ? null : new Address("/compare", Map.of("id", others)).toString(),
                Stream.concat(Stream.ofNullable(face.urgent()), face.tags().stream())
                        .toList(),
                face.lead().stream().map(p -> new Link(p.text(), p.href())).toList());
    }

    private List<CompareView.Row> rows(Kind kind, List<Seen> seen) {
        List<CompareView.Row> rows = new ArrayList<>();
        String title = KindTraits.of(kind).title();
        for (Column c : words.feed(kind.type()).columns()) {
            if (c.sensitive() || SAID.contains(c.field()) || c.field().equals(title)) {
                continue;
            }
            List<List<Link>> cells =
                    seen.stream().map(s -> entities.values(s, c)).toList();
            if (cells.stream().anyMatch(v -> !v.isEmpty())) {
                boolean differs = cells.stream().distinct().count() > 1;
                rows.add(new CompareView.Row(words.column(c), differs, cells));
            }
        }
        return rows;
    }
}
