package org.talenthub.matching.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Problem;
import org.talenthub.matching.contact.ContactLife.Act;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;

/** What may be done with a request for contact, cell by cell, written down a second time. */
class ContactLifeTests {

    /** State by what is done: D demand's side, S the person's, O departments, M matchmaker, H the hub; - nobody. */
    private static final String TABLE = """
            from   YES NO CLOSE
            ASKED  SO  SO DOMH
            YES    -   -  -
            NO     -   -  -
            CLOSED -   -  -
            """;

    private static final String LETTERS = "DSOMH";
    private static final List<Hand> HANDS =
            List.of(Hand.DEMAND, Hand.SOURCE, Hand.DEPARTMENT, Hand.MATCHMAKER, Hand.HUB);

    @Test
    void everyCellIsAsWrittenAndEveryOtherIsRefused() {
        List<String[]> lines = TABLE.lines().map(l -> l.split("\\s+")).toList();
        int cells = 0;
        for (String[] line : lines.subList(1, lines.size())) {
            ContactState from = ContactState.valueOf(line[0]);
            for (int i = 1; i < line.length; i++) {
                Act act = Act.valueOf(lines.getFirst()[i]);
                for (Hand hand : HANDS) {
                    cells++;
                    if (line[i].indexOf(LETTERS.charAt(HANDS.indexOf(hand))) >= 0) {
                        assertThat(PairLife.step(ContactLife.TABLE, from, act, Set.of(hand)))
                                .isEqualTo(act == Act.CLOSE ? ContactState.CLOSED : ContactState.valueOf(act.name()));
                    } else {
                        Problem p = catchThrowableOfType(
                                Problem.class, () -> PairLife.step(ContactLife.TABLE, from, act, Set.of(hand)));
                        assertThat(p).as("%s %s %s", from, act, hand).isNotNull();
                        assertThat(p.status()).isIn(403, 409);
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(ContactState.values().length * Act.values().length * Hand.values().length);
    }
}
