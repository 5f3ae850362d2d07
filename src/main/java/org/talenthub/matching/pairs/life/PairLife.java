package org.talenthub.matching.pairs.life;

import static org.talenthub.matching.pairs.life.Hand.DEMAND;
import static org.talenthub.matching.pairs.life.Hand.DEPARTMENT;
import static org.talenthub.matching.pairs.life.Hand.HUB;
import static org.talenthub.matching.pairs.life.Hand.MATCHMAKER;
import static org.talenthub.matching.pairs.life.Hand.SOURCE;
import static org.talenthub.matching.pairs.life.PairState.ASKED;
import static org.talenthub.matching.pairs.life.PairState.DECLINED;
import static org.talenthub.matching.pairs.life.PairState.DISMISSED;
import static org.talenthub.matching.pairs.life.PairState.NEW;
import static org.talenthub.matching.pairs.life.PairState.NOT_REFERRED;
import static org.talenthub.matching.pairs.life.PairState.NOT_SELECTED;
import static org.talenthub.matching.pairs.life.PairState.REFERRED;
import static org.talenthub.matching.pairs.life.PairState.SEEN;
import static org.talenthub.matching.pairs.life.PairState.SHORTLISTED;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;

/** What may be decided about a pair, and by whom; what is done is named by the state it leads to. */
public final class PairLife {

    /** States that are told with a reason. */
    public static final Set<PairState> WITH_REASON = EnumSet.of(NOT_REFERRED, NOT_SELECTED, DISMISSED);

    public static final Transitions<PairState, PairState, Hand> TABLE = Transitions.of(
            "pair",
            "action.not-now",
            row(SEEN, EnumSet.of(DEMAND, SOURCE, DEPARTMENT, MATCHMAKER), NEW, SEEN),
            row(
                    SHORTLISTED,
                    EnumSet.of(DEMAND, DEPARTMENT, MATCHMAKER),
                    NEW,
                    SEEN,
                    SHORTLISTED,
                    DISMISSED,
                    NOT_REFERRED,
                    NOT_SELECTED),
            row(ASKED, EnumSet.of(DEMAND, DEPARTMENT, MATCHMAKER), NEW, SEEN, SHORTLISTED, ASKED, DISMISSED),
            row(
                    REFERRED,
                    EnumSet.of(SOURCE, DEPARTMENT, MATCHMAKER),
                    NEW,
                    SEEN,
                    SHORTLISTED,
                    ASKED,
                    REFERRED,
                    NOT_REFERRED),
            row(
                    NOT_REFERRED,
                    EnumSet.of(SOURCE, DEPARTMENT, MATCHMAKER),
                    NEW,
                    SEEN,
                    SHORTLISTED,
                    ASKED,
                    REFERRED,
                    NOT_REFERRED),
            row(NOT_SELECTED, EnumSet.of(DEMAND, DEPARTMENT, MATCHMAKER), SHORTLISTED, ASKED, REFERRED, NOT_SELECTED),
            row(
                    DECLINED,
                    EnumSet.of(SOURCE, DEPARTMENT, MATCHMAKER),
                    NEW,
                    SEEN,
                    SHORTLISTED,
                    ASKED,
                    REFERRED,
                    DECLINED),
            row(DISMISSED, EnumSet.of(DEMAND, DEPARTMENT, MATCHMAKER), NEW, SEEN, SHORTLISTED, ASKED, DISMISSED),
            // a dismissed pair comes back when something that was judged has changed
            row(NEW, EnumSet.of(HUB), NEW, DISMISSED));

    private PairLife() {}

    private static Row<PairState, PairState, Hand> row(PairState to, Set<Hand> by, PairState... from) {
        return new Row<>(to, by, EnumSet.copyOf(List.of(from)), to);
    }

    /** What may be decided with these hands now, in the states' order. */
    public static List<PairState> allowed(PairState from, Set<Hand> hands) {
        Set<PairState> allowed = EnumSet.noneOf(PairState.class);
        hands.forEach(h -> allowed.addAll(TABLE.allowed(from, h)));
        return List.copyOf(new LinkedHashSet<>(allowed));
    }

    /**
     * Where the decision leads with one of these hands.
     *
     * @throws Problem 403 when none of them may ever decide that, 409 when not now
     */
    public static PairState step(PairState from, PairState to, Set<Hand> hands) {
        return step(TABLE, from, to, hands);
    }

    /** The same for any table: the first hand that may; else the refusal of one that may at another time, else of the last. */
    public static <S extends Enum<S>, A extends Enum<A>> S step(
            Transitions<S, A, Hand> table, S from, A action, Set<Hand> hands) {
        Problem refusal = Problem.forbidden(Sentence.of("refused.forbidden.step"));
        for (Hand hand : hands) {
            try {
                return table.step(from, action, hand);
            } catch (Problem p) {
                refusal = p.status() == 409 || refusal.status() != 409 ? p : refusal;
            }
        }
        throw refusal;
    }
}
