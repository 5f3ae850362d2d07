package org.talenthub.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Marked;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.entity.Face;
import org.talenthub.portal.entity.Faces;
import org.talenthub.search.SearchResult.Hit;
import org.talenthub.web.Texts;

/** Makes result rows of hits. */
@Component
public class Hits {

    private static final int SKILLS = 8;

    private final Faces faces;
    private final Words words;
    private final Texts texts;

    Hits(Faces faces, Words words, Texts texts) {
        this.faces = faces;
        this.words = words;
        this.texts = texts;
    }

    public HitView of(Hit hit) {
        Seen seen = new Seen(hit.record());
        Face face = faces.of(seen);
        Marked marked = new Marked(hit.highlights());
        return new HitView(
                hit.record().id(),
                face.title(),
                seen.href(),
                seen.href() + "/preview",
                marked.html(face.title(), face.titleField(), "name"),
                face.tags(),
                face.urgent(),
                face.when(),
                Stream.of(face.lead(), face.second())
                        .filter(l -> !l.isEmpty())
                        .map(l -> l.stream().map(p -> piece(p, marked)).toList())
                        .toList(),
                face.text() == null
                        ? null
                        : marked.html(face.text().text(), face.text().field()),
                face.skills().stream()
                        .limit(SKILLS)
                        .map(v -> marked.html(v, face.skillField(), face.skillField() + "Label"))
                        .toList(),
                why(hit, face));
    }

    private static HitView.Piece piece(Face.Part p, Marked marked) {
        return new HitView.Piece(marked.html(p.text(), p.field(), p.field() + "Name", p.field() + "Label"), p.href());
    }

    /** Where it matched, and, where the row does not show that field, what stands there. */
    private @Nullable String why(Hit hit, Face face) {
        Set<String> shown = Stream.of(
                        face.lead().stream().map(Face.Part::field),
                        face.second().stream().map(Face.Part::field),
                        Stream.of(
                                face.titleField(),
                                face.skillField(),
                                face.text() == null ? "" : face.text().field()))
                .flatMap(s -> s)
                .collect(Collectors.toSet());
        List<String> parts = new ArrayList<>();
        for (String field : hit.matched()) {
            words.matched(hit.record().type(), field).ifPresent(label -> {
                List<String> fragments = hit.highlights().getOrDefault(field, List.of());
                parts.add(
                        shown.contains(field) || fragments.isEmpty()
                                ? label
                                : texts.text("search.matchedIn", label, Marked.safe(fragments.getFirst())));
            });
        }
        return parts.isEmpty() ? null : texts.text("search.matched", String.join(texts.text("search.and"), parts));
    }
}
