package org.talenthub.insight;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the boards measure against ({@code hub.insight}).
 *
 * @param targets talent category to the number of people wanted in the pool; 十百千万: ten, a hundred, a thousand, ten thousand
 */
@ConfigurationProperties("hub.insight")
record InsightSettings(Map<String, Long> targets) {

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
    }
}
