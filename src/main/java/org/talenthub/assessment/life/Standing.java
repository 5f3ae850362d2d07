package org.talenthub.assessment.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.assessment.figures.Scorecard;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.State;

/**
 * One line of a year's assessment. Whoever may see outcomes only finds nothing in the columns.
 *
 * @param card what the hub measured; null for who may see outcomes only
 * @param wide two columns are further apart than the rules let pass without a reason
 * @param allowed what the viewer may do now
 */
public record Standing(
        long carrier,
        String name,
        String kind,
        @Nullable String region,
        State state,
        @Nullable Instant since,
        @Nullable Double self,
        @Nullable Double system,
        @Nullable Double city,
        @Nullable Double experts,
        @Nullable Double total,
        @Nullable State outcome,
        @Nullable LocalDate deadline,
        @Nullable String document,
        boolean wide,
        List<Action> allowed,
        @Nullable Scorecard card) {}
