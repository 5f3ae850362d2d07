package org.talenthub.editions.ranking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.needs.Need;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Officials correct which demands are one need. */
@Component
public class Repeats {

    /** Pairs that one decision may be about. */
    private static final int MOST_PAIRS = 2_000;

    private final Rankings rankings;
    private final NeedVerdicts verdicts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Rights rights;

    Repeats(Rankings rankings, NeedVerdicts verdicts, Audit audit, ApplicationEventPublisher events, Rights rights) {
        this.events = events;
        this.rights = rights;
        this.rankings = rankings;
        this.verdicts = verdicts;
        this.audit = audit;
    }

    /**
     * Makes several clusters one.
     *
     * @throws Problem 404 when one of them is not there (any more); 422 for fewer than two, or a post and a challenge
     */
    @Transactional
    public long join(Collection<Long> clusters, LocalDate day, Viewer viewer) {
        List<Ranked> all = new HashSet<>(clusters)
                .stream()
                        .map(id -> one(id, day, viewer))
                        .sorted((a, b) -> Long.compare(a.id(), b.id()))
                        .toList();
        if (all.size() < 2) {
            throw Problem.unusable("cluster.few", Sentence.of("refused.cluster.few"));
        }
        if (all.stream().map(r -> r.cluster().challenge()).distinct().count() > 1) {
            throw Problem.unusable("cluster.kinds", Sentence.of("refused.cluster.kinds"));
        }
        Ranked first = all.getFirst();
        for (int i = 0; i < all.size(); i++) {
            for (Ranked other : all.subList(i + 1, all.size())) {
                bounded(all.get(i).cluster().needs().size()
                        * other.cluster().needs().size());
                verdicts.decide(
                        ids(all.get(i).cluster().needs()), ids(other.cluster().needs()), true, viewer);
            }
        }
        audit.record(viewer, "cluster.join", "cluster", Ids.text(first.id()), all.size() + " clusters");
        events.publishEvent(new Rankings.Regrouped());
        return first.id();
    }

    /**
     * Takes some demands out of a cluster.
     *
     * @return ids of what it became
     * @throws Problem 404 when it is not there; 422 when the demands are not in it, or are all of it
     */
    @Transactional
    public List<Long> split(long cluster, Collection<Long> demands, LocalDate day, Viewer viewer) {
        Ranked whole = one(cluster, day, viewer);
        Set<Long> out = new TreeSet<>(demands);
        Set<Long> rest = ids(whole.cluster().needs());
        if (out.isEmpty() || !rest.containsAll(out) || out.size() == rest.size()) {
            throw Problem.unusable("cluster.split", Sentence.of("refused.cluster.split"));
        }
        rest.removeAll(out);
        bounded(out.size() * rest.size());
        verdicts.decide(out, rest, false, viewer);
        // what held the one half together may be in the other
        together(out, viewer);
        together(rest, viewer);
        audit.record(viewer, "cluster.split", "cluster", Ids.text(cluster), out.size() + " / " + rest.size());
        events.publishEvent(new Rankings.Regrouped());
        return List.of(rest.iterator().next(), out.iterator().next());
    }

    private void together(Set<Long> demands, Viewer viewer) {
        Iterator<Long> all = demands.iterator();
        Long first = all.next();
        if (all.hasNext()) {
            Set<Long> others = new TreeSet<>(demands);
            others.remove(first);
            verdicts.decide(Set.of(first), others, true, viewer);
        }
    }

    private static void bounded(int pairs) {
        if (pairs > MOST_PAIRS) {
            throw Problem.unusable("cluster.large", Sentence.of("refused.cluster.large"));
        }
    }

    private Ranked one(long id, LocalDate day, Viewer viewer) {
        rights.require(Act.EDIT, Thing.EDITION, viewer, Sentence.of("refused.forbidden.needs"));
        return List.of(false, true).stream()
                .flatMap(challenges -> rankings.on(day, challenges, viewer).stream())
                .filter(r -> r.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Set<Long> ids(Collection<Need> needs) {
        return needs.stream().map(Need::demand).collect(Collectors.toCollection(TreeSet::new));
    }
}
