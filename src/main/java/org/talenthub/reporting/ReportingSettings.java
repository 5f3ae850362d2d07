package org.talenthub.reporting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The calendar, {@code hub.reporting.*}.
 *
 * @param dueDay the day of the month by which its report is due; in a shorter month its last day
 * @param remindDays how many days before, people are reminded
 */
@ConfigurationProperties("hub.reporting")
record ReportingSettings(
        @DefaultValue("25") int dueDay, @DefaultValue("5") int remindDays) {

    ReportingSettings {
        if (dueDay < 1 || dueDay > 31 || remindDays < 0 || remindDays > 31) {
            throw new IllegalArgumentException("hub.reporting.due-day is 1 to 31, hub.reporting.remind-days 0 to 31");
        }
    }
}
