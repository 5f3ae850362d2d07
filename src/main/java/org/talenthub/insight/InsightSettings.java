package org.talenthub.insight;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the boards measure against ({@code hub.insight}).
 *
 * @param targets talent category to the number of people wanted in the pool; 十百千万: ten, a hundred, a thousand, ten thousand
 * @param dueDay day of the month until which a station's report of the month is in time, 1 to 28
 */
@ConfigurationProperties("hub.insight")
record InsightSettings(
        Map<String, Long> targets, @DefaultValue("25") int dueDay) {

    InsightSettings {
        targets = targets == null || targets.isEmpty()
                ? Map.of(
                        "STRATEGIC_SCIENTIST",
                        10L,
                        "LEADING_SCIENTIST",
                        100L,
                        "YOUNG_SCIENTIST",
                        1_000L,
                        "OUTSTANDING_ENGINEER",
                        10_000L)
                : Map.copyOf(targets);
        if (dueDay < 1 || dueDay > 28) {
            throw new IllegalArgumentException("hub.insight.due-day is 1 to 28");
        }
    }
}
