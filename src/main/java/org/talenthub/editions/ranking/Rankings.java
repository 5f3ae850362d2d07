package org.talenthub.editions.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.talenthub.editions.model.Figures;
import org.talenthub.editions.needs.Cluster;
import org.talenthub.editions.needs.Need;
import org.talenthub.editions.urgency.Bands.Standing;
import org.talenthub.editions.urgency.IndexRules;
import org.talenthub.editions.urgency.KeyListRules;
import org.talenthub.editions.urgency.Shortage;
import org.talenthub.editions.urgency.Urgency;
import org.talenthub.records.RecordsChanged;
import org.talenthub.security.Viewer;

/** The needs of a day, the most urgent first; kept for a moment, since every page and every draft asks for all of them. */
@Component
public class Rankings {

    private final DemandNeeds needs;
    private final NeedVerdicts verdicts;
    private final NeedSupply supply;
    private final KeyListRules rules;
    private final Cache<Asked, List<Ranked>> kept;

    /** @param keep how long numbers of the pool may be old ({@code hub.key-list.keep}) */
    Rankings(
            DemandNeeds needs,
            NeedVerdicts verdicts,
            NeedSupply supply,
            KeyListRules rules,
            @Value("${hub.key-list.keep:20s}") Duration keep) {
        this.needs = needs;
        this.verdicts = verdicts;
        this.supply = supply;
        this.rules = rules;
        this.kept = Caffeine.newBuilder().maximumSize(4).expireAfterWrite(keep).build();
    }

    private record Asked(LocalDate day, boolean challenges) {}

    /**
     * Of posts, or of challenges; each that is open on that day.
     *
     * @param viewer who may see all demands and all people
     */
    public List<Ranked> on(LocalDate day, boolean challenges, Viewer viewer) {
        return kept.get(new Asked(day, challenges), asked -> ranked(asked, viewer));
    }

    /** It was decided anew which demands are one need. */
    record Regrouped() {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void regrouped(Regrouped event) {
        kept.invalidateAll();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(RecordsChanged changed) {
        if (changed.type().equals("demand")) {
            kept.invalidateAll();
        }
    }

    private List<Ranked> ranked(Asked asked, Viewer viewer) {
        List<Cluster> clusters = rules
                .clustering()
                .of(
                        needs.on(asked.day).stream()
                                .filter(n -> n.challenge() == asked.challenges)
                                .toList(),
                        verdicts.all())
                .stream()
                .filter(c -> !c.open().isEmpty())
                .toList();
        List<NeedSupply.Of> supplies = supply.of(clusters, viewer);
        Map<Long, Figures> figures = new LinkedHashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster c = clusters.get(i);
            figures.put(c.id(), figures(c, supplies.get(i), asked.day.getYear()));
        }
        Map<Long, Double> index = new HashMap<>();
        figures.forEach((id, f) -> index.put(id, f.index()));
        Map<Long, Standing> standings = rules.bands().of(index);
        List<Ranked> all = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster c = clusters.get(i);
            all.add(new Ranked(
                    c,
                    Objects.requireNonNull(figures.get(c.id())),
                    Objects.requireNonNull(standings.get(c.id())),
                    supplies.get(i).skilled(),
                    supply.query(c)));
        }
        all.sort(Comparator.comparingInt((Ranked r) -> r.standing().place()).thenComparingLong(Ranked::id));
        return List.copyOf(all);
    }

    private Figures figures(Cluster c, NeedSupply.Of people, int year) {
        IndexRules r = rules.index();
        List<Need> open = c.open();
        Urgency urgency = r.urgency(new Urgency.Situation(
                c.gap(),
                people.fit(),
                c.yearsUnmet(year),
                r.chain(c.industries()),
                open.stream()
                        .mapToDouble(n -> r.difficulty().of(n.asked()))
                        .max()
                        .orElse(0)));
        return new Figures(
                c.heads(),
                c.gap(),
                open.size(),
                (int) open.stream().map(Need::enterprise).distinct().count(),
                urgency.index(),
                urgency.parts(),
                Shortage.of(c.gap(), several(people.skilled()), several(people.fit()), rules.shortage()),
                c.yearsUnmet(year),
                people.fit(),
                List.copyOf(c.industries()),
                open.stream()
                        .map(Need::region)
                        .filter(Objects::nonNull)
                        .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf)));
    }

    /** What a public kind of shortage may hang on: fewer people than are told apart are none. */
    private static long several(long people) {
        return people < Urgency.FEW ? 0 : people;
    }
}
