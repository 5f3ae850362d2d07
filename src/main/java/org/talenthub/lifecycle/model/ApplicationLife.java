package org.talenthub.lifecycle.model;

import static org.talenthub.lifecycle.model.ApplicationLife.State.APPROVED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.CITY_PASSED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.CITY_REFUSED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.DRAFT;
import static org.talenthub.lifecycle.model.ApplicationLife.State.EXPERTS;
import static org.talenthub.lifecycle.model.ApplicationLife.State.RECOMMENDED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.REFUSED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.RETURNED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.SUBMITTED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.VISITED;
import static org.talenthub.lifecycle.model.ApplicationLife.State.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;

/**
 * What may happen to an application, and at which level: the city reviews first, the province decides (《湖北省人才基地建设工作指引（试行）》,
 * 《湖北省人才驿站建设工作指引（试行）》: 申报 → 初审 → 评审 → 批复).
 */
public final class ApplicationLife {

    /** Where an application stands. */
    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        CITY_PASSED,
        CITY_REFUSED,
        EXPERTS,
        VISITED,
        RECOMMENDED,
        NOTICE,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** What is done. {@code UNDO} leads back to where it came from, which only the application knows. */
    public enum Action {
        SUBMIT,
        RETURN,
        PASS,
        REFUSE,
        ASSIGN,
        VISIT,
        RECOMMEND,
        NOTICE,
        APPROVE,
        WITHDRAW,
        UNDO
    }

    /** Who acts: a level of the departments. */
    public enum Level {
        CITY,
        PROVINCE
    }

    private static final Set<Level> CITY = EnumSet.of(Level.CITY);
    private static final Set<Level> PROVINCE = EnumSet.of(Level.PROVINCE);

    static final Transitions<State, Action, Level> TABLE = Transitions.of(
            "application",
            "action.not-now",
            row(Action.SUBMIT, CITY, SUBMITTED, DRAFT, RETURNED),
            row(Action.RETURN, CITY, RETURNED, SUBMITTED),
            row(Action.PASS, CITY, CITY_PASSED, SUBMITTED),
            row(Action.REFUSE, CITY, CITY_REFUSED, SUBMITTED),
            row(Action.ASSIGN, PROVINCE, EXPERTS, CITY_PASSED),
            row(Action.VISIT, PROVINCE, VISITED, EXPERTS),
            row(Action.RECOMMEND, PROVINCE, RECOMMENDED, VISITED),
            row(Action.NOTICE, PROVINCE, State.NOTICE, RECOMMENDED),
            row(Action.APPROVE, PROVINCE, APPROVED, State.NOTICE),
            row(Action.REFUSE, PROVINCE, REFUSED, CITY_PASSED, EXPERTS, VISITED, RECOMMENDED, State.NOTICE),
            row(Action.WITHDRAW, CITY, WITHDRAWN, DRAFT, SUBMITTED, RETURNED, CITY_PASSED),
            row(Action.UNDO, CITY, DRAFT, SUBMITTED, RETURNED, CITY_PASSED, CITY_REFUSED, WITHDRAWN),
            row(Action.UNDO, PROVINCE, CITY_PASSED, EXPERTS, VISITED, RECOMMENDED, State.NOTICE, REFUSED));

    private ApplicationLife() {}

    private static Row<State, Action, Level> row(Action action, Set<Level> by, State to, State... from) {
        return new Row<>(action, by, EnumSet.copyOf(List.of(from)), to);
    }
}
