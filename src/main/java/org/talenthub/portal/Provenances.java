package org.talenthub.portal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordView;
import org.talenthub.records.Sources;
import org.talenthub.records.Visibility;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Puts into words where a record comes from, for those who see it in full. */
@Component
class Provenances {

    private final Sources sources;
    private final Texts texts;

    Provenances(Sources sources, Texts texts) {
        this.sources = sources;
        this.texts = texts;
    }

    Provenance of(RecordView record, Viewer viewer) {
        if (viewer.anonymous() || record.visibility() != Visibility.FULL) {
            return Provenance.NONE;
        }
        Sources.Origin origin = Ids.parse(record.id()).map(sources::of).orElse(new Sources.Origin(Map.of(), null));
        Map<String, String> said = new HashMap<>();
        origin.byField().forEach((field, source) -> said.put(field, source(source)));
        Optional<Sources.Source> everything = Optional.ofNullable(origin.everything());
        return new Provenance(
                said,
                everything.map(this::source).orElse(null),
                Stream.concat(origin.byField().values().stream(), everything.stream())
                        .max(Comparator.comparing(Sources.Source::at))
                        .map(s -> texts.text("entity.known", reporter(s), Texts.time(s.at())))
                        .orElse(null));
    }

    private String source(Sources.Source s) {
        return texts.text("entity.source", reporter(s), Texts.time(s.at()), String.valueOf(s.row()));
    }

    private String reporter(Sources.Source s) {
        return s.reporter().isEmpty() ? texts.text("entity.province") : s.reporter();
    }
}
