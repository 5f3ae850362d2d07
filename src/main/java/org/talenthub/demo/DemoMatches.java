package org.talenthub.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.matching.placements.Placing;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * What became of some pairs of a demo hub: decided, referred, on their way, arrived, come to nothing. It waits until the hub has found pairs by
 * itself, then decides as officials would, once; a demo where somebody has decided already stays as it is.
 */
@Component
class DemoMatches implements Background {

    private static final Viewer OFFICE = new Viewer(0, "hub", "省委人才办（演示）", Role.PROVINCE, null, null, null);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration DONE = Duration.ofDays(1);

    /** What is decided takes its turn along this list, again and again. */
    private static final List<Fate> FATES = List.of(
            new Fate(PairState.SHORTLISTED, null),
            new Fate(null, null, Action.INTENT, Action.SIGN, Action.ARRIVE),
            new Fate(PairState.REFERRED, null),
            new Fate(null, "SALARY", Action.INTENT, Action.CLOSE),
            new Fate(PairState.DISMISSED, "EXPERIENCE"),
            new Fate(null, null, Action.INTENT),
            new Fate(PairState.NOT_REFERRED, "UNAVAILABLE"),
            new Fate(null, null, Action.INTENT, Action.SIGN),
            new Fate(PairState.DISMISSED, "PLACE"),
            new Fate(null, null));

    private static final int MANY = 40;

    private final HubMode mode;
    private final PairBook book;
    private final Placing placing;
    private final PlacementLists placements;
    private final Worker worker = new Worker(
            Stage.FILLING, "demo-matches", "the demo's pairs are not decided yet, trying again", this::decide);

    DemoMatches(HubMode mode, PairBook book, Placing placing, PlacementLists placements) {
        this.mode = mode;
        this.book = book;
        this.placing = placing;
        this.placements = placements;
    }

    /**
     * @param decided null for a pair that goes on its way
     * @param reason of a decision, or of an end
     * @param actions what happens on the way, in turn
     */
    private record Fate(
            @Nullable PairState decided, @Nullable String reason, List<Action> actions) {

        Fate(@Nullable PairState decided, @Nullable String reason, Action... actions) {
            this(decided, reason, List.of(actions));
        }
    }

    @Override
    public Worker worker() {
        return worker;
    }

    private Duration decide() {
        if (!mode.demo() || decided()) {
            return DONE;
        }
        List<PairBook.Line> found = book.list(
                        new PairBook.Asked(null, null, Set.of(PairState.NEW), false),
                        new Paging(0, Paging.MOST),
                        OFFICE)
                .lines();
        Set<Long> demands = new HashSet<>();
        Set<Long> people = new HashSet<>();
        List<PairBook.Line> different = found.stream()
                .filter(l ->
                        demands.add(l.pair().demand()) && people.add(l.pair().talent()))
                .limit(MANY)
                .toList();
        if (different.size() < FATES.size()) {
            return LOOK_AGAIN;
        }
        int n = 0;
        for (PairBook.Line line : different) {
            Fate fate = FATES.get(n++ % FATES.size());
            try {
                meet(line.demand().id(), line.person().id(), fate);
            } catch (Problem e) {
                if (e.status() >= 500) {
                    throw e;
                }
                // no free head, or the person arrived elsewhere: what the hub refuses does not happen
            }
        }
        return DONE;
    }

    private boolean decided() {
        Paging one = new Paging(0, 1);
        PairBook.Asked kept = new PairBook.Asked(null, null, Set.of(PairState.SHORTLISTED, PairState.REFERRED), false);
        return book.list(kept, one, OFFICE).total() > 0
                && placements
                                .list(new PlacementLists.Asked(null, null, Set.of()), one, OFFICE)
                                .total()
                        > 0;
    }

    private void meet(String demand, String talent, Fate fate) {
        if (fate.decided != null) {
            book.decide(demand, talent, fate.decided, fate.reason, null, OFFICE);
            return;
        }
        String id = Ids.text(
                placing.begin(demand, talent, null, OFFICE).line().placement().id());
        for (Action a : fate.actions) {
            placing.act(id, a, a == Action.CLOSE ? fate.reason : null, null, OFFICE);
        }
    }
}
