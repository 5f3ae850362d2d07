package org.talenthub.assessment.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts; its number, and nothing of what it says.
 *
 * @param type row, talent, demand, platform, month, pair, placement, need, event, case, batch
 * @param batch of a row or pair
 * @param row of that batch's file
 */
public record FigureRow(
        String type,
        long id,
        @Nullable Long batch,
        @Nullable Integer row,
        Instant at) {}
