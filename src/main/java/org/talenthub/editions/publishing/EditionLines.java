package org.talenthub.editions.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.Edition;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.model.EditionLine;
import org.talenthub.editions.needs.Need;
import org.talenthub.editions.ranking.Ranked;
import org.talenthub.editions.ranking.Rankings;
import org.talenthub.editions.urgency.KeyListRules;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** Takes needs into an edition. */
@Component
class EditionLines {

    private final Rankings rankings;
    private final LineWords words;
    private final Records records;
    private final KeyListRules rules;

    EditionLines(Rankings rankings, LineWords words, Records records, KeyListRules rules) {
        this.rankings = rankings;
        this.words = words;
        this.records = records;
        this.rules = rules;
    }

    /** @param clusters null for the most urgent ones */
    void take(Edition e, @Nullable List<Long> clusters, Viewer viewer) {
        if (clusters != null && clusters.isEmpty()) {
            return;
        }
        List<Ranked> all = rankings.on(EditionReading.asked(e), e.kind() == EditionKind.CHALLENGE, viewer);
        List<Ranked> wanted = clusters == null
                ? all.stream().limit(rules.draft()).toList()
                : clusters.stream().distinct().map(id -> one(all, id)).toList();
        Map<Long, RecordSnapshot> open = records.snapshots(wanted.stream()
                .flatMap(r -> r.cluster().open().stream())
                .map(Need::demand)
                .collect(Collectors.toSet()));
        wanted.forEach(r -> {
            List<RecordSnapshot> of = r.cluster().open().stream()
                    .map(n -> open.get(n.demand()))
                    .filter(Objects::nonNull)
                    .toList();
            e.take(new EditionLine(r.id(), ids(of), words.of(e.kind(), r.cluster(), of), r.figures()));
        });
    }

    private static Collection<Long> ids(List<RecordSnapshot> demands) {
        return demands.stream().map(RecordSnapshot::id).toList();
    }

    /** Also by the id of any of its demands, which an older page may know it by. */
    private static Ranked one(List<Ranked> all, long id) {
        return all.stream()
                .filter(r -> r.id() == id)
                .findFirst()
                .or(() -> all.stream()
                        .filter(r -> r.cluster().open().stream().anyMatch(n -> n.demand() == id))
                        .findFirst())
                .orElseThrow(() -> Problem.unusable("cluster.gone", Sentence.of("refused.cluster.gone", Ids.text(id))));
    }
}
