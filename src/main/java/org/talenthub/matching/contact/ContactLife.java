package org.talenthub.matching.contact;

import java.util.EnumSet;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;
import org.talenthub.matching.pairs.life.Hand;

/** What may be done with a request for contact, and by whom. */
final class ContactLife {

    /** What is done. */
    enum Act {
        YES,
        NO,
        CLOSE
    }

    static final Transitions<ContactState, Act, Hand> TABLE = Transitions.of(
            "contact",
            "action.not-now",
            new Row<>(
                    Act.YES,
                    EnumSet.of(Hand.SOURCE, Hand.DEPARTMENT),
                    EnumSet.of(ContactState.ASKED),
                    ContactState.YES),
            new Row<>(
                    Act.NO, EnumSet.of(Hand.SOURCE, Hand.DEPARTMENT), EnumSet.of(ContactState.ASKED), ContactState.NO),
            new Row<>(
                    Act.CLOSE,
                    EnumSet.of(Hand.DEMAND, Hand.DEPARTMENT, Hand.MATCHMAKER, Hand.HUB),
                    EnumSet.of(ContactState.ASKED),
                    ContactState.CLOSED));

    private ContactLife() {}
}
