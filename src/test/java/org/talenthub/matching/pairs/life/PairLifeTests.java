package org.talenthub.matching.pairs.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Problem;

/** What may be decided about a pair, cell by cell, written down a second time. */
class PairLifeTests {

    /** State by what is decided: D demand's side, S the person's, O departments, M matchmaker, H the hub; - nobody. */
    private static final String TABLE = """
            from         SEEN SHORTLISTED ASKED REFERRED NOT_REFERRED NOT_SELECTED DECLINED DISMISSED NEW
            NEW          DSOM DOM         DOM   SOM      SOM          -            SOM      DOM       H
            SEEN         DSOM DOM         DOM   SOM      SOM          -            SOM      DOM       -
            SHORTLISTED  -    DOM         DOM   SOM      SOM          DOM          SOM      DOM       -
            ASKED        -    -           DOM   SOM      SOM          DOM          SOM      DOM       -
            REFERRED     -    -           -     SOM      SOM          DOM          SOM      -         -
            NOT_REFERRED -    DOM         -     SOM      SOM          -            -        -         -
            NOT_SELECTED -    DOM         -     -        -            DOM          -        -         -
            DECLINED     -    -           -     -        -            -            SOM      -         -
            DISMISSED    -    DOM         DOM   -        -            -            -        DOM       H
            """;

    private static final String LETTERS = "DSOMH";
    private static final List<Hand> HANDS =
            List.of(Hand.DEMAND, Hand.SOURCE, Hand.DEPARTMENT, Hand.MATCHMAKER, Hand.HUB);

    @Test
    void everyCellIsAsWrittenAndEveryOtherIsRefused() {
        List<String[]> lines = TABLE.lines().map(l -> l.split("\\s+")).toList();
        String[] head = lines.getFirst();
        int cells = 0;
        for (String[] line : lines.subList(1, lines.size())) {
            PairState from = PairState.valueOf(line[0]);
            for (int i = 1; i < head.length; i++) {
                PairState to = PairState.valueOf(head[i]);
                for (Hand hand : HANDS) {
                    boolean may = line[i].indexOf(LETTERS.charAt(HANDS.indexOf(hand))) >= 0;
                    cells++;
                    if (may) {
                        assertThat(PairLife.step(from, to, Set.of(hand))).isEqualTo(to);
                        assertThat(PairLife.allowed(from, Set.of(hand))).contains(to);
                    } else {
                        Problem p = catchThrowableOfType(Problem.class, () -> PairLife.step(from, to, Set.of(hand)));
                        assertThat(p).as("%s %s %s", from, to, hand).isNotNull();
                        assertThat(p.status()).isIn(403, 409);
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(9 * 9 * 5);
    }

    @Test
    void whoIsOnBothSidesMayWhatEitherMay() {
        Set<Hand> both = EnumSet.of(Hand.DEMAND, Hand.SOURCE);
        List<PairState> allowed = new ArrayList<>(PairLife.allowed(PairState.NEW, both));
        assertThat(allowed).contains(PairState.SHORTLISTED, PairState.REFERRED);
        assertThat(PairLife.step(PairState.NEW, PairState.REFERRED, both)).isEqualTo(PairState.REFERRED);
    }

    @Test
    void nobodyIsRefusedWithAnAnswer() {
        assertThat(catchThrowableOfType(Problem.class, () -> PairLife.step(PairState.NEW, PairState.SEEN, Set.of()))
                        .status())
                .isEqualTo(403);
    }
}
